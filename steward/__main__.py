"""The command line: `python -m steward`. Exit 0 is fine, 2 is bad input or use, 3 is refused to protect or altered."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from enum import StrEnum
from json import dumps
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from rich.console import Console

from data import check_file, read_incidents, write_sample
from errors import AtlasError, UsageError
from protect import WARN_BELOW_K, Month, Policy, Request, protect, read_policy, summarise
from release import Persons, read_release
from steward import log
from steward.audits import audit_release, audit_table
from steward.exports import Kind, export_view
from steward.files import write_whole
from steward.keeping import show_log, verify_file, withdraw_cases
from steward.secret import read_secret
from steward.signing import read_signer
from steward.telling import notes, telling
from steward.writing import second_person, write_logged
from terms import Language

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Turn incidents into a release that shows the pattern without showing anyone.",
)
app.command(name="audit")(audit_release)
app.command(name="audit-table")(audit_table)
app.command(name="log")(show_log)
app.command(name="verify")(verify_file)
app.command(name="withdraw")(withdraw_cases)
note = Console(stderr=True, highlight=False, soft_wrap=True)

FAULTY_EXIT = 2
INTERNAL_EXIT = 1

_Word = TypeVar("_Word", bound=StrEnum)

File = Annotated[Path, typer.Argument(help="CSV, TSV, XLSX, GeoJSON or Parquet, with one row per act.")]

Sheet = Annotated[str | None, typer.Option(help="The sheet of a spreadsheet; default: the first.")]


class PersonsOption(StrEnum):
    """How the case keys of several sources relate."""

    LINKED = Persons.LINKED.value
    DISJOINT = Persons.DISJOINT.value
    UNLINKED = Persons.UNLINKED.value


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
def check(
    file: File,
    *,
    sheet: Sheet = None,
    json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Read a file as `release` would, and say what is used, dropped and faulty; nothing is written."""
    with note.status("Reading ..."):
        report = check_file(file, name=file.name, sheet=sheet)
    typer.echo(dumps(report.to_json(), ensure_ascii=False, indent=1) if json else "\n".join(telling(report)))
    if report.faults:
        raise typer.Exit(FAULTY_EXIT)


@app.command()
def release(  # noqa: PLR0913 - each is an option of the command
    file: File,
    *,
    out: Annotated[Path, typer.Option(help="The release to write (a zip).")],
    title: Annotated[str, typer.Option(help="Title of the release, as it is cited.")] = "Red Zone Atlas release",
    as_of: Annotated[str, typer.Option(help="Month the embargoes are reckoned from, YYYY-MM; default: this one.")] = "",
    persons: Annotated[PersonsOption | None, typer.Option(help="How case keys of several sources relate.")] = None,
    single_source: Annotated[bool, typer.Option("--single-source", help="One organisation: rule 3 is off.")] = False,
    synthetic: Annotated[bool, typer.Option("--synthetic", help="The rows are invented: every view says so.")] = False,
    policy: Annotated[Path | None, typer.Option(help="A TOML file with thresholds above the floors.")] = None,
    approve: Annotated[str | None, typer.Option(help="The second person who approves; named in the log only.")] = None,
    sheet: Sheet = None,
) -> None:
    """Protect the incidents of a file and write the release; nothing is written if it cannot be done safely."""
    secret, approved_by = read_secret(), second_person(approve)
    rules = read_policy(policy) if policy else Policy()
    if rules.k < WARN_BELOW_K:
        note.print(f"Warning: k = {rules.k} is below {WARN_BELOW_K}, which statistical offices hold to be the least.")
    signer, month = read_signer(), _month(as_of)
    log.verify(out.parent)  # nothing is added to a broken chain: say so before the work is done
    with note.status("Reading ..."):
        incidents = read_incidents(file, name=file.name, sheet=sheet)
    for line in notes(incidents.report):
        note.print(line, markup=False)
    if incidents.report.synthetic != synthetic:
        raise UsageError(
            "The rows are marked as synthetic: say --synthetic."
            if incidents.report.synthetic
            else "--synthetic was given, but the rows are not marked so (column `synthetic`, yes in every row)."
        )
    request = Request(
        title=title,
        as_of=month,
        persons=Persons(persons.value) if persons else None,
        single_source=single_source,
        synthetic=synthetic,
        policy=rules,
        signer=signer,
    )
    with note.status("Protecting ...") as status:
        protected = protect(incidents, secret, request, status.update)
    for line in summarise(protected):
        note.print(line)
    write_logged(out, protected.release, log.Action.RELEASE, approved_by)
    note.print(f"{out.name}: release {read_release(protected.release).manifest.short_id}, passed the audit.")


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


def _month(text: str) -> Month:
    """Read a month; one that has not begun would end embargoes before their time."""
    now = datetime.now(tz=UTC)
    if not text:
        return Month(now.year, now.month)
    try:
        given = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC)
    except ValueError:
        raise UsageError("--as-of must be a month, written YYYY-MM.") from None
    if (given.year, given.month) > (now.year, now.month):
        raise UsageError("--as-of lies in the future: embargoes would end before their time.")
    return Month(given.year, given.month)


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
