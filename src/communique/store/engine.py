"""Opening a record: where it is, whether it is one, and bringing its tables up to date."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from communique.errors import RecordError
from communique.store import fulltext

HEAD = "0006"  # the newest step under migrations/versions; a test holds the two together
_VERSION_TABLE = "alembic_version"


def default_place() -> Path:
    """Where the record is kept unless another place is given."""
    return user_data_path("communique") / "record.sqlite"


def open_engine(where: str | Path | None, *, create: bool) -> Engine:
    """An engine on an up-to-date record; raises `RecordError` where there is none or it is something else."""
    url = _url(where)
    _check_place(url, create)
    engine = create_engine(url, connect_args={"timeout": fulltext.WAIT_FOR_WRITER})
    fulltext.configure(engine)
    try:
        _bring_up_to_date(engine, url)
    except DatabaseError as error:
        engine.dispose()
        raise RecordError(f"{_shown(url)} cannot be opened as a record: {error.orig}") from error
    except RecordError:
        engine.dispose()
        raise
    return engine


def _url(where: str | Path | None) -> str:
    place = default_place() if where is None else where
    if isinstance(place, str) and "://" in place:
        return place
    return f"sqlite:///{Path(place).expanduser()}"


def _check_place(url: str, create: bool) -> None:
    """Refuse an engine that is not supported, a folder, and (unless one may be made) a missing file."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise RecordError(f"{url} is neither a path nor a database address: {error}") from error
    if parsed.get_backend_name() != "sqlite":
        raise RecordError(f"{parsed.get_backend_name()} is not supported: give a path or sqlite:///PATH")
    if not parsed.database or parsed.database == ":memory:":
        return
    path = Path(parsed.database)
    if path.is_dir():
        raise RecordError(f"{path} is a folder: give the path of a record file")
    if not create and not path.exists():
        raise RecordError(f"there is no record at {path}: make one with `communique add`")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(f"{path.parent} cannot be made: {error.strerror}; give another path") from error


def _bring_up_to_date(engine: Engine, url: str) -> None:
    with engine.connect() as connection:
        version = _version(connection, url)
    if version != HEAD:
        with engine.execution_options(**{fulltext.WRITER: True}).begin() as connection:
            _migrate(connection, url)


def _version(connection: Connection, url: str) -> str | None:
    """The step that the record stands at; None for an empty file; refuses a database that is no record."""
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not {_VERSION_TABLE, "readings", "record_state"} <= tables:
        raise RecordError(f"{_shown(url)} is a database but not a communique record: give another path")
    version: str | None = connection.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalar()
    return version


def _migrate(connection: Connection, url: str) -> None:
    """Run every step that the record lacks, within the caller's transaction."""
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise RecordError(f"{_shown(url)} was made by a newer communique: update communique ({error})") from error


def _shown(url: str) -> str:
    return make_url(url).database or url
