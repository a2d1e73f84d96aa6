"""A figure as a GeoDataFrame: the same areas and figures, and what must be said with them."""

import pytest
import shapely

from errors import UsageError
from layers import figure_frame, figure_of
from release import Level, Selection
from terms import Language
from tests.layers.handmade import handmade


@pytest.mark.parametrize("level", [Level.R3, Level.FINEST])
def test_a_frame_holds_the_areas_and_figures_of_the_map(level):
    figure = figure_of(handmade(), Selection("where"), level, Language.EN)
    frame = figure_frame(figure)
    assert frame.crs.to_epsg() == 4326
    told = list(zip(frame["cell"], frame["reports"], frame["people"], frame["wide"], strict=True))
    assert told == [(mark.cell, mark.reports, mark.people, mark.wide) for mark in figure.marks]
    assert all(shapely.equals(frame.geometry, [mark.outline for mark in figure.marks]))
    assert frame.attrs["release_id"] == figure.release_id
    assert frame.attrs["synthetic"] is True


def test_a_plate_without_places_has_no_frame():
    with pytest.raises(UsageError, match="tells no places"):
        figure_frame(figure_of(handmade(), Selection("when_what"), Level.REGION, Language.EN))
