"""Two eras, or two acts, side by side: each area's share of the reports, larger, smaller, or nobody can tell.

Numbers of reports are never compared: fewer may be heard, and more may happen. What is compared is each area's share
of its own side's reports.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from geo import from_text, hexagons, near, region_outline
from layers.about import about
from layers.asked import unasked_of
from layers.figure import Break, Figure, Mark
from layers.marks import on_both_banks, where
from layers.pairs import AXES, common_levels, pair_of
from layers.shares import LEAST_PEOPLE, Verdict, judged
from layers.words import period_label
from release import Level, bounds
from terms import say

if TYPE_CHECKING:
    from layers.link import ViewState
    from layers.pairs import Pair
    from release import Bounds, Release
    from terms import Language


_DIGITS: Final = 10**4


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides and what is said of them.

    `sides`: a map of each, with the same table and rows; none where areas cannot be compared, and `answer` then says
    why. `says`: sentences that must be read with them.
    """

    title: str
    answer: str
    says: tuple[str, ...] = ()
    level: Level | None = None
    sides: tuple[Figure, ...] = ()


def comparison(release: Release, state: ViewState) -> Comparison:
    """Return the two sides of a comparison, or the one sentence that says why there are none.

    Parameters
    ----------
    release
        The only source of figures.
    state
        Its plate and its period or act are the first side, `beside` is the second; a level that both sides show, or
        else the finest of these; its language is that of every word.
    """
    language = state.lang
    pair = pair_of(release, state)
    if pair is None:
        return Comparison(say("compare-title-none", language), say("compare-none", language))
    first, second = pair.names(release, language)
    title = say("compare-title", language, what=say(f"compare-plate-{pair.plate}", language))
    if not release.parts_add:
        return Comparison(title, say("compare-overlap", language))
    people = [bounds(release, own, Level.R2).people for own in (pair.first, pair.second)]
    if min(people) < LEAST_PEOPLE:
        few = say(
            "compare-few", language, first=first, second=second, least=LEAST_PEOPLE, people=people[0], others=people[1]
        )
        return Comparison(title, few)
    levels = common_levels(release, pair)
    if not levels:
        return Comparison(title, say("compare-no-area", language))
    level = state.level if state.level in levels else levels[-1]
    known = bounds(release, pair.first, level), bounds(release, pair.second, level)
    return _Sides(release, pair, level, known, language).compared()


class _Sides:
    """The two sides of one comparison in the making."""

    def __init__(
        self, release: Release, pair: Pair, level: Level, known: tuple[Bounds, Bounds], language: Language
    ) -> None:
        self._release, self._pair, self._level, self._language = release, pair, level, language
        areas = judged(*known)
        names = near(from_text(areas["cell"].to_list()), language.value)
        # What can be told comes first, on the map's keys as in the table.
        self._areas = areas.with_columns(near=pl.Series(names, dtype=pl.String)).sort("verdict", "cell")
        self._names = pair.names(release, language)
        self._kinds = [say(f"compare-{own.name.lower()}", language) for own in Verdict]

    def compared(self) -> Comparison:
        """Return the comparison."""
        first, second = self._names
        counted = {own.name.lower(): int((self._areas["verdict"] == int(own)).sum()) for own in Verdict}
        title = say(
            "compare-title-areas",
            self._language,
            what=say(f"compare-plate-{self._pair.plate}", self._language),
            unknown=counted["unknown"],
            areas=self._areas.height,
        )
        answer = say("compare-answer", self._language, first=first, second=second, **counted)
        return Comparison(
            title,
            answer,
            says=(say("compare-shares", self._language), say("compare-how", self._language)),
            level=self._level,
            sides=tuple(self._side(at, title, answer) for at in (0, 1)),
        )

    def _side(self, at: int, title: str, answer: str) -> Figure:
        """Return the map of one side: the areas that it shows, and what their shares are beside the other's."""
        selection, own = (self._pair.first, self._pair.second)[at], self._names[at]
        marks = self._marks(at)
        unasked = unasked_of(self._release, selection.period, self._level, marks)
        heading = say("compare-side", self._language, side=own, areas=len(marks))
        own_words = asdict(about(self._release, self._language))
        own_words["caveats"] = (say("compare-shares", self._language), *own_words["caveats"])
        return Figure(
            **own_words,
            selection=selection,
            level=self._level,
            title=heading,
            answer=answer,
            breaks=(Break(0, 1, self._kinds[Verdict.SMALLER]), Break(1, None, self._kinds[Verdict.LARGER])),
            legend_title=own,
            none_label=say("figure-none", self._language),
            wide_label=self._kinds[Verdict.UNKNOWN],
            marks=marks,
            ground=region_outline(),
            not_shown=say("compare-how", self._language),
            period=period_label(selection.period, self._release.manifest, self._language),
            alt=say("compare-alt", self._language, heading=heading, title=title, answer=answer),
            table=self._table(),
            rows=self._rows(),
            unasked=unasked,
            unasked_label=None if unasked is None else say("figure-unasked", self._language),
        )

    def _marks(self, at: int) -> tuple[Mark, ...]:
        mine, theirs = ("first", "second") if at == 0 else ("second", "first")
        shown = self._areas.filter(pl.col(f"{mine}_low").is_not_null())
        cells = from_text(shown["cell"].to_list())
        both = say("figure-tip-both-banks", self._language)
        marks = []
        for row, shape, shared in zip(
            shown.iter_rows(named=True), hexagons(cells).tolist(), on_both_banks(cells).tolist(), strict=True
        ):
            verdict = Verdict(row["verdict"]) if at else Verdict(row["verdict"]).turned
            tip = [
                self._kinds[verdict],
                self._ends(row, mine),
                self._ends(row, theirs),
                where(row["near"], self._language),
                *([both] if shared else []),
            ]
            marks.append(
                Mark(
                    cell=row["cell"],
                    outline=shape,
                    break_index=int(verdict is Verdict.LARGER),
                    wide=verdict is Verdict.UNKNOWN,
                    reports=0,
                    people=0,
                    near=row["near"],
                    tip="\n".join(tip),
                )
            )
        return tuple(marks)

    def _ends(self, row: dict[str, Any], side: str) -> str:
        """Say between what ends the share of an area lies, in a hundred reports of a side, rounded outward."""
        name = self._names[("first", "second").index(side)]
        low, high = row[f"{side}_low"], row[f"{side}_high"]
        if low is None:
            return say("compare-hidden", self._language, side=name)
        return say("compare-ends", self._language, low=floor(100 * low), high=ceil(100 * high), side=name)

    def _table(self) -> pl.DataFrame:
        """Return the areas for readers; null where an area is hidden on a side."""
        language = self._language
        columns: dict[str, list[str | None]] = {}
        columns[say("column-near", language)] = self._areas["near"].to_list()
        columns[say("compare-column", language, side=self._names[1])] = [
            self._kinds[own] for own in self._areas["verdict"]
        ]
        for side, name in zip(("first", "second"), self._names, strict=True):
            ends = zip(self._areas[f"{side}_low"], self._areas[f"{side}_high"], strict=True)
            columns[say("compare-column-ends", language, side=name)] = [
                None if low is None else say("compare-range", language, low=floor(100 * low), high=ceil(100 * high))
                for low, high in ends
            ]
        columns[say("column-cell", language)] = self._areas["cell"].to_list()
        return pl.DataFrame({name: pl.Series(values, dtype=pl.String) for name, values in columns.items()})

    def _rows(self) -> pl.DataFrame:
        """Return the areas for machines: shares to four digits, their low ends rounded down and their high ends up."""
        field = AXES[self._pair.plate]
        words = {int(own): own.name.lower() for own in Verdict}
        return self._areas.select(
            "cell",
            pl.lit(self._level.resolution, pl.UInt8).alias("resolution"),
            "near",
            *(
                pl.lit(getattr(own, field)).alias(name)
                for name, own in (("first", self._pair.first), ("second", self._pair.second))
            ),
            *((pl.col(f"{side}_low") * _DIGITS).floor() / _DIGITS for side in ("first", "second")),
            *((pl.col(f"{side}_high") * _DIGITS).ceil() / _DIGITS for side in ("first", "second")),
            pl.col("verdict").replace_strict(words, return_dtype=pl.String).alias("second_share"),
        )
