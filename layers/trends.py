"""Years by kinds of act, with what must be seen beside them: the closure, arrivals in South Korea, and dated events.

The figures are those of the table of `when_what`, so chart and table cannot differ. Reports depend on who could leave
and tell: no trend is drawn without the arrivals under it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import polars as pl

from layers.classes import lows_of
from layers.compose import figure_of
from layers.legend import breaks_from, class_of
from layers.sheet import Sheet
from layers.tables import time_rows
from layers.words import act_name, joined, period_name
from release import ALL_ACTS, ALL_VALUES, CAPTIVITY, REGION, Level, Selection
from terms import arrivals, eras, markers, say

if TYPE_CHECKING:
    from layers.figure import Break, Figure
    from release import Release
    from terms import Language

PLATE: Final = "when_what"
_CLOSURE: Final = "closure"


@dataclass(frozen=True, slots=True)
class Trend:
    """A chart of years by kinds of act, as values; every word is in the figure's language.

    Attributes
    ----------
    figure
        The table of the same figures, its sentences and caveats.
    breaks
        Classes, lowest first, the same for every choice of act.
    cells
        Columns year, act, reports, label and class: one row for each year and act of the chart; reports and class are
        null where there are none or too few.
    acts
        Names of the rows, in order.
    arrivals
        Columns year, people, women (null where not published): published years only.
    events
        Columns number, at (in years, the middle of a year being the whole number), when, event, source; in time order.
    closed
        First and last year of the border closure.
    """

    figure: Figure
    breaks: tuple[Break, ...]
    cells: pl.DataFrame
    acts: tuple[str, ...]
    arrivals: pl.DataFrame
    events: pl.DataFrame
    closed: tuple[int, int]
    says: str
    alt: str

    @property
    def years(self) -> tuple[int, int]:
        """First and last year that the chart shows: those of the figures, and those of the arrivals."""
        held = [*self.cells["year"], *self.arrivals["year"]]
        return min(held), max(held)


def closed_years() -> tuple[int, int]:
    """Return the first and the last year of the border closure.

    Examples
    --------
    >>> closed_years()
    (2020, 2022)
    """
    era = next(own for own in eras() if own.id == _CLOSURE)
    return int(era.first or 0), int(era.last or 0)


def place_in_time(when: str) -> float:
    """Return a date (YYYY or YYYY-MM) as a number of years of which the whole number is the middle of the year.

    Examples
    --------
    >>> place_in_time("1986"), round(place_in_time("2023-01"), 3), round(place_in_time("2023-12"), 3)
    (1986.0, 2022.542, 2023.458)
    """
    year, _, month = when.partition("-")
    return int(year) + ((int(month) - 0.5) / 12 - 0.5 if month else 0.0)


def _events(language: Language) -> pl.DataFrame:
    told = sorted((own for own in markers() if own.id.startswith("M")), key=lambda own: (own.start, own.id))
    return pl.DataFrame(
        {
            "number": list(range(1, len(told) + 1)),
            "at": [place_in_time(own.start) for own in told],
            "when": [own.start for own in told],
            "event": [say(f"marker-{own.id}", language) for own in told],
            "source": [own.source for own in told],
        }
    )


def _arrivals() -> pl.DataFrame:
    rows = [(own.year, own.people, own.women) for own in sorted(arrivals().values(), key=lambda own: own.year)]
    return pl.DataFrame(rows, schema={"year": pl.Int64, "people": pl.Int64, "women": pl.Int64}, orient="row")


def _cells(figure: Figure, breaks: tuple[Break, ...], language: Language) -> pl.DataFrame:
    held = {
        (int(own["period"]), own["act"]): own["reports"]
        for own in figure.rows.iter_rows(named=True)
        if own["period"].isdecimal() and own["act"] != ALL_ACTS
    }
    # Of all acts together the table tells: in one chart with them, their parts would all be pale.
    codes = [code for code in dict.fromkeys(figure.rows["act"]) if code != ALL_ACTS]
    years = range(min(year for year, _ in held), max(year for year, _ in held) + 1) if held else range(0)
    rows = []
    for year in years:
        for code in codes:
            reports = held.get((year, code))
            label = say("figure-none", language) if reports is None else say("figure-class", language, low=reports)
            place = None if reports is None else class_of(reports, breaks)
            rows.append((year, act_name(code, language), reports, label, place))
    schema = {"year": pl.Int64, "act": pl.String, "reports": pl.Int64, "label": pl.String, "class": pl.Int64}
    return pl.DataFrame(rows, schema=schema, orient="row")


def trend_of(release: Release, act: str, language: Language) -> Trend | None:
    """Return the trend of all acts by kind, or of one kind by act; None if the release tells no years.

    Parameters
    ----------
    release
        The only source of reports.
    act
        `all`, or a group of acts that the plate offers.
    language
        Of every word.
    """
    plate = release.plates.get(PLATE)
    if plate is None or plate.groups.is_empty():
        return None
    figure = figure_of(release, Selection(PLATE, act=act), Level.REGION, language)
    pooled = time_rows(plate, Selection(PLATE), adds=release.parts_add)
    drawn = pl.col("period").str.contains(r"^\d+$") & (pl.col("act") != ALL_ACTS)
    pool = pooled.filter(drawn)["reports"].to_numpy()
    breaks = breaks_from(lows_of([pool]), language)
    cells = _cells(figure, breaks, language)
    says = say("trends-says", language)
    return Trend(
        figure=figure,
        breaks=breaks,
        cells=cells,
        acts=tuple(dict.fromkeys(cells["act"])),
        arrivals=_arrivals(),
        events=_events(language),
        closed=closed_years(),
        says=says,
        alt=joined([say("trends-alt", language), figure.title, figure.answer, says], language),
    )


def lasting_sheet(release: Release, language: Language) -> Sheet | None:
    """Return, for acts that last, the people for whom they began in an era beside those who were in them.

    None if the release lacks one of the plates `people` and `ongoing`.
    """
    began, during = release.plates.get("people"), release.plates.get("ongoing")
    if began is None or during is None:
        return None
    everyone = began.rows.filter((pl.col("person_group") == ALL_VALUES) & (pl.col("cell") == REGION))
    first = {(own["act"], own["period"]): own["people"] for own in everyone.iter_rows(named=True)}
    lasting = {(own["act"], own["period"]): own["people"] for own in during.rows.iter_rows(named=True)}
    # The plate of people tells eras by group; private confinement is no group, so nothing stands beside it.
    keys = [(act, era.id) for act in CAPTIVITY for era in eras() if (act, era.id) in lasting]
    return Sheet(
        none=say("trends-not-told", language),
        key="lasting",
        title=say("trends-lasting", language),
        says=say("trends-lasting-says", language),
        table=pl.DataFrame(
            {
                say("choose-group", language): [act_name(act, language) for act, _ in keys],
                say("people-era", language): [period_name(era, release.manifest, language) for _, era in keys],
                say("trends-began", language): pl.Series([first.get(key) for key in keys], dtype=pl.Int64),
                say("trends-during", language): pl.Series([lasting[key] for key in keys], dtype=pl.Int64),
            }
        ),
    )


def arrivals_sheet(trend: Trend, language: Language) -> Sheet:
    """Return published arrivals in South Korea as a table; years that are not known here have no row."""
    return Sheet(
        none=say("trends-not-published", language),
        key="arrivals",
        title=say("trends-arrivals", language),
        says=say("trends-arrivals-says", language),
        table=trend.arrivals.select(
            pl.col("year").cast(pl.String).alias(say("trends-year", language)),
            pl.col("people").alias(say("trends-people", language)),
            pl.col("women").alias(say("people-woman", language)),
        ),
    )


def events_sheet(trend: Trend, language: Language) -> Sheet:
    """Return the dated events that the chart marks by number."""
    return Sheet(
        none=say("figure-none", language),
        key="events",
        title=say("trends-events", language),
        says=say("trends-events-says", language),
        table=trend.events.select(
            pl.col("number").cast(pl.String).alias(say("trends-number", language)),
            pl.col("when").alias(say("trends-when", language)),
            pl.col("event").alias(say("trends-event", language)),
            pl.col("source").alias(say("trends-source", language)),
        ),
    )
