"""Colours keep their order in grey and for every eye, and every text can be read."""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from errors import UsageError
from layers import DARK, LIGHT, Palette, Theme, palette

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])

# Viénot, Brettel and Mollon 1999: what is left of linear RGB without one kind of cone.
DEUTERANOPIA = np.array([[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]])
PROTANOPIA = np.array([[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]])
CONES = pytest.mark.parametrize("eyes", [DEUTERANOPIA, PROTANOPIA], ids=["deuteranopia", "protanopia"])


def rgb(colour: str) -> np.ndarray:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def linear(values: np.ndarray) -> np.ndarray:
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def luminance(values: np.ndarray) -> float:
    return float(linear(values) @ [0.2126, 0.7152, 0.0722])


def contrast(one: np.ndarray, other: np.ndarray) -> float:
    """Return the contrast ratio of WCAG 2.2, 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def over_land(colours: Palette, opacity: float) -> list[np.ndarray]:
    return [opacity * rgb(colour) + (1 - opacity) * rgb(colours.land) for colour in colours.ramp]


def hue_and_chroma(colour: np.ndarray) -> tuple[float, float]:
    """Return hue (degrees) and chroma in OKLab (Ottosson 2020)."""
    lms = np.cbrt(
        np.array(
            [
                [0.4122214708, 0.5363325363, 0.0514459929],
                [0.2119034982, 0.6806995451, 0.1073969566],
                [0.0883024619, 0.2817188376, 0.6299787005],
            ]
        )
        @ linear(colour)
    )
    a = float(lms @ [1.9779984951, -2.4285922050, 0.4505937099])
    b = float(lms @ [0.0259040371, 0.7827717662, -0.8086757660])
    return float(np.degrees(np.arctan2(b, a)) % 360), float(np.hypot(a, b))


def steadily(values: list[float]) -> bool:
    steps = np.diff(values)
    return bool((steps > 0).all() or (steps < 0).all())


@BOTH
def test_the_classes_are_in_order_and_apart_in_grey(colours: Palette) -> None:
    drawn = over_land(colours, colours.opacity)
    assert steadily([luminance(colour) for colour in drawn])
    assert min(contrast(one, other) for one, other in pairwise(drawn)) >= 1.35


@BOTH
@CONES
def test_the_classes_stay_in_order_without_one_kind_of_cone(colours: Palette, eyes: np.ndarray) -> None:
    seen = [
        np.clip(eyes @ linear(colour), 0, 1) @ [0.2126, 0.7152, 0.0722]
        for colour in over_land(colours, colours.opacity)
    ]
    assert steadily(seen)


def seen_without(eyes: np.ndarray, colours: list[np.ndarray]) -> list[float]:
    """Return the luminance of colours as they are seen without one kind of cone."""
    return [float(np.clip(eyes @ linear(colour), 0, 1) @ [0.2126, 0.7152, 0.0722]) for colour in colours]


@BOTH
@CONES
@pytest.mark.parametrize("count", range(2, 6))
def test_the_classes_of_every_legend_stay_apart_without_one_kind_of_cone(
    colours: Palette, eyes: np.ndarray, count: int
) -> None:
    drawn = [colours.opacity * rgb(own) + (1 - colours.opacity) * rgb(colours.land) for own in colours.colours(count)]
    levels = seen_without(eyes, drawn)
    assert steadily(levels)
    ratios = [(max(pair) + 0.05) / (min(pair) + 0.05) for pair in pairwise(levels)]
    assert min(ratios) >= 1.3
    (ground,) = seen_without(eyes, [rgb(colours.land)])
    assert (max(ground, levels[0]) + 0.05) / (min(ground, levels[0]) + 0.05) >= 1.4


@BOTH
def test_the_edges_that_stand_for_a_class_or_a_choice_are_seen_on_the_ground(colours: Palette) -> None:
    for line in (colours.wide_edge, colours.selected, colours.border):
        assert contrast(rgb(line), rgb(colours.land)) >= 3


@BOTH
def test_the_page_is_drawn_in_the_palette_and_its_texts_can_be_read(colours: Palette) -> None:
    theme = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][colours.theme.value]
    assert (theme["backgroundColor"], theme["textColor"]) == (colours.page, colours.text)
    for ground in (theme["backgroundColor"], theme["secondaryBackgroundColor"]):
        for text in (theme["textColor"], theme["primaryColor"], colours.text_quiet):
            assert contrast(rgb(text), rgb(ground)) >= 4.5
    # The words on a button of the first colour are in the colour of the page.
    assert contrast(rgb(theme["backgroundColor"]), rgb(theme["primaryColor"])) >= 4.5


@BOTH
def test_the_highest_class_stands_out_most_from_the_land(colours: Palette) -> None:
    against = [contrast(colour, rgb(colours.land)) for colour in over_land(colours, colours.opacity)]
    assert against == sorted(against)
    assert against[0] >= 1.5
    assert against[-1] >= 7


@BOTH
def test_the_ramp_is_one_hue_and_not_red(colours: Palette) -> None:
    hues = [hue_and_chroma(rgb(colour))[0] for colour in colours.ramp]
    assert max(hues) - min(hues) < 15
    assert all(60 < hue < 330 for hue in hues)


@BOTH
def test_wide_areas_are_fainter_than_placed_ones_and_keep_their_order(colours: Palette) -> None:
    wide = over_land(colours, colours.wide_opacity)
    assert colours.wide_opacity < colours.opacity
    assert steadily([luminance(colour) for colour in wide])
    assert contrast(rgb(colours.wide_edge), rgb(colours.land)) >= 3


@BOTH
def test_land_water_and_lines_stay_quiet(colours: Palette) -> None:
    for quiet in (
        colours.land,
        colours.land_beyond,
        colours.water,
        colours.river,
        colours.border_river,
        colours.province,
    ):
        assert hue_and_chroma(rgb(quiet))[1] < 0.06
    assert contrast(rgb(colours.land), rgb(colours.water)) < 1.5


@BOTH
def test_every_text_can_be_read(colours: Palette) -> None:
    for text, ground in (
        (colours.text, colours.page),
        (colours.text_quiet, colours.page),
        (colours.label, colours.land),
        (colours.label, colours.halo),
        (colours.label_water, colours.water),
        (colours.synthetic_text, colours.synthetic),
    ):
        assert contrast(rgb(text), rgb(ground)) >= 4.5


@BOTH
def test_dots_are_seen_and_are_no_class(colours: Palette) -> None:
    dots = rgb(colours.dots)
    assert contrast(dots, rgb(colours.land)) >= 2.5
    assert hue_and_chroma(dots)[1] < 0.03


def test_fewer_classes_spread_over_the_whole_ramp_in_order() -> None:
    for count in range(1, 6):
        chosen = LIGHT.colours(count)
        assert len(set(chosen)) == count
        assert [LIGHT.ramp.index(colour) for colour in chosen] == sorted(LIGHT.ramp.index(colour) for colour in chosen)
    assert LIGHT.colours(0) == ()
    with pytest.raises(UsageError, match="at most 5 classes"):
        LIGHT.colours(6)


def test_each_theme_has_its_palette() -> None:
    assert [palette(theme).theme for theme in Theme] == list(Theme)
