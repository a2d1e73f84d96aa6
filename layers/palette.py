"""The colours of a map, for a light and a dark page: one hue for the figures, quiet greys for everything else.

The ramp is violet (hue 300 in OKLCH): it stands clear of blue water and of grey land, it is no alarm as red would be,
and it stays in order for every kind of colour blindness, because each class differs from the next in lightness. Tests
hold that order, drawn over land at `opacity`, in grey and for eyes without one kind of cone.
Sources: ColorBrewer's rule of one hue from light to dark for ordered data (Harrower and Brewer 2003); WCAG 2.2 for the
contrast of text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from errors import UsageError

MOST_CLASSES: Final = 5
"""More could not be told apart from the back of a room."""

_PICKS: Final = {1: (2,), 2: (1, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


class Theme(StrEnum):
    """The page that the map stands on."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours of one theme as `#rrggbb`, and the few sizes that every renderer must draw alike.

    `ramp` runs from the lowest class to the highest; on a dark page the highest is the lightest. `wide_opacity` and
    `wide_dash_px` (on, off) are for areas within which a report is only known to lie; `dots_*` is the one sign for
    "none, or too few to show": dots of `dots_radius_px` in a square grid of `dots_spacing_px`. `lines_*` is the one
    sign for "nobody is known to have been asked": lines falling to the right, over the dots and in their colour.
    """

    theme: Theme
    ramp: tuple[str, str, str, str, str]
    opacity: float
    wide_opacity: float
    hairline: str
    hairline_px: float
    wide_edge: str
    wide_dash_px: tuple[int, int]
    selected: str
    dots: str
    dots_spacing_px: int
    dots_radius_px: float
    lines_spacing_px: int
    lines_px: float
    land: str
    land_beyond: str
    water: str
    river: str
    border_river: str
    border_river_px: float
    border: str
    province: str
    coast: str
    label: str
    label_water: str
    halo: str
    page: str
    text: str
    text_quiet: str
    rule: str
    synthetic: str
    synthetic_text: str

    def colours(self, count: int) -> tuple[str, ...]:
        """Return the colours of a legend with so many classes (1 to 5), lowest first, spread over the whole ramp.

        Raises
        ------
        UsageError
            If there are more classes than the ramp can tell apart.

        Examples
        --------
        >>> LIGHT.colours(3) == (LIGHT.ramp[0], LIGHT.ramp[2], LIGHT.ramp[4])
        True
        """
        if count > MOST_CLASSES:
            raise UsageError(f"A legend has at most {MOST_CLASSES} classes.")
        return tuple(self.ramp[place] for place in _PICKS.get(count, ()))


LIGHT: Final = Palette(
    theme=Theme.LIGHT,
    ramp=("#c7b7e8", "#a487d7", "#865bc5", "#6837a6", "#3f1a6c"),
    opacity=0.86,
    wide_opacity=0.5,
    hairline="#ffffff",
    hairline_px=0.8,
    wide_edge="#3f1a6c",
    wide_dash_px=(4, 3),
    selected="#14181d",
    dots="#8d949c",
    dots_spacing_px=7,
    dots_radius_px=0.75,
    lines_spacing_px=21,
    lines_px=0.7,
    land="#f5f3ee",
    land_beyond="#ecebe7",
    water="#d9e4ea",
    river="#b9cedb",
    border_river="#a9c6d8",
    border_river_px=4.5,
    border="#5b636c",
    province="#c4c5c4",
    coast="#a9bac4",
    label="#30363d",
    label_water="#3f6078",
    halo="#ffffff",
    page="#ffffff",
    text="#1c2126",
    text_quiet="#59616a",
    rule="#d8dade",
    synthetic="#fbf0d2",
    synthetic_text="#5b4300",
)
"""For a light page, and for every file and print."""

DARK: Final = Palette(
    theme=Theme.DARK,
    ramp=("#553b7c", "#7553a8", "#9876cd", "#baa3e5", "#e6dbfb"),
    opacity=0.9,
    wide_opacity=0.5,
    hairline="#14171b",
    hairline_px=0.8,
    wide_edge="#e6dbfb",
    wide_dash_px=(4, 3),
    selected="#ffffff",
    dots="#6b737c",
    dots_spacing_px=7,
    dots_radius_px=0.75,
    lines_spacing_px=21,
    lines_px=0.7,
    land="#24282d",
    land_beyond="#1e2226",
    water="#15191e",
    river="#33424e",
    border_river="#3b5161",
    border_river_px=4.5,
    border="#a3abb4",
    province="#434a52",
    coast="#3d4954",
    label="#e4e7ea",
    label_water="#8fb0c6",
    halo="#14171b",
    page="#0f1216",
    text="#eceef0",
    text_quiet="#a7afb8",
    rule="#343a41",
    synthetic="#3a2f10",
    synthetic_text="#f3dc9b",
)
"""For a dark page; never printed."""


def palette(theme: Theme) -> Palette:
    """Return the colours of a theme."""
    match theme:
        case Theme.LIGHT:
            return LIGHT
        case Theme.DARK:
            return DARK
        case _:
            assert_never(theme)
