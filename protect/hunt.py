"""Looking for margins that published figures pin: alone, and together with totals that someone else published."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from errors import InputError
from protect.intervals import Engine
from protect.lattice import lattice
from protect.margins import ask
from protect.outlook import place, places_of, published, tell
from protect.solver import ContradictionError
from release import LADDERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from protect.against import Total
    from protect.known import Known
    from release import Manifest

_SEED: Final = 1
"""Of walks to witnesses: it changes how long a hunt takes, never what it finds."""
_ALL: Final = 1e9
"""More than any margin holds: every least value is at most this."""
BEYOND: Final = (
    "The totals count reports that are in no plate, so what a plate holds at most was left out of account with them."
)


class Hunt:
    """One hunt through the rows of a release.

    Parameters
    ----------
    rows
        As `protect.outlook.named` returns them, with keys that are allowed.
    manifest
        Of the release.
    k
        What a margin must be able to reach.
    totals
        Of someone else.
    known
        What is known of each group besides.
    """

    def __init__(
        self, rows: pl.DataFrame, manifest: Manifest, k: int, totals: Sequence[Total], known: Known | None
    ) -> None:
        self._rows, self._totals, self._k = rows, totals, k
        self._told = tell(rows, manifest, known)
        periods = {*rows["period"], *(total.period for total in totals)}
        years = {period for period in periods if period.isdecimal()}
        self._here = lattice(rows["cell"], [total.key for total in totals], years, int(manifest.as_of[:4]))
        self._asked = ask(rows, totals, self._here)
        self.notes: list[str] = []

    @property
    def margins(self) -> int:
        """How many margins are tried."""
        return len(self._asked.names) + self._asked.settled

    def alone(self) -> list[str]:
        """Return the margins that the release pins by itself.

        Raises
        ------
        ContradictionError
            If no reports can give all its figures.
        """
        return self._pinned(Engine(published(self._told, (), self._here)))

    def blamed(self) -> list[str]:
        """Return the plates without which the others no longer contradict one another."""
        found = []
        for name in self._rows["plate"].unique(maintain_order=True):
            others = replace(self._told, rows=self._told.rows.filter(pl.col("plate") != name))
            try:
                if others.rows.height:
                    Engine(published(others, (), self._here))
            except ContradictionError:
                continue
            found.append(name)
        return found

    def linked(self) -> list[str]:
        """Return what is pinned by totals and release together.

        Raises
        ------
        InputError
            If the totals cannot be of the same reports.
        """
        try:
            engine = Engine(published(self._told, self._totals, self._here))
        except ContradictionError:
            self._told = replace(self._told, complete=frozenset())
            try:
                engine = Engine(published(self._told, self._totals, self._here))
            except ContradictionError:
                raise InputError(self._refusal()) from None
            self.notes.append(BEYOND)
        return [*self._pinned(engine), *self._left()]

    def _pinned(self, engine: Engine) -> list[str]:
        """Return the questions whose answer is at least one and less than k."""
        questions = self._asked
        rng = np.random.default_rng(_SEED)
        some = np.flatnonzero(~engine.settle(questions.certain, low=0, high=0, rng=rng).reaches_low)
        if not some.size:
            return []
        few = some[~engine.settle(questions.touched[some], low=_ALL, high=self._k, rng=rng).reaches_high]
        return [questions.names[at] for at in few.tolist()]

    def _left(self) -> Iterator[str]:
        """Yield what each total leaves of the rows of a plate within it, if that is at least one and less than k.

        These reports are none of a margin: they are those of the total that the plate tells less finely, or not at all.
        """
        if not self._told.adds:
            return
        for name in LADDERS:
            rows = self._told.rows.filter(pl.col("plate") == name)
            inside = self._within(rows)
            least = inside @ rows["low"].cast(pl.Float64).to_numpy()
            most = inside @ rows["high"].to_numpy()
            for at in np.flatnonzero(inside.any(axis=1)).tolist():
                total = self._totals[at]
                if total.total - most[at] >= 1 and total.total - least[at] < self._k:
                    yield f"what line {total.line} of the totals counts beyond the rows of plate {name} within it"

    def _within(self, rows: pl.DataFrame) -> NDArray[np.bool_]:
        """Tell which rows lie within which totals; shape totals x rows."""
        inside = np.ones((len(self._totals), rows.height), dtype=np.bool_)
        totals = places_of(self._totals, self._here)
        for axis, of_total, of_row in zip(self._here.axes, totals, place(rows, self._here), strict=True):
            inside &= axis.within(of_row)[of_total]
        return inside

    def _refusal(self) -> str:
        """Say which total cannot be of the same reports."""
        engine = Engine(published(self._told, (), self._here))
        may_hold = self._here.keys(places_of(self._totals, self._here), certain=False)
        for at, total in enumerate(self._totals):
            columns = may_hold.indices[may_hold.indptr[at] : may_hold.indptr[at + 1]].astype(np.int32)
            if engine.interval(columns)[0] > total.total:
                return (
                    f"The totals, line {total.line}, column total: fewer reports than the release shows there. Give "
                    "totals of the same reports, counted as the release counts them, or leave the line out."
                )
        lines = ", ".join(str(total.line) for total in self._totals)
        return (
            f"The totals of lines {lines} cannot all be true of the reports of this release: see which of them counts "
            "other reports, and leave it out."
        )
