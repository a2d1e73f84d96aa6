"""An attacker of another making: what published plates allow of small margins, by another solver and equations."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix, vstack

from protect.stats import KEY
from release import Persons
from tests.protect.by_hand import IN, SMALL, few_people, margins, numbers, past_rows, person, tables

if TYPE_CHECKING:
    import polars as pl

    from protect.build import Plates
    from protect.tally import Reports

NEARLY = 1e-6


class Attacker:
    """Knows every occupied place, who is in which group, and the largest case of each, but no count.

    One column for each report past its embargo, and one for each person.
    """

    def __init__(self, rows: pl.DataFrame, reports: Reports, plates: Plates, k: int) -> None:
        self._unlinked = reports.persons is Persons.UNLINKED
        self._k = k
        self._name = {number: name for name, number in numbers(reports).items()}
        self._source = dict(reports.sources.iter_rows())
        self._named = dict(enumerate(rows["source"].unique().sort()))
        past = past_rows(rows)
        told = dict.fromkeys((*person(row, unlinked=self._unlinked), row["act"], row["year"]) for row in past)
        self._column = {name: at for at, name in enumerate(told)}
        people = tables(rows, unlinked=self._unlinked)
        everyone = {who for own in people.values() for row in own.values() for some in row.values() for who in some}
        self._column |= {who: len(self._column) + at for at, who in enumerate(sorted(everyone))}
        self._sums: list[dict[int, float]] = []
        self._low: list[float] = []
        self._high: list[float] = []
        self._figures: list[tuple[set[object], set[int], int, int]] = []
        for plate in plates.climbed.values():
            self._hear_groups(plate)
        for table in plates.counted:
            self._hear_people(table, plates.counted[table].groups, people[table], past)
        self._compare()
        asked = margins(past, SMALL, k, unlinked=self._unlinked) | few_people(people.values(), k)
        self.questions = sorted(sorted(self._column[name] for name in one) for one in asked)

    def _hear(self, weights: dict[int, float], low: float, high: float) -> None:
        self._sums.append(weights)
        self._low.append(low)
        self._high.append(high)

    def _hear_groups(self, plate) -> None:
        inside: dict[tuple[object, ...], list[int]] = {}
        for report, *key in plate.members.select("report", "rung", *KEY).iter_rows():
            inside.setdefault(tuple(key), []).append(report)
        said = {tuple(key): figure for *key, figure in plate.groups.select("rung", *KEY, "people").iter_rows()}
        for *key, counted in plate.groups.select("rung", *KEY, "counted").iter_rows():
            own = [one for one in inside[tuple(key)] if not self._unlinked or self._source[one] == counted]
            largest = max(Counter(self._name[one][:2] for one in own).values())
            least = (len(own) - largest) // 5 * 5 + largest
            self._hear({self._column[self._name[one]]: 1.0 for one in own}, least, least + 4)
            who = {self._name[one][:2] for one in own}
            self._figures.append((who, {self._column[self._name[one]] for one in own}, said[tuple(key)], len(who)))

    def _hear_people(self, table: str, groups: pl.DataFrame, people, past) -> None:
        reports: dict[object, dict[object, set[int]]] = {row: {} for row in people}
        for one in past:
            if one["area"] in {"cell", "region"}:
                who = person(one, unlinked=self._unlinked)
                for row in IN[table](one):
                    reports[row].setdefault(who, set()).add(self._column[*who, one["act"], one["year"]])
        shown = groups.filter("shown").select("rung", *KEY[1:], "counted", "people")
        for *row, source, figure in shown.iter_rows():
            who = people[tuple(row)][self._named[source] if self._unlinked else ""]
            own = set.union(*(reports[tuple(row)][one] for one in who))
            self._hear({self._column[one]: 1.0 for one in who}, figure + 1, (len(who) - 1) // 5 * 5 + 5)
            self._hear(dict.fromkeys(own, 1.0), figure + 1, np.inf)
            self._figures.append((set(who), own, figure, len(who)))

    def _compare(self) -> None:
        """Hear of each pair of groups that whoever is in the one and not in the other has a report that it lacks."""
        for who, own, figure, _ in self._figures:
            for others, theirs, _, many in self._figures:
                more = figure + 1 - ((many - 1) // 5 * 5 + 5)
                if more > 0 and who & others:
                    self._hear(dict.fromkeys(own - theirs, 1.0), more, np.inf)

    def told_apart(self) -> list[tuple[int, int]]:
        """Return the figures of pairs of groups that differ though fewer than k people make the difference."""
        return [
            (figure, less)
            for who, _, figure, _ in self._figures
            for others, _, less, _ in self._figures
            if figure > less and 0 < len(who - others) < self._k
        ]

    def exposed(self) -> list[tuple[str, int]]:
        """Return the small margins that cannot be nothing, and those that cannot be five."""
        at = np.repeat(np.arange(len(self._sums)), [len(one) for one in self._sums])
        inside = np.array([column for one in self._sums for column in one])
        weights = np.array([weight for one in self._sums for weight in one.values()])
        member = csr_matrix((weights, (at, inside)), shape=(len(self._sums), len(self._column)))
        low, high = np.array(self._low), np.array(self._high)
        told = np.isfinite(low)
        below, limits = vstack([member, -member[told]]).tocsr(), np.concatenate([high, -low[told]])
        below, limits = below[np.isfinite(limits)], limits[np.isfinite(limits)]
        many = [len(one) for one in self.questions]
        asked = csr_matrix(
            (np.ones(sum(many)), (np.repeat(np.arange(len(many)), many), np.concatenate(self.questions))),
            shape=(len(many), len(self._column)),
        )
        found: list[tuple[str, int]] = []
        for end, sign, goal in (("low", 1.0, 0.0), ("high", -1.0, 5.0)):
            open_ = np.ones(len(many), dtype=bool)
            while open_.any():
                question = int(np.flatnonzero(open_)[0])
                ends = linprog(sign * asked[question].toarray()[0], A_ub=below, b_ub=limits, method="highs")
                assert ends.status in {0, 3}, ends.message  # solved, or without end
                open_[question] = False
                if ends.status == 3:
                    continue
                value = sign * ends.fun
                if value > goal + NEARLY if end == "low" else value < goal - NEARLY:
                    found.append((end, question))
                sums = asked @ ends.x  # what this table shows to be possible need not be asked for any more
                open_ &= ~(sums <= NEARLY if end == "low" else sums >= goal)
        return found
