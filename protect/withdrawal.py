"""Withdrawal: someone takes back what she told. No public figure moves, for each is true without any one person.

Her marks leave the ledger at once; what stays is a tombstone, so that her rows are in no later release. (To take her
groups out of the release was tried: the difference between the two files nearly always fitted exactly one person.)
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from data import Fault, read_keys
from errors import InputError
from protect.editions import GROUP
from protect.lines import SHOWN, read_lines, refuse
from protect.marks import mark_cases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from protect.ledger import Ledger
    from protect.secret import Secret


@dataclass(frozen=True, slots=True, repr=False)
class Withdrawn:
    """What a withdrawal did. Private.

    `ledger`: after it. `cases`: how many were asked for; of these, `known` stood in the ledger, or in that of an
    earlier series, and `repeated` had withdrawn before. `untrue`: how many figures of each plate are no longer true,
    those of earlier withdrawals too.
    """

    ledger: Ledger
    cases: int
    known: int
    repeated: int
    untrue: dict[str, int]

    def __repr__(self) -> str:
        """Say how many cases withdrew, and nothing else."""
        return f"Withdrawn({self.cases} cases)"


def read_cases(path: Path) -> dict[str, int]:
    """Read the case keys of a CSV with a column `case`, each once and as `data.as_keys` reads them.

    Returns
    -------
    dict[str, int]
        The line in which each key stands first, by key, in the order of the keys.

    Raises
    ------
    InputError
        If the file cannot be read, has no such column, or holds no case.
    """
    faults: list[Fault] = []
    read = [(line, case) for line, (case,) in read_lines(path, ("case",), faults)]
    keys = read_keys(case for _, case in read)
    lines: dict[str, int] = {}
    for (line, _), key in zip(read, keys, strict=True):
        if key:
            lines.setdefault(key, line)
        else:
            faults.append(Fault(line, "case", "nothing that can be seen", "give the key, or leave the line out"))
    refuse(path, sorted(faults, key=lambda fault: fault.line or 0))
    if not lines:
        raise InputError(f"{path.name} names no case: give one in each line below the header.")
    return dict(sorted(lines.items()))


def check_known(ledger: Ledger, cases: Mapping[str, int], secret: Secret) -> None:
    """Refuse a withdrawal of cases that are not in the ledger: one letter is enough to take out nobody, or another.

    Parameters
    ----------
    ledger
        Of the newest release. Who withdrew before is known, and so is who stands in an earlier series.
    cases
        Keys with their lines, as `read_cases` returns them.
    secret
        Which the ledger was made with.

    Raises
    ------
    InputError
        Naming the lines, and no key.
    """
    known = ledger.known_cases
    lines = sorted(
        line for mark, line in zip(mark_cases(cases, secret), cases.values(), strict=True) if mark not in known
    )
    if not lines:
        return
    listed = ", ".join(str(line) for line in lines[:SHOWN])
    more = f" and {len(lines) - SHOWN} more" if len(lines) > SHOWN else ""
    raise InputError(
        f"{len(lines)} of {len(cases)} cases are not in the ledger: line{'s' if len(lines) > 1 else ''} {listed}{more} "
        "of the file of cases. Nothing was written. Check their spelling, capital letters too. If it is right, their "
        "rows were in no release yet, or all of them are under embargo: say --not-yet-in, and they are left out of "
        "every release to come."
    )


def withdraw(ledger: Ledger, cases: Iterable[str], secret: Secret) -> Withdrawn:
    """Take cases out of a ledger.

    Parameters
    ----------
    ledger
        Of the newest release.
    cases
        Their keys, as `data.as_keys` reads them. Where sources are unlinked, a key withdraws the case of every source
        that has it. One that is not known is kept out of what comes later.
    secret
        Which the ledger was made with.
    """
    return _leave(ledger, set(mark_cases(cases, secret)))


def _leave(ledger: Ledger, marks: set[str]) -> Withdrawn:
    """Take the cases of some marks out of a ledger, and of the earlier ones in it."""
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
        earlier=tuple(_leave(one, marks).ledger for one in ledger.earlier),
    )
    return Withdrawn(
        ledger=after,
        cases=len(marks),
        known=len(marks & ledger.known_cases - tombstones),
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
            f"{new - withdrawn.known} were not in it, so nothing of theirs could be taken out. If their rows come in "
            "later under exactly these keys, they are left out."
        )
    yield "The release stays as it is, byte for byte: every figure is true without any one person."
    yield "Delete the rows of these cases from your own file now; nothing here can do that for you."
    for plate, many in withdrawn.untrue.items():
        yield (
            f"{many} figures of {plate} are no longer true, because several people withdrew from one group. The next "
            "edition repairs them; until then you may take the release back."
        )
