"""The auditor in the loop: it attacks what is to be published, and what gives anyone away is mended or left out.

Nothing is published that did not pass. The attack uses only what an outsider may know at most, and tries to win.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

from errors import ProtectionError
from protect.build import NO_GROUPS, Plates, build
from protect.ground import ground
from protect.intervals import Engine
from protect.pairs import lowered
from protect.problem import pose
from protect.repair import send_up
from release import STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from protect.build import Batch
    from protect.problem import Problem
    from protect.starts import Start
    from protect.stats import Conditions

    Indices = NDArray[np.int32]

ROUNDS: Final = 60
"""Attacks after which plates are given up; a third as many were enough for every data set that was tried."""
LAST_KEPT: Final = ("people", "when_what")
"""The plates that are given up last: they alone are still a release."""
LOW: Final = 0.0
"""What the least value of a margin may be at most: it may be that there is nothing."""
HIGH: Final = float(STEP)
"""What its largest value must be at least."""
_SEED: Final = 1
"""Of walks to witnesses: it changes how long an audit takes, never what it finds."""


@dataclass(frozen=True, slots=True)
class Attack:
    """What one audit of all plates found: of so many margins, how many cannot be nothing, and how many not much."""

    sums: int
    margins: int
    lows: int
    highs: int


@dataclass(frozen=True, slots=True, repr=False)
class Audited:
    """Plates that passed, and what it took. Private.

    `attacks`: every audit of all margins; the last found nothing. `sent_up`: groups that went one rung up: plate, rung
    and the columns of `protect.stats.KEY`. `given_up`: plates that could not be made safe.
    """

    plates: Plates
    attacks: tuple[Attack, ...]
    sent_up: pl.DataFrame
    given_up: tuple[str, ...]

    def __repr__(self) -> str:
        """Say how many audits there were, and nothing else."""
        return f"Audited({len(self.attacks)} audits)"


def audited(batch: Batch, conditions: Conditions, progress: Callable[[str], None] = lambda _: None) -> Audited:
    """Make all plates, attack them, mend what is exposed, and attack again, until nothing is.

    Parameters
    ----------
    batch
        The reports, and what was published before.
    conditions
        The policy and what else the result depends on.
    progress
        Is told in a sentence without any figure what is being done.

    Raises
    ------
    ProtectionError
        If not even the last plates can be published without giving anyone away.
    """
    loop = _Loop(batch, conditions, progress)
    while not loop.passes():
        loop.give_up()
    return Audited(loop.plates, tuple(loop.attacks), loop.barred, tuple(loop.given_up))


class _Loop:
    """One release on its way through the audit."""

    def __init__(self, batch: Batch, conditions: Conditions, progress: Callable[[str], None]) -> None:
        self._batch, self._conditions, self._progress = batch, conditions, progress
        self._start: Start | None = None
        self.plates = lowered(build(batch, conditions), batch, conditions)
        self._ground = ground(batch, self.plates.counted, conditions)
        self._every = np.arange(self._ground.questions.shape[0], dtype=np.int32)
        self._known: tuple[Indices, Indices] = self._every[:0], self._every[:0]
        self._known = self._given_away()
        self.barred = NO_GROUPS
        self.given_up: list[str] = []
        self.attacks: list[Attack] = []

    def _given_away(self) -> tuple[Indices, Indices]:
        """Return the margins whose low, and those whose high, is known whatever is published now.

        Earlier releases, which anyone may have kept, or totals of someone else give them away by themselves; to hold
        back what is new mends none of them.
        """
        if not self._ground.totals and self._batch.before is None:
            return self._known
        alone = self._attack(self._every, Plates({}, {}))
        return alone.lows, alone.highs

    def passes(self) -> bool:
        """Attack and mend for some rounds; tell whether nothing is exposed any more.

        What was exposed is attacked alone until it is not, and then all margins again.
        """
        margins = self._every
        for number in range(ROUNDS):
            self._progress(f"Attacking what would be published (round {number + 1}) ...")
            found = self._attack(margins, self.plates)
            if margins is self._every:
                size = found.problem.published.member.shape[0]
                self.attacks.append(Attack(size, len(margins), len(found.lows), len(found.highs)))
            if found.exposed:
                self._mend(found)
                margins = np.union1d(found.lows, found.highs).astype(np.int32)
            elif margins is self._every:
                return True
            else:
                margins = self._every
        return False

    def give_up(self) -> None:
        """Drop the plate of which most groups had to go up, those that are to be kept last of all."""
        left = [name for name in self.plates.names if name not in LAST_KEPT] or list(self.plates.names)
        sent = dict(self.barred["plate"].value_counts().iter_rows())
        blamed = max(left, key=lambda name: sent.get(name, 0))
        self.given_up.append(blamed)
        self.plates = Plates(
            {name: one for name, one in self.plates.climbed.items() if name != blamed},
            {name: one for name, one in self.plates.counted.items() if name != blamed},
        )
        self.plates = lowered(self.plates, self._batch, self._conditions)
        if not self.plates.names:
            raise ProtectionError(
                "The audit refuses: what would be published pins a number of reports of fewer than k people (rule 2, "
                "bounds), and neither wider groups nor fewer plates help."
            )

    def _attack(self, margins: Indices, plates: Plates) -> _Found:
        problem = pose(self._ground, plates, self._batch, self._conditions)
        engine = Engine(problem.published, known=self._ground.known, start=self._start)
        settled = engine.settle(self._ground.questions[margins], low=LOW, high=HIGH, rng=np.random.default_rng(_SEED))
        self._start = engine.start
        exposed = margins[~settled.reaches_low], margins[~settled.reaches_high]
        lows, highs = (np.setdiff1d(found, known) for found, known in zip(exposed, self._known, strict=True))
        ends = {False: set(lows.tolist()), True: set(highs.tolist())}
        return _Found(
            problem,
            lows,
            highs,
            [problem.blamed(why) for (at, up), why in settled.proofs.items() if margins[at] in ends[up]],
        )

    def _mend(self, found: _Found) -> None:
        """Send up what proves the exposed bounds, and make the plates concerned again."""
        self._progress("Sending up groups that give small ones away ...")
        sent = send_up(found.problem.groups, found.proofs, self._conditions.policy.k)
        self.barred = pl.concat([self.barred, sent])
        names = sent["plate"].unique(maintain_order=True).to_list()
        again = build(self._batch, self._conditions, barred=self.barred, names=names)
        self.plates = lowered(
            Plates({**self.plates.climbed, **again.climbed}, {**self.plates.counted, **again.counted}),
            self._batch,
            self._conditions,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """What one attack found: margins that cannot be nothing, and margins that cannot be much."""

    problem: Problem
    lows: Indices
    highs: Indices
    proofs: list[list[int]]

    @property
    def exposed(self) -> bool:
        return bool(self.lows.size or self.highs.size)
