"""The command line: `python -m steward`. Exit 0 is fine, 2 is bad input or use, 3 is refused to protect or altered."""

from __future__ import annotations

import sys
import traceback
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from data import write_sample
from errors import AtlasError, UsageError
from release import read_release
from steward.audits import audit_release, audit_table
from steward.checking import check
from steward.exports import Kind, export_view
from steward.files import write_whole
from steward.keeping import show_log, verify_file, withdraw_cases
from steward.releasing import note, release
from terms import Language

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Turn incidents into a release that shows the pattern without showing anyone.",
)
app.command(name="audit")(audit_release)
app.command(name="audit-table")(audit_table)
app.command(name="check")(check)
app.command(name="log")(show_log)
app.command(name="release")(release)
app.command(name="verify")(verify_file)
app.command(name="withdraw")(withdraw_cases)
INTERNAL_EXIT = 1

_Word = TypeVar("_Word", bound=StrEnum)


@app.command()
def sample(
    *,
    out: Annotated[Path, typer.Option(help="The CSV to write.")],
    rows: Annotated[int, typer.Option(min=1, max=10_000_000, help="How many rows.")] = 3000,
    rng: Annotated[int, typer.Option(min=0, help="Seed: the same seed gives the same file.")] = 1,
    sources: Annotated[int, typer.Option(min=1, max=26, help="How many overlapping sources tell of them.")] = 3,
) -> None:
    """Write a file of invented people with invented histories, marked as synthetic in every row."""
    with note.status("Inventing people ..."):
        write_sample(out, rows=rows, rng=rng, sources=sources)
    note.print(f"{out.name}: {rows} synthetic rows. They are evidence of nothing.")


@app.command()
def export(
    file: Annotated[Path, typer.Argument(help="A release.")],
    *,
    to: Annotated[str, typer.Option(help="What to write, separated by commas: csv, geojson, html.")],
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    view: Annotated[
        str, typer.Option(help="The part of a link behind the question mark; default: the first view.")
    ] = "",
    lang: Annotated[str, typer.Option(help="Languages, separated by commas: en, ko, zh.")] = "en",
) -> None:
    """Write the files that the app offers, from a release and nothing else."""
    kinds = [_one_of(Kind, word, "--to") for word in to.split(",")]
    languages = [_one_of(Language, word, "--lang") for word in lang.split(",")]
    if not out.is_dir():
        raise UsageError(f"The folder {out.name} does not exist: make it first.")
    shown = read_release(file)
    for language in languages:
        for kind in kinds:
            name, content = export_view(shown, view, kind, language)
            write_whole(out / name, content)
            typer.echo(name)


def _one_of(words: type[_Word], given: str, option: str) -> _Word:
    try:
        return words(given.strip())
    except ValueError:
        known = ", ".join(word.value for word in words)
        raise UsageError(f"{option} takes {known}, separated by commas.") from None


def main() -> None:
    """Run the command line; an error is one sentence on stderr, never a traceback, which could hold a value."""
    try:
        app()
    except AtlasError as error:
        note.print(str(error), markup=False)
        sys.exit(error.exit_code)
    except Exception as error:  # noqa: BLE001 - the last resort: say where, and nothing of what was being read
        where = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{Path(where.filename).name} line {where.lineno}"
        note.print(f"Internal error ({type(error).__name__} in {place}). Nothing was written; please report this line.")
        sys.exit(INTERNAL_EXIT)


if __name__ == "__main__":
    main()
