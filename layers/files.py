"""A figure as data: CSV for tables, GeoJSON for maps. Each says in itself where it comes from and what it cannot say.

A file that leaves the building is read without its page. So every row of the CSV carries the release, whether the data
are synthetic, and the first caveats, and its first row carries all of them; the GeoJSON carries the same as foreign
members (RFC 7946, section 6.1). Column names are English in all languages; `near` and the caveats are in the
figure's language. An area or period without a row has no reports, or too few to show.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import shapely

from layers.words import joined

if TYPE_CHECKING:
    from layers.figure import Figure, Mark

_CAVEATS: Final = 2
"""Of all caveats, how many stand in every row: that reports are not prevalence, and that figures are minima. The first
row holds them all."""


def figure_csv(figure: Figure) -> str:
    """Return the figures as CSV (RFC 4180, UTF-8), in the order of the figure's table.

    Columns: cell (H3, or `region`), resolution, near, period, act, reports_at_least, people_at_least, release_id,
    synthetic (true or false), caveat. Of a comparison: first and second (what is compared), first_low, first_high,
    second_low, second_high (between what ends each share lies) and second_share (smaller, larger or unknown) stand in
    the place of period, act, reports and people.
    """
    rows = figure.rows
    some, every = (joined(own, figure.language) for own in (figure.caveats[:_CAVEATS], figure.caveats))
    if figure.is_map and "reports" in rows.columns:
        rows = rows.sort("reports", "people", "cell", descending=[True, True, False])
    return (
        rows.rename({"reports": "reports_at_least", "people": "people_at_least"}, strict=False)
        .with_columns(
            release_id=pl.lit(figure.release_id),
            synthetic=pl.lit(figure.synthetic is not None),
            caveat=pl.when(pl.int_range(pl.len()) == 0).then(pl.lit(every)).otherwise(pl.lit(some)),
        )
        .write_csv(line_terminator="\r\n")
    )


def _feature(row: dict[str, Any], mark: Mark | None) -> dict[str, Any]:
    geometry = json.loads(shapely.to_geojson(mark.outline)) if mark else None
    properties = {
        "cell": row["cell"],
        "resolution": row["resolution"],
        "near": row["near"],
        "period": row["period"],
        "act": row["act"],
        "reports_at_least": row["reports"],
        "people_at_least": row["people"],
    }
    if mark:
        properties["wide"] = mark.wide
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def figure_geojson(figure: Figure) -> str:
    """Return the figures as a GeoJSON feature collection, an area a feature, wide areas first.

    A figure without places has features without geometry, as RFC 7946 allows. Foreign members: title, period, plate,
    not_shown, caveats, source, release_id, cite_as, attribution, not_audited, synthetic (true or false) and
    synthetic_note.
    """
    marks: list[Mark | None] = [*figure.marks] if figure.is_map else [None] * figure.rows.height
    collection = {
        "type": "FeatureCollection",
        "title": figure.title,
        "period": figure.period,
        "plate": figure.selection.plate,
        "not_shown": figure.not_shown,
        "caveats": list(figure.caveats),
        "source": figure.source,
        "release_id": figure.release_id,
        "cite_as": figure.cite_as,
        "attribution": figure.attribution,
        "not_audited": figure.not_audited,
        "synthetic": figure.synthetic is not None,
        "synthetic_note": figure.synthetic,
        "features": [_feature(row, mark) for row, mark in zip(figure.rows.iter_rows(named=True), marks, strict=True)],
    }
    return json.dumps(collection, ensure_ascii=False, separators=(",", ":")) + "\n"
