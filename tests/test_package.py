from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import communique

HEAVY = ("spacy", "sqlalchemy", "alembic", "pydantic", "trafilatura", "typer", "yaml", "babel", "holidays")


def test_the_public_names_are_these() -> None:
    assert communique.__all__ == ["Reading", "Record", "Report", "__version__", "code", "open", "party_code", "read"]


@pytest.mark.parametrize("name", communique.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(communique, name)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = communique.nothing_such


def test_importing_loads_no_heavy_library() -> None:
    probe = f"import sys, communique; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_open_gives_a_record(tmp_path: Path) -> None:
    with communique.open(tmp_path / "record.sqlite") as record:
        assert record.count() == 0


def test_the_reading_package_can_be_called() -> None:
    import communique.read.analysis  # after which `communique.read` is the package itself

    assert callable(communique.read)
