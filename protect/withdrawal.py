"""Withdrawal: someone takes back what she told. No public figure moves, for each is true without any one person.

Her marks leave the ledger at once; what stays is a tombstone, so that her rows are in no later release. (To take her
groups out of the release was tried: the difference between the two files nearly always fitted exactly one person.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from errors import InputError
from protect.editions import GROUP
from protect.lines import read_lines, refuse
from protect.marks import mark_cases

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from data import Fault
    from protect.ledger import Ledger
    from protect.secret import Secret


@dataclass(frozen=True, slots=True, repr=False)
class Withdrawn:
    """What a withdrawal did. Private.

    `ledger`: after it. `cases`: how many were asked for; of these, `known` stood in the ledger, and `repeated` had
    withdrawn before. `untrue`: how many figures of each plate are no longer true, those of earlier withdrawals too.
    """

    ledger: Ledger
    cases: int
    known: int
    repeated: int
    untrue: dict[str, int]

    def __repr__(self) -> str:
        """Say how many cases withdrew, and nothing else."""
        return f"Withdrawn({self.cases} cases)"


def read_cases(path: Path) -> tuple[str, ...]:
    """Read the case keys of a CSV with a column `case`, each once.

    Raises
    ------
    InputError
        If the file cannot be read, has no such column, or holds no case.
    """
    faults: list[Fault] = []
    cases = sorted({case for _, (case,) in read_lines(path, ("case",), faults)})
    refuse(path, faults)
    if not cases:
        raise InputError(f"{path.name} names no case: give one in each line below the header.")
    return tuple(cases)


def withdraw(ledger: Ledger, cases: Sequence[str], secret: Secret) -> Withdrawn:
    """Take cases out of a ledger.

    Parameters
    ----------
    ledger
        Of the newest release.
    cases
        Their keys. Where sources are unlinked, a key withdraws the case of every source that has it.
    secret
        Which the ledger was made with.
    """
    marks = set(mark_cases(cases, secret))
    tombstones = set(ledger.head.tombstones)
    leaving = pl.Series("case", sorted(marks), dtype=pl.String)
    gone = ledger.entries.filter(pl.col("case").is_in(leaving.implode()))
    reports = ledger.placed.join(gone, on="n").filter("bears")
    people = ledger.counted.filter(pl.col("case").is_in(leaving.implode()), "bears")
    lost = pl.concat([_lost(reports), _lost(people).with_columns(reports_gone=pl.lit(0, pl.UInt32))])
    groups = (
        ledger.groups.join(lost, on=GROUP, how="left", maintain_order="left")
        .with_columns(
            lost_cases=pl.col("lost_cases") + pl.col("cases_gone").fill_null(0).cast(pl.Int64),
            lost_reports=pl.col("lost_reports") + pl.col("reports_gone").fill_null(0).cast(pl.Int64),
        )
        .select(ledger.groups.columns)
    )
    after = replace(
        ledger,
        head=ledger.head.model_copy(update={"tombstones": sorted(tombstones | marks)}),
        entries=ledger.entries.join(gone, on="n", how="anti", maintain_order="left"),
        placed=ledger.placed.join(gone, on="n", how="anti", maintain_order="left"),
        groups=groups,
        counted=ledger.counted.filter(~pl.col("case").is_in(leaving.implode())),
        earlier=tuple(withdraw(one, cases, secret).ledger for one in ledger.earlier),
    )
    return Withdrawn(
        ledger=after,
        cases=len(marks),
        known=gone["case"].n_unique(),
        repeated=len(marks & tombstones),
        untrue=dict(after.untrue.group_by("plate").len().sort("plate").iter_rows()),
    )


def _lost(members: pl.DataFrame) -> pl.DataFrame:
    """Count, of each group, the people and the reports that leave it."""
    return members.group_by(GROUP).agg(cases_gone=pl.col("person").n_unique(), reports_gone=pl.len())


def withdrawal_notes(withdrawn: Withdrawn) -> Iterator[str]:
    """Say to the steward what a withdrawal did, and what is left to do."""
    new = withdrawn.cases - withdrawn.repeated
    yield f"{withdrawn.cases} cases: {withdrawn.known} were in the ledger and left it, {withdrawn.repeated} had before."
    if new > withdrawn.known:
        yield (
            f"{new - withdrawn.known} were not in it: check their spelling. If their rows come in later, they are left "
            "out all the same."
        )
    yield "The release stays as it is, byte for byte: every figure is true without any one person."
    yield "Delete the rows of these cases from your own file now; nothing here can do that for you."
    for plate, many in withdrawn.untrue.items():
        yield (
            f"{many} figures of {plate} are no longer true, because several people withdrew from one group. The next "
            "edition repairs them; until then you may take the release back."
        )
