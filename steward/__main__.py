"""The command line: `python -m steward`. Exit 0 is fine, 2 is bad input or use, 3 is refused to protect or altered."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import Annotated

import typer

from data import write_sample
from errors import AtlasError
from steward.audits import audit_release, audit_table
from steward.checking import check
from steward.exports import export
from steward.keeping import show_log, verify_file, withdraw_cases
from steward.releasing import note, release

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Turn incidents into a release that shows the pattern without showing anyone.",
)
app.command(name="audit")(audit_release)
app.command(name="audit-table")(audit_table)
app.command(name="check")(check)
app.command(name="export")(export)
app.command(name="log")(show_log)
app.command(name="release")(release)
app.command(name="verify")(verify_file)
app.command(name="withdraw")(withdraw_cases)
INTERNAL_EXIT = 1


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
