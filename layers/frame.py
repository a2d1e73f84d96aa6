"""A figure as a GeoDataFrame: for notebooks, and for whoever draws or measures with geopandas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import geopandas as gpd

from errors import UsageError

if TYPE_CHECKING:
    from layers.figure import Figure


def figure_frame(figure: Figure) -> gpd.GeoDataFrame:
    """Return the drawn areas of a map with their figures, in WGS84.

    Returns
    -------
    GeoDataFrame
        A row for each mark, in the order in which it is drawn: cell, reports, people, near, wide, and geometry. What
        must be said with the figures is in `attrs`: release_id, cite_as, caveats, synthetic.

    Raises
    ------
    UsageError
        If the figure is of a plate without places: its `rows` are all there is.
    """
    if not figure.is_map:
        raise UsageError(f"The plate {figure.selection.plate!r} tells no places: use the figure's rows.")
    marks = figure.marks
    frame = gpd.GeoDataFrame(
        {
            "cell": [mark.cell for mark in marks],
            "reports": [mark.reports for mark in marks],
            "people": [mark.people for mark in marks],
            "near": [mark.near for mark in marks],
            "wide": [mark.wide for mark in marks],
        },
        geometry=[mark.outline for mark in marks],
        crs="EPSG:4326",
    )
    frame.attrs = {
        "release_id": figure.release_id,
        "cite_as": figure.cite_as,
        "caveats": figure.caveats,
        "synthetic": figure.synthetic is not None,
    }
    return frame
