"""The notebook of a data package: it draws the figure anew with geopandas and folium, and with nothing of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from terms import Language, say

if TYPE_CHECKING:
    from layers import Figure

_READ: Final = """\
import json
from pathlib import Path

import pandas as pd

words = json.loads(Path("words.json").read_text(encoding="utf-8"))
figures = pd.read_csv("figure.csv", dtype={"cell": str, "period": str, "act": str})
codebook = pd.read_csv("codebook.csv", dtype=str)
figures.drop(columns=["caveat", "receipt"], errors="ignore")"""

_TABLE: Final = """\
names = codebook.set_index("code")["label"]
table = figures.pivot_table(index="period", columns="act", values="reports_at_least", sort=False)
table.rename(columns=names)"""

_AREAS: Final = """\
import geopandas as gpd

areas = gpd.read_file("areas.geojson")
beneath = gpd.read_file("beneath.geojson")
legend = json.loads(Path("legend.json").read_text(encoding="utf-8"))


def own_class(reports):
    # As in the atlas: a figure below the lowest class is of the lowest class.
    fitting = [own for own in legend["classes"] if own["low"] <= reports]
    return (fitting or legend["classes"])[-1]


areas["colour"] = [own_class(reports)["colour"] for reports in areas["reports_at_least"]]
areas["opacity"] = [legend["wide_opacity"] if wide else legend["opacity"] for wide in areas["wide"]]
# The same figures stand in both files.
assert dict(zip(areas["cell"], areas["reports_at_least"])) == dict(zip(figures["cell"], figures["reports_at_least"]))"""

_DRAW: Final = """\
import matplotlib.pyplot as plt
from matplotlib.patches import Patch

paint = legend["ground"]
sheet, axes = plt.subplots(figsize=(10, 8))
axes.set_facecolor(paint["water"])
for kind in ("land_beyond", "land", "water"):
    beneath[beneath["kind"] == kind].plot(ax=axes, color=paint[kind], aspect=None)
study = beneath[beneath["kind"] == "study_area"].dissolve().difference(areas.union_all())
study.plot(ax=axes, facecolor="none", edgecolor=paint["dots"], hatch="..", linewidth=0, aspect=None)
for _, area in areas.iterrows():
    gpd.GeoSeries([area.geometry]).plot(
        ax=axes, color=area["colour"], alpha=area["opacity"], edgecolor="white", linewidth=0.5, aspect=None
    )
for kind, width in (("river", 0.6), ("border_river", 2), ("province", 0.5), ("border", 0.8)):
    beneath[beneath["kind"] == kind].plot(ax=axes, color=paint[kind], linewidth=width, aspect=None)
west, south, east, north = beneath[beneath["kind"] != "study_area"].total_bounds
axes.set_xlim(west, east)
axes.set_ylim(south, north)
axes.set_aspect(1.35)  # a degree of latitude is so much longer than one of longitude at 42 degrees north
axes.set_xticks([])
axes.set_yticks([])
axes.set_xlabel("")
axes.set_ylabel("")
keys = [Patch(color=own["colour"], label=own["label"], alpha=legend["opacity"]) for own in reversed(legend["classes"])]
keys.append(Patch(facecolor=paint["land"], edgecolor=paint["dots"], hatch="..", linewidth=0.3, label=legend["none"]))
axes.legend(handles=keys, title=legend["title"], loc="lower right")
axes.set_title(words["title"], loc="left")
said = [words["synthetic_note"], words["caveats"][0], words["source"], words["attribution"]]
sheet.text(0.125, 0.04, "\\n".join(line for line in said if line), fontsize=7, va="top")
plt.show()"""

_FOLIUM: Final = """\
import folium

# No tiles: what lies beneath comes from the package. (folium's own map code is loaded by the notebook's viewer.)
drawn = folium.Map(location=[42.3, 125.5], zoom_start=6, tiles=None)
for kind in ("land_beyond", "land", "water"):
    folium.GeoJson(
        beneath[beneath["kind"] == kind],
        style_function=lambda _, colour=paint[kind]: {"fillColor": colour, "fillOpacity": 1, "weight": 0},
    ).add_to(drawn)
folium.GeoJson(
    areas,
    style_function=lambda own: {
        "fillColor": own["properties"]["colour"],
        "fillOpacity": own["properties"]["opacity"],
        "color": "white",
        "weight": 0.8,
    },
    tooltip=folium.GeoJsonTooltip(["near", "reports_at_least", "people_at_least"]),
).add_to(drawn)
drawn"""

_FONTS: Final = """\
# Korean and Chinese need a font that has them: `pip install noto-cjk-sans-otc`, or Debian's fonts-noto-cjk.
import logging
from importlib.util import find_spec

import matplotlib
from matplotlib.font_manager import fontManager

if (found := find_spec("noto_cjk_sans_otc")) is not None:
    fontManager.addfont(str(next(Path(found.submodule_search_locations[0]).glob("*.ttc"))))
matplotlib.rcParams["font.family"] = ["Noto Sans CJK JP", "DejaVu Sans"]  # matplotlib knows the collection by this name
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)"""


def _cell(place: int, kind: str, text: str) -> dict[str, Any]:
    own: dict[str, Any] = {"id": f"cell-{place}", "cell_type": kind, "metadata": {}, "source": text}
    return own if kind == "markdown" else {**own, "execution_count": None, "outputs": []}


def notebook(figure: Figure) -> dict[str, Any]:
    """Return the notebook of a figure (nbformat 4.5): it reads the files that lie beside it, and draws."""
    language = figure.language
    told = [
        f"# {figure.title}",
        *([f"**{figure.synthetic}**"] if figure.synthetic else []),
        figure.answer,
        figure.period,
        figure.not_shown,
        "\n".join(f"- {caveat}" for caveat in figure.caveats),
        figure.source,
        say("figure-cite", language, cite=figure.cite_as),
        say("sheet-release", language, id=figure.release_id),
        say("package-needs", language),
    ]
    code = [
        _READ,
        *([_AREAS, *([] if language is Language.EN else [_FONTS]), _DRAW, _FOLIUM] if figure.is_map else [_TABLE]),
    ]
    cells = [_cell(0, "markdown", "\n\n".join(told))]
    cells += [_cell(place, "code", text) for place, text in enumerate(code, start=1)]
    return {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
