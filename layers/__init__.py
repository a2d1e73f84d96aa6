"""Map layers and charts: each turns a release into something drawn and something said."""

from layers.basemap import SCALE, basemap_hash, basemap_json, polygon_steps
from layers.compose import figure_of
from layers.figure import Break, Figure, Mark
from layers.palette import DARK, LIGHT, Palette, Theme, palette
from layers.words import act_name, level_name, period_label, period_name

__all__ = [
    "DARK",
    "LIGHT",
    "SCALE",
    "Break",
    "Figure",
    "Mark",
    "Palette",
    "Theme",
    "act_name",
    "basemap_hash",
    "basemap_json",
    "figure_of",
    "level_name",
    "palette",
    "period_label",
    "period_name",
    "polygon_steps",
]
