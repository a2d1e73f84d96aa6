"""Map layers and charts: each turns a release into something drawn and something said.

`figure_of` is the way in: a release and a choice give one `Figure`, and every renderer takes a `Figure` and nothing
else. The map in a notebook needs no network, has no tile layer, and says all that the figure says::

    from pathlib import Path

    from layers import figure_frame, figure_of, folium_map, one_file_html
    from release import Level, Selection, read_release
    from terms import Language

    release = read_release(Path("release.zip"))
    figure = figure_of(release, Selection("where_what", act="I"), Level.R3, Language.EN)
    folium_map(figure)  # the last line of a cell: it draws itself
    Path("map.html").write_text(one_file_html(figure), encoding="utf-8")
    figure.table  # the same figures, for reading
    figure_frame(figure).plot("reports")  # a GeoDataFrame, for drawing and measuring in one's own way
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from layers.about import About, about
from layers.alphabet import alphabet
from layers.basemap import SCALE, basemap_hash, basemap_json, line_steps, polygon_steps
from layers.card import Card, card_of
from layers.compare import Comparison, comparison
from layers.compose import figure_of
from layers.context import FactFrame, fact_frames
from layers.expected import Expected, can_be_expected, expected_of
from layers.figure import NONE_SIGN, Break, Figure, Mark
from layers.files import figure_csv, figure_geojson
from layers.fonts import FACES, Face, font_faces, subset_font
from layers.lacking import lacks_say
from layers.link import FIELDS, Answer, ViewState, answer_link, is_foreign, levels_of, read_state, spoken
from layers.marks import place_of
from layers.nearest import Lack
from layers.pairs import AXES, Pair, common_levels, comparable, pair_of
from layers.palette import DARK, LIGHT, Palette, Theme, palette
from layers.people import PeoplePage, ongoing_sheet, people_page
from layers.policy import document_policy
from layers.quality import coverage_sheet, lag_sheet, levels_sheet, quality_says
from layers.rates import can_be_rated, rated_figure
from layers.sayings import plate_line, title_of
from layers.sheet import Sheet
from layers.switches import ASKED, hidden_in, switches_of, write_hidden
from layers.trends import Trend, arrivals_sheet, events_sheet, lasting_sheet, trend_of
from layers.whom import WhomPage, whom_page
from layers.words import act_name, level_name, period_label, period_name

if TYPE_CHECKING:
    from layers.frame import figure_frame
    from layers.notebook import folium_map
    from layers.page import one_file_html
    from layers.timeline import arrivals_chart, trend_chart

__all__ = [
    "ASKED",
    "AXES",
    "DARK",
    "FACES",
    "FIELDS",
    "LIGHT",
    "NONE_SIGN",
    "SCALE",
    "About",
    "Answer",
    "Break",
    "Card",
    "Comparison",
    "Expected",
    "Face",
    "FactFrame",
    "Figure",
    "Lack",
    "Mark",
    "Pair",
    "Palette",
    "PeoplePage",
    "Sheet",
    "Theme",
    "Trend",
    "ViewState",
    "WhomPage",
    "about",
    "act_name",
    "alphabet",
    "answer_link",
    "arrivals_chart",
    "arrivals_sheet",
    "basemap_hash",
    "basemap_json",
    "can_be_expected",
    "can_be_rated",
    "card_of",
    "common_levels",
    "comparable",
    "comparison",
    "coverage_sheet",
    "document_policy",
    "events_sheet",
    "expected_of",
    "fact_frames",
    "figure_csv",
    "figure_frame",
    "figure_geojson",
    "figure_of",
    "folium_map",
    "font_faces",
    "hidden_in",
    "is_foreign",
    "lacks_say",
    "lag_sheet",
    "lasting_sheet",
    "level_name",
    "levels_of",
    "levels_sheet",
    "line_steps",
    "one_file_html",
    "ongoing_sheet",
    "pair_of",
    "palette",
    "people_page",
    "period_label",
    "period_name",
    "place_of",
    "plate_line",
    "polygon_steps",
    "quality_says",
    "rated_figure",
    "read_state",
    "spoken",
    "subset_font",
    "switches_of",
    "title_of",
    "trend_chart",
    "trend_of",
    "whom_page",
    "write_hidden",
]

_LATE = {
    "figure_frame": "layers.frame",
    "folium_map": "layers.notebook",
    "one_file_html": "layers.page",
    "arrivals_chart": "layers.timeline",
    "trend_chart": "layers.timeline",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Load folium, geopandas and altair only for those who use them: they take longer than all else together."""
    if name in _LATE:
        return getattr(import_module(_LATE[name]), name)
    raise AttributeError(f"module 'layers' has no attribute {name!r}")
