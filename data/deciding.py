"""The decisions of a steward, carried out on the rows of a file, and the ones that a check proposes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.decisions import Decisions
from data.folding import fold_label
from data.location import OUTSIDE
from errors import UsageError

if TYPE_CHECKING:
    import polars as pl

    from data.faults import Fault, Faults
    from data.steps import Mapped


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Decided:
    """Rows and lines that are left, lines that could not be read, and how many lines were left out. Private."""

    rows: pl.DataFrame
    lines: pl.Series
    unreadable: tuple[Fault, ...]
    dropped: int
    accepted: Decisions

    def __repr__(self) -> str:
        """Say how many rows are left."""
        return f"Decided({self.rows.height} rows)"


def decide(mapped: Mapped, decisions: Decisions | None) -> Decided:
    """Carry out decisions: leave lines out, read points as elsewhere, read labels as acts.

    Raises
    ------
    UsageError
        If they were made for another file, whose lines are other lines.
    """
    unreadable = mapped.screened.table.unreadable
    if decisions is None:
        return Decided(mapped.rows, mapped.lines, unreadable, 0, Decisions())
    digest = mapped.screened.recognised.digest
    if decisions.file != digest and (decisions.drop or decisions.elsewhere):
        raise UsageError(
            "The decisions were made for another file, or the file has changed since: its lines may be other lines. "
            "Run `check` again and take its list."
        )
    out = mapped.lines.is_in(list(decisions.drop))
    rows, lines = mapped.rows.filter(~out), mapped.lines.filter(~out)
    left = tuple(fault for fault in unreadable if fault.line not in set(decisions.drop))
    moved = lines.is_in(list(decisions.elsewhere))
    if moved.any():
        rows = rows.with_columns(
            *(rows[name].set(moved, None) for name in ("lat", "lng", "cell")), rows["place"].set(moved, OUTSIDE[0])
        )
    if decisions.acts:
        codes = {fold_label(label): code for label, code in decisions.acts.items()}
        labels = rows["act"].drop_nulls().unique().to_list()
        known = {one: codes[fold_label(one)] for one in labels if fold_label(one) in codes}
        rows = rows.with_columns(rows["act"].replace(list(known), list(known.values()))) if known else rows
    dropped = mapped.lines.filter(out).n_unique() + len(unreadable) - len(left)
    return Decided(rows, lines, left, dropped, Decisions(digest, decisions.drop, decisions.elsewhere, decisions.acts))


def proposed(mapped: Mapped, decided: Decided, faults: Faults) -> Decisions:
    """Return decisions under which the file would be read: those that hold already, and one for each faulty line.

    A label that may be told is proposed as Z, a point with a wrong sign as elsewhere; every other line is left out.
    """
    held = decided.accepted
    return Decisions(
        file=mapped.screened.recognised.digest,
        drop=tuple(sorted({*held.drop, *faults.to_drop})),
        elsewhere=tuple(sorted({*held.elsewhere, *faults.to_elsewhere})),
        acts={**held.acts, **dict.fromkeys(faults.labels, "Z")},
    )
