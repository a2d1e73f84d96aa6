"""A figure as GeoParquet 1.1: the same columns as its GeoJSON, and what must be said of them in the file's metadata."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from layers import Figure

WORDS: Final = b"red-zone-atlas"
"""Key of the metadata whose JSON holds title, period, what is not shown, caveats, source, release and how to cite."""

RECEIPT: Final = b"atlas-receipt"


def words_of(figure: Figure) -> dict[str, Any]:
    """Return what must be said with the figures wherever they go, as JSON values."""
    return {
        "title": figure.title,
        "period": figure.period,
        "plate": figure.selection.plate,
        "not_shown": figure.not_shown,
        "caveats": list(figure.caveats),
        "not_audited": figure.not_audited,
        "synthetic": figure.synthetic is not None,
        "synthetic_note": figure.synthetic,
        "source": figure.source,
        "release_id": figure.release_id,
        "cite_as": figure.cite_as,
        "attribution": figure.attribution,
    }


def figure_geoparquet(figure: Figure, token: str = "") -> bytes:
    """Return the figures as GeoParquet, an area a row, wide areas first; of a table all geometries are null.

    Columns: cell, resolution, near, period, act, reports_at_least, people_at_least, wide, geometry (WGS84).

    Parameters
    ----------
    figure
        A map or a table.
    token
        Of a receipt; it stands in the metadata under `RECEIPT`.
    """
    # Imported here: both take longer than all else that a page needs.
    import geopandas as gpd  # noqa: PLC0415 - see above
    import pyarrow.parquet as pq  # noqa: PLC0415 - see above

    rows = figure.rows.rename({"reports": "reports_at_least", "people": "people_at_least"})
    columns: dict[str, Any] = {name: rows[name].to_list() for name in rows.columns}
    columns["wide"] = [mark.wide for mark in figure.marks] if figure.is_map else [False] * rows.height
    outlines = [mark.outline for mark in figure.marks] if figure.is_map else [None] * rows.height
    frame = gpd.GeoDataFrame(columns, geometry=outlines, crs="EPSG:4326")
    for name in ("resolution", "reports_at_least", "people_at_least"):
        frame[name] = frame[name].astype("Int64")
    for name in ("cell", "near", "period", "act"):
        frame[name] = frame[name].astype("string")
    held = io.BytesIO()
    frame.to_parquet(held, index=False, schema_version="1.1.0")
    table = pq.read_table(held)
    metadata = {
        b"geo": table.schema.metadata[b"geo"],
        WORDS: json.dumps(words_of(figure), ensure_ascii=False, sort_keys=True).encode(),
        **({RECEIPT: token.encode()} if token else {}),
    }
    out = io.BytesIO()
    bare = table.replace_schema_metadata(None)
    # Without Arrow's own schema, which would hold the metadata once more in another alphabet.
    with pq.ParquetWriter(out, bare.schema, store_schema=False) as writer:
        writer.add_key_value_metadata(metadata)
        writer.write_table(bare)
    return out.getvalue()
