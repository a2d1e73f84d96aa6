"""From incidents to a release: tally, climb every ladder, attack what came of it, write what withstood.

This is the one door out of the private side.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import ProtectionError, UsageError
from protect.audit import audited
from protect.before import told_before
from protect.build import Batch
from protect.carrying import carry_on
from protect.coverage import protect_coverage
from protect.editions import begin, go_on, settled, split
from protect.entry import add_limits
from protect.freezing import sum_plates, to_ledger
from protect.known import known_of_ledger
from protect.leaks import scan
from protect.matching import find_again
from protect.outsider import attack
from protect.policy import Policy
from protect.publish import draft
from protect.stats import Conditions
from protect.tally import tally
from protect.universe import known_universes, with_eras
from release import COVERAGE_FILE, LONGEST_TITLE, Persons, read_release, write_release

if TYPE_CHECKING:
    from collections.abc import Callable

    from data import Incidents
    from protect.against import Total
    from protect.audit import Audited
    from protect.coverage import Coverage, ProtectedCoverage
    from protect.entry import Month
    from protect.ledger import Ledger
    from protect.secret import Secret
    from protect.tally import Reports
    from release import Signer, Universe

SEVERAL: Final = 3
"""Sources that a file needs for rule 3 to be met at all."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a steward decides about a release, besides the incidents and the secret.

    `events`: a case is an event, because the file knows no persons; the manifest says so. `previous`: the ledger of the
    release before; its series goes on, or, with `new_series`, ends. `carried`: the coverage of that release, as it was
    read of its zip. `all_now`: nothing waits for the next edition. `against`: totals that someone else published.
    """

    title: str
    as_of: Month
    persons: Persons | None = None
    single_source: bool = False
    synthetic: bool = False
    events: bool = False
    policy: Policy = field(default_factory=Policy)
    signer: Signer | None = None
    universes: tuple[Universe, ...] = field(default_factory=known_universes)
    coverage: Coverage | None = None
    previous: Ledger | None = None
    carried: pl.DataFrame | None = None
    new_series: bool = False
    all_now: bool = False
    against: tuple[Total, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Protected:
    """A release as bytes, fit for anyone, and beside it what became of the reports, which is the steward's alone.

    `rows`: all reports, with the columns of `protect.entry.add_limits`; `fresh`: those that are new to the map.
    `pending`: reports that wait for the next edition in some plate. `tombstoned`: reports left out because their case
    withdrew. `coverage`: what became of the interviews, if any were given; `carried`: that of the release before is in
    it, as it was.
    """

    release: bytes
    ledger: Ledger
    rows: pl.DataFrame
    fresh: pl.DataFrame
    audited: Audited
    conditions: Conditions
    pending: int = 0
    tombstoned: int = 0
    coverage: ProtectedCoverage | None = None
    carried: bool = False

    def __repr__(self) -> str:
        """Say how large the release is, and nothing else."""
        return f"Protected({len(self.release)} bytes)"


def protect(
    incidents: Incidents, secret: Secret, request: Request, progress: Callable[[str], None] = lambda _: None
) -> Protected:
    """Turn incidents into a release that passed the audit.

    Parameters
    ----------
    incidents
        One row per act.
    secret
        Of the steward; what is decided by chance is decided by it.
    request
        What the steward decides.
    progress
        Is told in a sentence, which holds no figure, what is being done.

    Raises
    ------
    InputError
        If the table does not hold what earlier editions, or most of what an earlier series, have published.
    UsageError
        If what the steward says of persons and sources does not fit the file, or the title cannot be printed; the
        option is named.
    ProtectionError
        If no figure at all can be shown under the policy, or none without giving anyone away.
    """
    _check_title(request.title)
    conditions = _conditions(incidents, secret, request)
    reports = tally(incidents, conditions.persons)
    every = add_limits(reports, request.policy, request.as_of)
    ledger = _ledger(reports, conditions, request)
    kept = carry_on(ledger, request.coverage, request.carried, request.policy.k)
    found = split(reports, every, ledger, conditions)
    rows = every.join(found.marks, left_on="report", right_on="number", how="semi")
    earlier = find_again(ledger.earlier, found.marks, reports.sources)
    goes_on = ledger.editions > 0
    batch = Batch(
        rows,
        reports.sources,
        new=found.new,
        before=told_before([ledger, *earlier], found, rows, same_series=goes_on),
        waits=goes_on and not request.all_now,
        against=request.against,
    )
    passed = audited(batch, conditions, progress)
    after = to_ledger(ledger, found, passed.plates, reports, rows)
    plates = sum_plates(after)
    if not plates:
        several = "" if conditions.single_source else f" from {request.policy.sources} sources"
        rules = "rules 2 and 10" if conditions.single_source else "rules 2, 3 and 10"
        raise ProtectionError(
            f"No figure reaches {request.policy.k} people{several} past the embargo ({rules}), so there is nothing to "
            "show."
        )
    covered = protect_coverage(request.coverage, conditions) if request.coverage else None
    release = write_release(
        draft(after, plates, passed.given_up, conditions, request),
        plates,
        request.signer,
        universes=conditions.universes,
        coverage=covered.rows if covered and covered.rows.height else kept,
    )
    manifest = read_release(release).manifest
    done = after.released(manifest.release_id, manifest.as_of, manifest.files.get(COVERAGE_FILE, ""))
    progress("Attacking the release as an outsider would ...")
    _withstands(release, done, incidents, request, secret)
    return Protected(
        release=release,
        ledger=done,
        rows=rows,
        fresh=batch.of_ladder("where")[0],
        audited=passed,
        conditions=conditions,
        pending=_pending(batch, passed),
        tombstoned=found.tombstoned,
        coverage=covered,
        carried=kept is not None,
    )


def _withstands(release: bytes, ledger: Ledger, incidents: Incidents, request: Request, secret: Secret) -> None:
    """Attack the release as it would leave the building; refuse it if anything is disclosed."""
    added = [universe.source for universe in request.universes if universe not in known_universes()]
    scan(release, (request.title, *added), incidents)
    outcome = attack(release, request.against, known_of_ledger(ledger.pack(secret)))
    if outcome.findings:
        first, more = outcome.findings[0], len(outcome.findings) - 1
        others = f" ({more} findings more)" if more else ""
        raise ProtectionError(f"The audit refuses: {first.rule}: {first.message}{others}. Nothing was written.")


def _ledger(reports: Reports, conditions: Conditions, request: Request) -> Ledger:
    """Return the ledger that the release goes on with, or begins."""
    fixed = settled(conditions, synthetic=request.synthetic)
    if request.previous is None or request.new_series:
        return begin(reports, fixed, conditions.secret, request.previous)
    return go_on(request.previous, fixed, request.as_of)


def _pending(batch: Batch, passed: Audited) -> int:
    """Count the reports that wait for the next edition in some plate."""
    waiting = [
        batch.of_ladder(name)[0].filter("past").join(one.members, on="report", how="anti")["report"]
        for name, one in passed.plates.climbed.items()
    ]
    return pl.concat(waiting).n_unique() if waiting and batch.waits else 0


def _check_title(title: str) -> None:
    if not title.strip() or len(title) > LONGEST_TITLE or not title.isprintable():
        raise UsageError(f"--title must be one line of 1 to {LONGEST_TITLE} printable characters.")


def _conditions(incidents: Incidents, secret: Secret, request: Request) -> Conditions:
    """Settle how sources and persons are read (rules 3 and 12), or say which option must be given."""
    named = incidents.rows["source"].drop_nulls().n_unique()
    if request.single_source and named >= SEVERAL:
        raise UsageError(f"--single-source was given, but the file names {named} sources: leave the option out.")
    if not request.single_source and named < SEVERAL:
        raise UsageError(
            f"The file names {named} sources, and a figure needs {SEVERAL} (rule 3). If it is the work of one "
            "organisation, say --single-source; the release will say so."
        )
    if request.persons is None and named > 1:
        raise UsageError(
            "The file has several sources: say --persons linked (one key over all sources), disjoint (no person is in "
            "two sources) or unlinked (the same person may stand in two sources under two keys)."
        )
    return Conditions(
        policy=request.policy,
        secret=secret,
        persons=request.persons or Persons.LINKED,
        single_source=request.single_source,
        as_of=request.as_of,
        universes=with_eras(request.universes),
    )
