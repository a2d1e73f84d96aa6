"""Sheets: one page where one is promised, tagged, told in words, with everything that a figure must have beside it."""

from __future__ import annotations

import io
import re

import pypdf
import pytest

from briefing import Shape, deck_pages, figure_page, suggested_deck, view_figure
from briefing.deck import Audience
from briefing.sheet import set_pages, sheet
from briefing.typeset import Output
from layers import answer_link, figure_of
from release import EXPLORED, offered_acts, offered_periods, read_release
from terms import Language, plain, say

VIEWS = ("plate=where", "plate=where_what&act=B", "plate=where_when&period=closure", "plate=when_what&act=B")


def pdf(figure, shape):
    return pypdf.PdfReader(io.BytesIO(sheet(figure, shape, Output.PDF)))


def elements(node, kind):
    """Return the structure elements of a kind beneath a node of a tagged PDF."""
    if isinstance(node, list):
        return [own for part in node for own in elements(part.get_object(), kind)]
    if not isinstance(node, pypdf.generic.DictionaryObject):
        return []
    found = [node] if node.get("/S") == kind else []
    return found + (elements(node["/K"], kind) if "/K" in node else [])


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("view", VIEWS)
def test_a_sheet_of_16_to_9_is_one_page(release, view, language):
    assert len(pdf(view_figure(view, release, language), Shape.WIDE).pages) == 1


@pytest.mark.parametrize("name", ["people_280", "people_1500", "people_3000"])
def test_every_choice_fits_its_page(name):
    from importlib.resources import files  # noqa: PLC0415 - only here

    held = read_release(files("release").joinpath("bundled", f"{name}.zip").read_bytes())
    pages = []
    for plate in held.explored:
        for act in offered_acts(held.plates[plate])[:6]:
            for period in offered_periods(held.plates[plate])[:6]:
                state = answer_link({"plate": plate, "act": act, "period": period}, held, Language.EN).state
                pages.append(
                    figure_page(figure_of(held, state.selection, state.drawn_level(held), Language.EN), Shape.WIDE)
                )
    told = {"title": "all", "language": Language.EN, "synthetic": True, "shape": Shape.WIDE, "output": Output.PDF}
    assert len(pypdf.PdfReader(io.BytesIO(set_pages(pages, **told)[0])).pages) == len(pages)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
def test_every_page_of_a_deck_is_one_page(release, audience, language):
    pages = deck_pages(release, suggested_deck(audience, language))
    told = {"title": "deck", "language": language, "synthetic": True, "shape": Shape.WIDE, "output": Output.PDF}
    assert len(pypdf.PdfReader(io.BytesIO(set_pages(pages, **told)[0])).pages) == len(pages)


def test_a_pdf_is_tagged_and_its_map_is_told_in_words(release):
    figure = view_figure("plate=where_what&act=B", release, Language.KO)
    root = pdf(figure, Shape.A4).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ko-KR"
    tree = root["/StructTreeRoot"]
    assert [own["/Alt"] for own in elements(tree, "/Figure")] == [figure.alt]
    assert elements(tree, "/H1")
    assert len(elements(tree, "/TR")) == figure.table.height + 1


@pytest.mark.parametrize("language", Language)
def test_a_map_has_legend_scale_north_period_plate_boundary_and_mark(release, language):
    figure = view_figure("plate=where_what&act=B", release, language)
    words = re.sub(r"\s+", "", pdf(figure, Shape.WIDE).pages[0].extract_text())
    expected = [figure.title, figure.answer, figure.period, figure.legend_title, figure.none_label, figure.not_shown]
    expected += [own.label for own in figure.breaks]
    expected += [say("sheet-scale", language, km=200, parallel=42), say("figure-north", language), "where_what"]
    expected += [say("figure-no-endorsement", language), say("figure-synthetic-mark", language), figure.synthetic]
    expected += [figure.attribution, figure.cite_as, figure.release_id]
    for sentence in expected:
        assert re.sub(r"\s+", "", plain(sentence).replace("\\", "")) in words


def test_no_dot_says_none_where_an_area_has_a_figure(release):
    import shapely  # noqa: PLC0415 - only here

    from briefing.drawing import HEIGHT, WIDTH, drawing, on_frame  # noqa: PLC0415 - only here

    figure = view_figure("plate=where_what&act=B", release, Language.EN)
    drawn = drawing(figure)
    holes = [
        shapely.Polygon([(x / 100, y / 100) for x, y in zip(ring[::2], ring[1::2], strict=True)])
        for ring in drawn["none"]
    ]
    dotted = shapely.Polygon()
    for ring in holes:
        dotted = dotted.symmetric_difference(ring.buffer(0))
    for mark in figure.marks:
        centre = on_frame(shapely.get_coordinates(mark.outline.representative_point()))[0]
        assert 0 < centre[0] < WIDTH
        assert not dotted.contains(shapely.Point(centre)) or centre[1] > HEIGHT or centre[1] < 0


@pytest.mark.parametrize("language", Language)
def test_no_name_lies_on_another_or_beyond_the_frame(release, language):
    from briefing.drawing import HEIGHT, WIDTH, drawing  # noqa: PLC0415 - only here
    from briefing.naming import NAME_SIZE, text_width  # noqa: PLC0415 - only here

    boxes = []
    for own in drawing(view_figure("plate=where", release, language))["names"]:
        width = text_width(own["text"], NAME_SIZE)
        left = {"right": own["x"] + 5, "left": own["x"] - 5 - width, "middle": own["x"] - width / 2}[own["side"]]
        boxes.append((left, own["y"] - NAME_SIZE / 2, left + width, own["y"] + NAME_SIZE / 2))
    assert len(boxes) > 15
    for place, (west, north, east, south) in enumerate(boxes):
        assert 0 <= west < east <= WIDTH
        assert 0 <= north < south <= HEIGHT
        assert all(east < b[0] or west > b[2] or south < b[1] or north > b[3] for b in boxes[:place])


def test_each_plate_with_places_is_drawn_and_each_other_is_a_table(release):
    for name in release.explored:
        page = figure_page(view_figure(f"plate={name}", release, Language.EN), Shape.WIDE)
        assert (page["map"] is not None) == EXPLORED[name].has_places


def test_bars_are_drawn_only_where_most_years_have_one():
    from briefing.content import LEAST_YEARS, bars_of  # noqa: PLC0415 - only here
    from tests.layers.handmade import one_plate  # noqa: PLC0415 - only here

    def bars(*years):
        rows = [("region", None, str(year), "B", 15, 10) for year in years]
        return bars_of(view_figure("plate=when_what&act=B", one_plate(rows, "when_what"), Language.EN))

    assert LEAST_YEARS == 0.6
    assert bars(2010, 2011, 2013)["figures"] == [15, 15, None, 15]
    assert bars(2010, 2011, 2013)["labels"][2] == "···"
    assert bars(2010, 2023) is None
    assert bars(2010) is None
    assert bars(2018, 2019, 2020, 2021)["band"] == [2, 3]
