"""The command `check`: a file is read as `release` would read it, and nothing comes of it but what is said of it."""

from __future__ import annotations

from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console

from data import Layout, check_mapped, map_columns, read_decisions, read_layout, recognise, screen_columns
from errors import UsageError
from steward.files import write_whole
from steward.telling import telling

if TYPE_CHECKING:
    from data import Decisions

File = Annotated[
    Path, typer.Argument(help="CSV, TSV, XLSX, XLS, ODS, GeoJSON, GeoPackage, zipped Shapefile, FlatGeobuf or Parquet.")
]
Sheet = Annotated[str | None, typer.Option(help="The sheet of a spreadsheet; default: the first with known headers.")]
Mapping = Annotated[
    Path | None, typer.Option(help="A TOML file that says which header is which column, where the layout does not.")
]
Decide = Annotated[
    Path | None, typer.Option(help="The list that `check` proposes, as far as you accept it (--save-decisions).")
]

FAULTY_EXIT: Final = 2
_LARGEST: Final = 2**24

note: Final = Console(stderr=True, highlight=False, soft_wrap=True)


def check(  # noqa: PLR0913 - each is an option of the command
    file: File,
    *,
    mapping: Mapping = None,
    decisions: Decide = None,
    sheet: Sheet = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    save_mapping: Annotated[Path | None, typer.Option(help="Where to keep the mapping that was used, as TOML.")] = None,
    save_decisions: Annotated[
        Path | None, typer.Option(help="Where to keep the proposed decisions, as TOML. Private.")
    ] = None,
) -> None:
    """Read a file as `release` would, and say what is used, dropped and faulty; nothing is written unless asked for."""
    own, decided = read_own(mapping), read_decided(decisions)
    with note.status("Reading ..."):
        mapped = map_columns(screen_columns(recognise(file, name=file.name, sheet=sheet, mapping=own)))
        report = check_mapped(mapped, decisions=decided)
    typer.echo(dumps(report.to_json(), ensure_ascii=False, indent=1) if json else "\n".join(telling(report)))
    if save_mapping:
        used = (
            mapped.used
            if own is None
            else own.model_copy(update={"layout": mapped.layout.layout, "columns": mapped.used.columns})
        )
        write_whole(save_mapping, used.to_toml().encode(), private=True)
        note.print(f"The mapping that was used is in {save_mapping.name}.")
    if save_decisions:
        write_whole(save_decisions, report.decisions.to_toml().encode(), private=True)
        note.print(f"The decisions are in {save_decisions.name}: delete what you do not accept.")
    if report.faults:
        raise typer.Exit(FAULTY_EXIT)


def read_own(mapping: Path | None) -> Layout | None:
    """Read the file of `--mapping`."""
    return read_layout(_content(mapping, "--mapping")) if mapping else None


def read_decided(decisions: Path | None) -> Decisions | None:
    """Read the file of `--decisions`."""
    return read_decisions(_content(decisions, "--decisions")) if decisions else None


def _content(path: Path, option: str) -> bytes:
    try:
        content = path.read_bytes()
    except OSError:
        raise UsageError(f"{option}: {path.name} cannot be opened; check its path and that you may read it.") from None
    if len(content) > _LARGEST:
        raise UsageError(f"{option}: {path.name} is too large to be what it should be.")
    return content
