"""A trend as two charts on one time axis: years by kinds of act, and below it arrivals in South Korea.

Vega-Lite, drawn by the browser from values alone; both charts have the same axis and the same width of labels, so that
a year stands under the same year. A cell without a figure has fine dots, as on the map, and no colour.
Source: Satyanarayan et al. 2017, Vega-Lite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

import altair as alt
import polars as pl

from layers.figure import NONE_SIGN
from terms import say

if TYPE_CHECKING:
    from layers.palette import Palette
    from layers.trends import Trend
    from terms import Language

_LABELS_PX: Final = 235
_ROW_PX: Final = 24
_ARRIVALS_PX: Final = 130
_AXIS_PX: Final = 56
"""Room for the years below and the numbers above; the height of a chart holds them."""
_FONT: Final = "'Source Sans', 'Atlas Hangul', 'Atlas Han', sans-serif"


def _years(trend: Trend, *, labels: bool) -> alt.X:
    first, last = trend.years
    axis = alt.Axis(format="d", tickMinStep=1, tickCount=12, title=None, labels=labels, ticks=labels, grid=False)
    return alt.X("from:Q", scale=alt.Scale(domain=[first - 0.5, last + 0.5], nice=False, zero=False), axis=axis)


def _values(frame: pl.DataFrame) -> alt.Data:
    """Return rows as values of the chart; Altair's own way needs another library to look at them first."""
    return cast("alt.Data", alt.InlineData(values=frame.to_dicts()))


def _spread(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(**{"from": pl.col("year") - 0.5, "to": pl.col("year") + 0.5})


def _band(trend: Trend, colours: Palette) -> alt.Chart:
    first, last = trend.closed
    data = _values(pl.DataFrame({"from": [first - 0.5], "to": [last + 0.5]}))
    band = alt.Chart(data).mark_rect(color=colours.text_quiet, opacity=0.18).encode(x="from:Q", x2="to:Q")
    return cast("alt.Chart", band)


def _labels(own: pl.DataFrame) -> str:
    numbers = own["number"].to_list()
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"


def _marks(trend: Trend, colours: Palette) -> list[alt.Chart]:
    """Return a rule for each event in the years that are drawn, and one label a year, or they would overlap."""
    first, last = trend.years
    shown = trend.events.filter(pl.col("at").is_between(first - 0.5, last + 0.5))
    years = shown.with_columns(year=pl.col("at").round().cast(pl.Int64)).partition_by("year", maintain_order=True)
    texts = pl.DataFrame({"from": [own["at"].mean() for own in years], "text": [_labels(own) for own in years]})
    rules = shown.select(pl.col("at").alias("from"), "event", "when")
    return [
        alt.Chart(_values(rules))
        .mark_rule(color=colours.text, strokeDash=[3, 3], opacity=0.7)
        .encode(x="from:Q", tooltip=[alt.Tooltip("when:N", title=" "), alt.Tooltip("event:N", title=" ")]),
        alt.Chart(_values(texts))
        .mark_text(color=colours.text, baseline="bottom", dy=-3, fontSize=11)
        .encode(x="from:Q", y=alt.value(0), text="text:N"),
    ]


def _dressed(chart: alt.LayerChart | alt.FacetChart, colours: Palette) -> alt.LayerChart:
    words = {"labelColor": colours.text, "titleColor": colours.text, "labelFont": _FONT, "titleFont": _FONT}
    dressed = (
        chart.configure(background="transparent", font=_FONT)
        .configure_view(stroke=colours.rule)
        .configure_axis(**words, domainColor=colours.rule, tickColor=colours.rule)
        .configure_text(font=_FONT)
    )
    return cast("alt.LayerChart", dressed)


def trend_chart(trend: Trend, colours: Palette, language: Language) -> alt.LayerChart:
    """Return the chart of years by kinds of act; the closure is a grey band behind, events are numbered rules."""
    cells = _spread(trend.cells).with_columns(colour=_colour(trend, colours))
    rows = alt.Y(
        "act:N",
        sort=list(trend.acts),
        title=None,
        axis=alt.Axis(minExtent=_LABELS_PX, maxExtent=_LABELS_PX, labelLimit=_LABELS_PX - 8, ticks=False),
    )
    year = alt.Tooltip("year:Q", title=say("trends-year", language), format="d")
    tips: list[Any] = [
        alt.Tooltip("act:N", title=say("choose-act", language)), year,
        alt.Tooltip("label:N", title=say("trends-reports", language)),
    ]  # fmt: skip
    shown = alt.Chart(_values(cells.filter(pl.col("reports").is_not_null())))
    none = alt.Chart(_values(cells.filter(pl.col("reports").is_null())))
    layers = [
        _band(trend, colours),
        none.mark_text(text=NONE_SIGN, color=colours.dots, fontSize=11).encode(x="year:Q", y=rows, tooltip=tips),
        shown.mark_rect(stroke=colours.hairline, strokeWidth=colours.hairline_px).encode(
            x=_years(trend, labels=True), x2="to:Q", y=rows, color=alt.Color("colour:N", scale=None), tooltip=tips
        ),
        *_marks(trend, colours),
    ]
    return _dressed(alt.layer(*layers).properties(height=_ROW_PX * max(1, len(trend.acts)) + _AXIS_PX), colours)


def _colour(trend: Trend, colours: Palette) -> pl.Expr:
    own = dict(enumerate(colours.colours(len(trend.breaks))))
    return pl.col("class").replace_strict(own, default=None, return_dtype=pl.String)


def arrivals_chart(trend: Trend, colours: Palette, language: Language) -> alt.LayerChart:
    """Return the chart of arrivals in South Korea, on the same time axis; a year without a bar is not known here."""
    bars = _spread(trend.arrivals).with_columns(pl.col("from") + 0.15, pl.col("to") - 0.15)
    tips = [
        alt.Tooltip("year:Q", title=say("trends-year", language), format="d"),
        alt.Tooltip("people:Q", title=say("trends-people", language), format=","),
    ]
    height = alt.Y(
        "people:Q",
        title=None,
        axis=alt.Axis(minExtent=_LABELS_PX, maxExtent=_LABELS_PX, tickCount=3, format=",d", grid=False),
    )
    chart = (
        alt.Chart(_values(bars))
        .mark_rect(color=colours.text_quiet)
        .encode(x=_years(trend, labels=True), x2="to:Q", y=height, y2=alt.datum(0), tooltip=tips)
    )
    return _dressed(alt.layer(_band(trend, colours), chart).properties(height=_ARRIVALS_PX), colours)
