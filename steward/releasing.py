"""The command `release`: incidents go in; a release, its ledger and a line of the log come out, or nothing."""

from __future__ import annotations

from contextlib import nullcontext
from enum import StrEnum
from json import dumps
from pathlib import Path  # noqa: TC003 - typer reads the annotations when it runs
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from data import read_incidents
from errors import UsageError
from protect import (
    WARN_BELOW_K,
    Policy,
    UnaccountedError,
    loss_of,
    protect,
    read_coverage,
    read_policy,
    read_totals,
    read_universes,
    tell_loss,
)
from release import Persons, read_release
from steward import log
from steward.alone import check_alone
from steward.checking import Decide, File, Mapping, Sheet, read_decided, read_own
from steward.files import LEDGER, Content, write_whole
from steward.ordering import Before, Order, go_on_from, read_month, request_of
from steward.secret import read_secret
from steward.signing import read_signer
from steward.telling import notes
from steward.writing import Twin, second_person, write_cases, write_logged

if TYPE_CHECKING:
    from data import Decisions, Incidents, Layout
    from protect import Protected, Request, Secret

note = Console(stderr=True, highlight=False, soft_wrap=True)


class PersonsOption(StrEnum):
    """How the case keys of several sources relate."""

    LINKED = Persons.LINKED.value
    DISJOINT = Persons.DISJOINT.value
    UNLINKED = Persons.UNLINKED.value


def release(  # noqa: PLR0913 - each is an option of the command
    file: File,
    *,
    out: Annotated[Path, typer.Option(help="The release to write (a zip); its ledger lies beside it.")],
    title: Annotated[str, typer.Option(help="Title of the release, as it is cited.")] = "Red Zone Atlas release",
    as_of: Annotated[str, typer.Option(help="Month the embargoes are reckoned from, YYYY-MM; default: this one.")] = "",
    persons: Annotated[PersonsOption | None, typer.Option(help="How case keys of several sources relate.")] = None,
    single_source: Annotated[bool, typer.Option("--single-source", help="One organisation: rule 3 is off.")] = False,
    synthetic: Annotated[bool, typer.Option("--synthetic", help="The rows are invented: every view says so.")] = False,
    policy: Annotated[Path | None, typer.Option(help="A TOML file with thresholds above the floors.")] = None,
    previous: Annotated[
        Path | None, typer.Option(help="The newest release of the series to go on with; its ledger lies beside it.")
    ] = None,
    new_series: Annotated[
        bool, typer.Option("--new-series", help="Begin afresh after --previous, under another policy for example.")
    ] = False,
    all_now: Annotated[bool, typer.Option("--all-now", help="Let nothing wait for the next edition.")] = False,
    coverage: Annotated[
        Path | None, typer.Option(help="CSV with interview, area, year: where people were asked. Once for all.")
    ] = None,
    universe: Annotated[
        Path | None, typer.Option(help="CSV with area, period, act, people, source: how many there were (rule 13).")
    ] = None,
    against: Annotated[
        Path | None, typer.Option(help="CSV with area, period, act, total: what someone else published.")
    ] = None,
    loss: Annotated[Path | None, typer.Option(help="Where to write what protection costs, as JSON. Private.")] = None,
    approve: Annotated[str | None, typer.Option(help="The second person who approves; named in the log only.")] = None,
    mapping: Mapping = None,
    decisions: Decide = None,
    sheet: Sheet = None,
) -> None:
    """Protect the incidents of a file, attack the result, and write the release; or write nothing at all."""
    secret, approved_by = read_secret(), second_person(approve)
    if new_series and previous is None:
        raise UsageError("--new-series needs --previous: the release that the new series comes after.")
    before = _before(previous, secret) if previous else None
    log.verify(out.parent)  # nothing is added to a broken chain: say so before the work is done
    order = Order(
        title=title,
        as_of=read_month(as_of),
        persons=Persons(persons.value) if persons else None,
        single_source=single_source,
        synthetic=synthetic,
        policy=_policy(policy),
        signer=read_signer(),
        universes=read_universes(universe),
        coverage=read_coverage(coverage) if coverage else None,
        before=before,
        new_series=new_series,
        all_now=all_now,
        against=read_totals(against) if against else (),
    )
    incidents = _read(file, sheet, read_own(mapping), read_decided(decisions))
    request = request_of(order, incidents.report)
    checked = check_alone(out, incidents.rows["case"].unique(), secret, request.previous)
    protected = _protect(incidents, secret, request, out)
    report = loss_of(protected)
    for line in tell_loss(report):
        note.print(line, markup=False)
    if protected.tombstoned:
        note.print(
            f"{protected.tombstoned} reports of people who withdrew are still in {file.name} and were left out: delete "
            "their rows from it."
        )
    if protected.carried:
        note.print(f"Coverage is that of {previous.name if previous else 'before'}, byte for byte.", markup=False)
    ledger = protected.ledger
    file_before = Content(_beside(previous), before.content, private=True) if previous and before else None
    twin = Twin(ledger.digest(secret), lambda line: ledger.pack(secret, line), file_before, checked)
    write_logged(out, protected.release, order.action, approved_by, twin)
    if loss:
        write_whole(loss, dumps(report.to_json(), indent=1).encode(), private=True)
    note.print(
        f"{out.name}: release {read_release(protected.release).manifest.short_id}, passed the audit. "
        f"{out.with_suffix('.ledger').name} is private and belongs to it: keep the two together."
    )


def _protect(incidents: Incidents, secret: Secret, request: Request, out: Path) -> Protected:
    with note.status("Protecting ...") if note.is_terminal else nullcontext() as status:
        try:
            return protect(incidents, secret, request, status.update if status else note.print)
        except UnaccountedError as error:
            if not error.cases:
                raise
            path = write_cases(out, error.cases)
            raise UsageError(f"{error} The keys of these cases are in {path.name}, which is private.") from None


def _read(file: Path, sheet: str | None, own: Layout | None, decided: Decisions | None) -> Incidents:
    """Read the incidents, and say how they were read."""
    with note.status("Reading ..."):
        incidents = read_incidents(file, name=file.name, sheet=sheet, mapping=own, decisions=decided)
    for line in notes(incidents.report):
        note.print(line, markup=False)
    return incidents


def _before(previous: Path, secret: Secret) -> Before:
    """Read the release to go on from with the ledger beside it, by the log of their folder."""
    with log.writing(previous.parent) as book:
        return go_on_from(previous, _beside(previous), book, secret)


def _beside(release: Path) -> Path:
    return release.with_suffix(LEDGER)


def _policy(path: Path | None) -> Policy:
    rules = read_policy(path) if path else Policy()
    if rules.k < WARN_BELOW_K:
        note.print(f"Warning: k = {rules.k} is below {WARN_BELOW_K}, which statistical offices hold to be the least.")
    return rules
