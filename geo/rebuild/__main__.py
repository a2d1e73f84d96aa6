"""The command: `python -m geo.rebuild basemap` and `python -m geo.rebuild cells`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from errors import AtlasError
from geo.boundaries import features
from geo.rebuild.compare import compare
from geo.rebuild.fetch import fetch
from geo.rebuild.recipes import build, to_text
from geo.survey import measure, write

ASSETS: Final = Path(__file__).parents[1] / "assets"


def basemap(*, downloads: Path, to: Path | None) -> None:
    """Rebuild the six files, print how each differs from the committed one, and write them if told where to."""
    downloads.mkdir(parents=True, exist_ok=True)
    fetch(downloads)
    shutil.copy(ASSETS / "names_overlay.json", downloads)
    for name, found in build(downloads).items():
        text = to_text(name, found)
        same = text == ASSETS.joinpath(f"{name}.geojson").read_text(encoding="utf-8")
        sys.stdout.write(f"{compare(name, features(name), found)}; {'the same' if same else 'other'} bytes\n")
        if to:
            to.mkdir(parents=True, exist_ok=True)
            to.joinpath(f"{name}.geojson").write_text(text, encoding="utf-8", newline="")


def cells() -> None:
    """Measure cells.csv from the committed basemap and write it."""
    ASSETS.joinpath("cells.csv").write_text(write(measure()), encoding="utf-8", newline="")


def main() -> int:
    """Run the command that is asked for; returns its exit code."""
    parser = argparse.ArgumentParser(prog="python -m geo.rebuild", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    rebuild = commands.add_parser("basemap", help="rebuild the six files and say how they differ from the committed")
    rebuild.add_argument("--downloads", type=Path, help="folder that keeps what was fetched (default: none is kept)")
    rebuild.add_argument("--to", type=Path, help="folder to write the rebuilt files to (default: they are not written)")
    commands.add_parser("cells", help="measure cells.csv from the committed basemap, and write it")
    asked = parser.parse_args()
    try:
        if asked.command == "cells":
            cells()
            return 0
        with tempfile.TemporaryDirectory() as scratch:
            basemap(downloads=asked.downloads or Path(scratch), to=asked.to)
    except AtlasError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
