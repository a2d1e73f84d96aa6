"""A figure as a `folium.Map`: for notebooks, and the map in the one-file page. No tile, no server, no other library.

Leaflet is read from the package django-js-lib-leaflet and written into the document, so that the map also draws without
a network. folium's own ten files from content networks are left out; with them go folium's popups, which need jQuery:
add layers with tooltips instead.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import folium
from branca.element import Element
from branca.element import Figure as Document
from jinja2 import Template

from errors import UsageError
from layers.basemap import basemap_json, polygon_steps
from layers.fonts import font_faces
from layers.palette import LIGHT
from terms import say

if TYPE_CHECKING:
    from layers.figure import Figure
    from layers.palette import Palette

TYPE: Final = (
    '"Atlas Hangul", "Atlas Han", system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", '
    "Arial, sans-serif"
)
"""Our own glyphs for Korean and Chinese first, the reader's own font for the rest."""


class AtlasMap(folium.Map):
    """A `folium.Map` with a name that is not random, Leaflet inlined, and a figure drawn on it."""

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - as folium declares it
    default_css: list[tuple[str, str]] = []  # noqa: RUF012 - as folium declares it

    _template = Template(
        """
        {% macro header(this, kwargs) %}
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>html, body { height: 100%; margin: 0; } .folium-map { height: 100%; width: 100%; }</style>
        {% endmacro %}
        {% macro html(this, kwargs) %}
<div class="atlas-sheet">
{% if this.caption %}
<div class="atlas-caption">{% for line in this.caption %}<p>{{ line }}</p>{% endfor %}</div>
{% endif %}
<div class="folium-map" id="{{ this.get_name() }}"></div>
</div>
        {% endmacro %}
        {% macro script(this, kwargs) %}
var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.settings }});
redZoneAtlas.draw({{ this.get_name() }}, {{ this.ground }}, {{ this.drawing }});
        {% endmacro %}
        """
    )

    def __init__(self, name: str, drawing: dict[str, Any], caption: tuple[str, ...]) -> None:
        self.fixed_name = name
        self.caption = caption
        super().__init__(tiles=None)
        self.settings = in_script(
            {
                "center": [42.3, 125.5],
                "zoom": 6,
                "zoomSnap": 0,
                "zoomDelta": 0.5,
                "zoomControl": False,
                "attributionControl": False,
                "maxBoundsViscosity": 1,
            }
        )
        ground = json.loads(basemap_json())
        ground["labels"] = {drawing["language"]: ground["labels"][drawing["language"]]}
        self.ground = in_script(ground)
        self.drawing = in_script(drawing)

    def get_name(self) -> str:
        """Return the name of the map in the document."""
        return self.fixed_name

    @property
    def document(self) -> Document:
        """The document that the map stands in."""
        root = self.get_root()
        if not isinstance(root, Document):
            raise UsageError("The map was put into something that is no document: take it as it was made.")
        return root


def in_script(value: object) -> str:
    """Write a value as JSON that can neither end the script it stands in, nor be read as a template by branca."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character in ("<", "\u2028", "\u2029"):
        text = text.replace(character, f"\\u{ord(character):04x}")
    for opening in ("{{", "{%", "{#"):  # in JSON they stand in texts alone
        text = text.replace(opening, f"{{\\u{ord(opening[1]):04x}")
    return text


@cache
def leaflet() -> tuple[str, str]:
    """Return Leaflet's script and style, without the addresses in them: a link, comments, and pictures never shown."""
    folder = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
    script = folder.joinpath("leaflet.js").read_text(encoding="utf-8").replace("https://leafletjs.com", "leafletjs.com")
    script = "\n".join(line for line in script.splitlines() if not line.startswith("//# sourceMappingURL"))
    style = folder.joinpath("leaflet.css").read_text(encoding="utf-8")
    kept = [line for line in style.splitlines() if "url(" not in line and "https://" not in line]
    return script, "\n".join(kept)


def own_file(name: str) -> str:
    """Return a script or style of this folder."""
    return files("layers").joinpath(name).read_text(encoding="utf-8")


def variables(colours: Palette, classes: int) -> str:
    """Return the colours of a palette as custom properties, and a rule for each class of the legend."""
    held = {
        "page": colours.page,
        "text": colours.text,
        "quiet": colours.text_quiet,
        "rule": colours.rule,
        "water": colours.water,
        "land": colours.land,
        "label": colours.label,
        "label-water": colours.label_water,
        "halo": colours.halo,
        "glass": f"{colours.page}eb",
        "focus": colours.ramp[2],
        "synthetic": colours.synthetic,
        "synthetic-text": colours.synthetic_text,
        "wide-edge": colours.wide_edge,
        "dots": colours.dots,
        "dots-radius": f"{colours.dots_radius_px}px",
        "dots-spacing": f"{colours.dots_spacing_px}px",
        "lines-step": f"{colours.lines_spacing_px / 2}px",
        "type": TYPE,
    }
    root = "".join(f"--{name}: {value}; " for name, value in held.items())
    rules = [
        f".atlas-class-{place} {{ background: {colour}; opacity: {colours.opacity}; }}"
        for place, colour in enumerate(colours.colours(classes))
    ]
    return "\n".join([f":root {{ {root}}}", *rules])


def _paint(colours: Palette) -> dict[str, Any]:
    return {
        "land": colours.land,
        "landBeyond": colours.land_beyond,
        "water": colours.water,
        "river": colours.river,
        "borderRiver": colours.border_river,
        "borderRiverPx": colours.border_river_px,
        "border": colours.border,
        "province": colours.province,
        "coast": colours.coast,
        "dots": {
            "colour": colours.dots,
            "spacing": colours.dots_spacing_px,
            "radius": colours.dots_radius_px,
        },
        "lines": {"colour": colours.dots, "spacing": colours.lines_spacing_px, "width": colours.lines_px},
        "hairline": colours.hairline,
        "hairlinePx": colours.hairline_px,
        "opacity": colours.opacity,
        "wideEdge": colours.wide_edge,
        "wideDash": " ".join(str(size) for size in colours.wide_dash_px),
        "wideOpacity": colours.wide_opacity,
        "selected": colours.selected,
    }


def _drawing(figure: Figure, colours: Palette, *, alone: bool) -> dict[str, Any]:
    language = figure.language
    return {
        "language": language.value,
        "alt": figure.alt,
        "help": say("figure-map-help", language),
        "colours": colours.colours(len(figure.breaks)),
        "paint": _paint(colours),
        "marks": [
            {"outline": polygon_steps(mark.outline), "class": mark.break_index, "wide": mark.wide, "tip": mark.tip}
            for mark in figure.marks
        ],
        "unasked": [] if figure.unasked is None else polygon_steps(figure.unasked),
        "legend": {
            "title": figure.legend_title,
            "classes": [own.label for own in figure.breaks],
            "none": figure.none_label,
            "wide": figure.wide_label,
            "unasked": figure.unasked_label,
            "bare": figure.bare_label,
        }
        if alone
        else None,
        "release": say("figure-release-mark", language, id=figure.release_id[:12]),
        "synthetic": say("figure-synthetic-mark", language) if figure.synthetic else None,
        "attribution": figure.attribution if alone else None,
        "north": say("figure-north", language),
        "zoom": [say("figure-zoom-in", language), say("figure-zoom-out", language)],
    }


def _caption(figure: Figure) -> tuple[str, ...]:
    """Return the lines above a map that stands alone, as HTML that is also no template: branca reads it as one."""
    lines = (figure.title, figure.answer, figure.not_shown, figure.period, figure.caveats[0], figure.not_audited)
    return tuple(escape(line).replace("{", "&#123;") for line in lines if line)


def build_map(figure: Figure, *, alone: bool, glyphs: str) -> AtlasMap:
    """Return the map of a figure, with or without all that must be said beside it.

    Parameters
    ----------
    figure
        With places.
    alone
        Whether caption, legend and attribution stand with the map, because no page around it has them.
    glyphs
        Every character that the document needs, for the fonts that are embedded.

    Raises
    ------
    UsageError
        If the figure is a table.
    """
    if not figure.is_map:
        raise UsageError("This figure is a table: it tells no places, and there is no map of it.")
    drawing = _drawing(figure, LIGHT, alone=alone)
    caption = _caption(figure) if alone else ()
    key = repr((figure.release_id, figure.selection, figure.level.value, figure.language.value))
    drawn = AtlasMap(f"map_{hashlib.sha256(key.encode()).hexdigest()[:12]}", drawing, caption)
    header = drawn.document.header
    script, style = leaflet()
    names = json.loads(basemap_json())["labels"][figure.language.value]
    fonts = font_faces(glyphs + json.dumps([drawing, names, caption], ensure_ascii=False))
    for name, text in (
        ("leaflet", style),
        ("atlas", own_file("atlas.css")),
        ("colours", variables(LIGHT, len(figure.breaks))),
        ("fonts", fonts),
    ):
        header.add_child(Element("<style>{% raw %}" + text + "{% endraw %}</style>"), name=f"{name}_style")
    for name, text in (("leaflet", script), ("atlas", own_file("atlas.js"))):
        header.add_child(Element("<script>{% raw %}" + text + "{% endraw %}</script>"), name=f"{name}_script")
    return drawn


def folium_map(figure: Figure) -> folium.Map:
    """Return a figure as a `folium.Map` for a notebook: it draws itself, and works without a network.

    It holds no tile layer, and everything that is said of the figure stands on it.

    Raises
    ------
    UsageError
        If the figure is a table; show `figure.table` then.
    """
    return build_map(figure, alone=True, glyphs="")
