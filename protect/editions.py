"""Editions: what is new in a table is protected by itself and then frozen; a release sums its editions.

So no figure ever moves because someone else's report came in, and two releases of one series differ by whole batches.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import InputError, ProtectionError, UsageError
from protect.ledger import COLUMNS, Fixed, Head, Ledger
from protect.marks import mark_reports
from protect.stats import KEY
from release import LADDERS, PLATES, SourceMode
from terms import VERSION, eras

if TYPE_CHECKING:
    from collections.abc import Mapping

    from protect.entry import Month
    from protect.secret import Secret
    from protect.stats import Conditions
    from protect.tally import Reports

GROUP: Final = ("plate", "edition", "group")
"""What names a group of a ledger."""


class UnaccountedError(InputError):
    """The table no longer holds reports that were published.

    `cases`: the keys of those whose other reports still stand in the table. They are for the steward alone, and in no
    message.
    """

    def __init__(self, message: str, cases: tuple[str, ...]) -> None:
        super().__init__(message)
        self.cases = cases


@dataclass(frozen=True, slots=True, repr=False)
class Split:
    """The reports of a table, as an edition sees them. Private.

    `marks`: what `protect.marks.mark_reports` returns, without those whose case withdrew. `new`: of each plate that is
    a ladder, the numbers of the reports that stand in none of its groups, embargoed ones among them. `counted`: who
    stands in a row of a table of people already: plate, rung, the columns of `KEY`, person (a number). `standing`: who
    is in a group of an earlier edition: plate, edition, group, report (a number). `dissolved`: plate, edition, group of
    what withdrawals have made untrue: it is published no more, and its reports are new again. `new_cases`: people with
    a report past its embargo that was never seen before. `tombstoned`: reports left out because their case withdrew.
    """

    edition: int
    marks: pl.DataFrame
    new: Mapping[str, pl.Series]
    counted: pl.DataFrame
    standing: pl.DataFrame
    dissolved: pl.DataFrame
    new_cases: int
    tombstoned: int

    def __repr__(self) -> str:
        """Say which edition it is, and nothing else."""
        return f"Split(edition {self.edition})"


def settled(conditions: Conditions, *, synthetic: bool) -> Fixed:
    """Return what must stay the same in every edition of a series."""
    return Fixed(
        policy=conditions.policy.model_dump(mode="json"),
        taxonomy=VERSION,
        eras={era.id: f"{era.first or ''}-{era.last or ''}" for era in eras()},
        ladders={name: ladder.text for name, ladder in PLATES.items()},
        persons=conditions.persons,
        sources=SourceMode.SINGLE if conditions.single_source else SourceMode.SEVERAL,
        synthetic=synthetic,
        universes=sorted({(one.area, one.period, one.act, one.people, one.source) for one in conditions.universes}),
    )


def begin(reports: Reports, fixed: Fixed, secret: Secret, before: Ledger | None = None) -> Ledger:
    """Begin a series: return a ledger without any edition.

    Parameters
    ----------
    reports
        All reports of the table. The series is named by an HMAC of them, so that another table is another series.
    fixed
        What will stay the same.
    secret
        Of the steward.
    before
        Of an earlier series of the same data: whoever withdrew from that stays withdrawn.
    """
    every = "".join(mark_reports(reports, secret)["report"].sort())
    series = secret.digest("series", hashlib.sha256(every.encode()).hexdigest(), before.head.series if before else "")
    head = Head(
        series=series.hex(),
        fixed=fixed,
        releases=[],
        withheld=[],
        tombstones=before.head.tombstones if before else [],
        coverage=before.head.coverage if before else "",
        covered=before.head.covered if before else False,
    )
    earlier = (replace(before, earlier=()), *before.earlier) if before else ()
    return Ledger(head, **{name: pl.DataFrame(schema=columns) for name, columns in COLUMNS.items()}, earlier=earlier)


def go_on(ledger: Ledger, fixed: Fixed, as_of: Month) -> Ledger:
    """Return the ledger that an edition goes on with; refuse one under other conditions than those before it.

    Universes may be added, because they can only make an edition stricter, and then hold for all to come. None may be
    dropped: what earlier editions could not show for its sake would be shown by the next.

    Raises
    ------
    UsageError
        Naming what has changed, or if time would run backwards.
    """
    before, now = (one.model_dump(mode="json", exclude={"universes"}) for one in (ledger.head.fixed, fixed))
    policy = {"": before.pop("policy"), " now": now.pop("policy")}
    names = sorted(set().union(*policy.values()))
    changed = [name for name in now if before[name] != now[name]]
    changed += [f"policy {name}" for name in names if policy[""].get(name) != policy[" now"].get(name)]
    if changed:
        raise UsageError(
            f"All editions of a series need the same conditions, and these have changed: {', '.join(changed)}. Undo "
            "the change, or begin a new series with --new-series."
        )
    last = ledger.head.releases[-1].as_of
    if str(as_of) < last:
        raise UsageError(f"--as-of lies before the newest edition of the series, which is of {last}.")
    dropped = set(ledger.head.fixed.universes) - set(fixed.universes)
    if dropped:
        raise UsageError(
            f"{len(dropped)} of the universes that earlier editions were held to (rule 13) are missing. Give all of "
            "universe.csv of the previous release to --universe, with what you add, or begin a new series with "
            "--new-series."
        )
    return replace(ledger, head=ledger.head.model_copy(update={"fixed": fixed}))


def split(reports: Reports, limited: pl.DataFrame, ledger: Ledger, conditions: Conditions) -> Split:
    """Tell what is new in a table from what was published.

    Parameters
    ----------
    reports
        All reports of the whole current table.
    limited
        The same, with the columns of `protect.entry.add_limits`.
    ledger
        Of the newest release of the series, or as `begin` returns it.
    conditions
        Whose secret made the ledger.

    Raises
    ------
    InputError
        `UnaccountedError`, if reports that were published are missing from the table, or have another place, year or
        act there.
    ProtectionError
        If too few people have come in since the last edition.
    """
    every = mark_reports(reports, conditions.secret)
    marks = every.filter(~pl.col("case").is_in(ledger.head.tombstones))
    _check_accounted(marks, reports, ledger)
    past = limited.filter("past").select(number="report")
    unseen = marks.join(past, on="number", how="semi").join(ledger.entries, on="report", how="anti")
    standing = _standing(marks, ledger)
    found = Split(
        edition=ledger.editions + 1,
        marks=marks,
        new={name: _outside(marks, standing.filter(pl.col("plate") == name)) for name in LADDERS},
        counted=counted_before(marks, ledger),
        standing=standing,
        dissolved=ledger.untrue.select(GROUP),
        new_cases=unseen["person"].n_unique(),
        tombstoned=every.height - marks.height,
    )
    missing = conditions.policy.new_cases - found.new_cases
    if ledger.editions and missing > 0:
        raise ProtectionError(
            f"The next edition waits: it opens with {conditions.policy.new_cases} people who have new reports past "
            f"their embargo, and {missing} are missing. Nothing was written."
        )
    return found


def _check_accounted(marks: pl.DataFrame, reports: Reports, ledger: Ledger) -> None:
    """Refuse a table that does not hold what was published."""
    published = ledger.entries.join(ledger.placed, on="n", how="semi")
    gone = published.join(marks, on="report", how="anti")
    if gone.is_empty():
        return
    people = marks.join(gone, on="case", how="semi").select(person="person_number").unique()
    cases = reports.keys.join(people, on="person", how="semi")["case"].unique().sort()
    raise UnaccountedError(
        f"{gone.height} reports of {gone['case'].n_unique()} cases were published and are missing from the table, or "
        f"have another place, year or act in it; {len(cases)} of these cases still stand in the table. Give back their "
        "rows as they were, or withdraw these cases first (`withdraw`).",
        tuple(cases),
    )


def _outside(marks: pl.DataFrame, standing: pl.DataFrame) -> pl.Series:
    """Return the numbers of reports that stand in no group of a plate."""
    return marks.join(standing, left_on="number", right_on="report", how="anti")["number"].sort()


def _standing(marks: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """Return in which groups known reports stand; a group that is, or is to be, dissolved holds none."""
    kept = ledger.standing.join(ledger.untrue, on=GROUP, how="anti")
    placed = ledger.placed.join(kept, on=GROUP, how="semi").join(ledger.entries, on="n")
    known = placed.join(marks.select("report", "number"), on="report")
    return known.select(*GROUP, report="number").sort(*GROUP, "report")


def counted_before(marks: pl.DataFrame, ledger: Ledger) -> pl.DataFrame:
    """Return who stands in which rows of the tables of people: plate, rung, the columns of `KEY`, person (a number)."""
    kept = ledger.standing.join(ledger.untrue, on=GROUP, how="anti")
    rows = ledger.counted.join(kept.select(*GROUP, "rung", *KEY), on=GROUP)
    people = marks.select("person", number="person_number").unique()
    known = rows.join(people, on="person").select("plate", "rung", *KEY, person="number")
    return known.unique().sort("plate", "rung", *KEY, "person")
