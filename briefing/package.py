"""A figure as a data package: tables with their codebook, outlines, and a notebook that draws the figure anew.

The package follows Frictionless Data's Tabular Data Package and needs nothing of ours: the notebook reads the files
beside it with geopandas and folium alone.
"""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any, Final

import polars as pl
import shapely

from briefing.geoparquet import words_of
from briefing.reproduce import notebook
from geo import LineKind, basemap, region_outline
from layers import LIGHT, act_name, figure_csv, figure_geojson
from release import ALL_ACTS
from terms import say, taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from shapely.geometry.base import BaseGeometry

    from layers import Figure

_PLACES: Final = 5
"""Decimals of a degree in the ground: one metre, far finer than it is true."""

_TYPES: Final = {
    "resolution": "integer",
    "reports_at_least": "integer",
    "people_at_least": "integer",
    "synthetic": "boolean",
}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _field(column: str) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column, "type": _TYPES.get(column, "string")}
    if field["type"] == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field


def _resource(name: str, title: str, table: bytes) -> dict[str, Any]:
    columns = pl.read_csv(io.BytesIO(table), n_rows=0).columns
    return {
        "name": name,
        "title": title,
        "path": f"{name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": [_field(column) for column in columns], "missingValues": [""]},
    }


def codebook(figure: Figure) -> bytes:
    """Return the meaning of every act that the figure tells: code, group, name in its language, definition, source."""
    told = [code for code in dict.fromkeys(figure.rows["act"]) if code != ALL_ACTS]
    acts = [taxonomy().acts[code] for code in told]
    columns = {
        "code": [ALL_ACTS, *(act.code for act in acts)],
        "group": ["", *(act.group for act in acts)],
        "label": [act_name(code, figure.language) for code in (ALL_ACTS, *told)],
        "definition": ["", *(act.definition for act in acts)],
        "source": ["", *(act.source for act in acts)],
    }
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)).write_csv(line_terminator="\r\n").encode()


def _feature(kind: str, shape: BaseGeometry) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"kind": kind},
        "geometry": json.loads(shapely.to_geojson(shapely.set_precision(shape, 10**-_PLACES))),
    }


def beneath() -> bytes:
    """Return the ground of the map as GeoJSON: land, water, rivers, lines, and the study area, each by its kind."""
    drawn = basemap()
    features = [
        *(_feature("land" if own.is_studied else "land_beyond", own.geometry) for own in drawn.land),
        *(_feature("water", lake) for lake in drawn.lakes),
        _feature("study_area", region_outline()),
        *(_feature("border_river" if own.is_border else "river", own.geometry) for own in drawn.rivers),
        *(
            _feature({LineKind.COUNTRIES: "border", LineKind.PROVINCES: "province"}[own.kind], own.geometry)
            for own in drawn.lines
            if own.kind is not LineKind.COAST
        ),
    ]
    return (json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":")) + "\n").encode()


def legend(figure: Figure) -> dict[str, Any]:
    """Return what the notebook draws with: classes with their colours, and the colours of the ground."""
    colours = LIGHT.colours(len(figure.breaks))
    return {
        "title": figure.legend_title,
        "classes": [
            {"low": own.low, "high": own.high, "label": own.label, "colour": colour}
            for own, colour in zip(figure.breaks, colours, strict=True)
        ],
        "none": figure.none_label,
        "wide": figure.wide_label,
        "opacity": LIGHT.opacity,
        "wide_opacity": LIGHT.wide_opacity,
        "ground": {
            "land": LIGHT.land,
            "land_beyond": LIGHT.land_beyond,
            "water": LIGHT.water,
            "river": LIGHT.river,
            "border_river": LIGHT.border_river,
            "border": LIGHT.border,
            "province": LIGHT.province,
            "dots": LIGHT.dots,
        },
    }


def _readme(figure: Figure) -> bytes:
    language = figure.language
    words = [
        figure.title,
        "",
        *([figure.synthetic, ""] if figure.synthetic else []),
        figure.answer,
        figure.period,
        figure.not_shown,
        "",
        *(f"- {caveat}" for caveat in figure.caveats),
        *([f"- {figure.not_audited}"] if figure.not_audited else []),
        "",
        figure.source,
        say("figure-cite", language, cite=figure.cite_as),
        say("sheet-release", language, id=figure.release_id),
        figure.attribution,
        "",
        say("package-files", language, map="yes" if figure.is_map else "no"),
        "",
    ]
    return "\n".join(words).encode()


def package_members(figure: Figure) -> Mapping[str, bytes]:
    """Return the files of the package of a figure, by name.

    Parameters
    ----------
    figure
        A map or a table.

    Returns
    -------
    mapping of str to bytes
        datapackage.json, figure.csv, codebook.csv, words.json, figure.ipynb, README.txt; of a map also areas.geojson,
        beneath.geojson and legend.json.
    """
    language = figure.language
    table = figure_csv(figure).encode()
    codes = codebook(figure)
    members = {
        "figure.csv": table,
        "codebook.csv": codes,
        "words.json": _json(words_of(figure)),
        "figure.ipynb": _json(notebook(figure)),
        "README.txt": _readme(figure),
        "datapackage.json": _json(
            {
                "profile": "tabular-data-package",
                "name": f"red-zone-atlas-{figure.release_id[:12]}",
                "title": figure.title,
                "description": " ".join([*([figure.synthetic] if figure.synthetic else []), *figure.caveats]),
                "version": figure.release_id,
                "sources": [{"title": figure.cite_as}],
                "resources": [
                    _resource("figure", figure.title, table),
                    _resource("codebook", say("package-codebook", language), codes),
                ],
            }
        ),
    }
    if figure.is_map:
        members |= {
            "areas.geojson": figure_geojson(figure).encode(),
            "beneath.geojson": beneath(),
            "legend.json": _json(legend(figure)),
        }
    return members
