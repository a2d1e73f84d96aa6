"""Decks: what they begin and end with, that their figures are the release's, and that slides can be edited."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

from briefing import (
    PEOPLE,
    SUGGESTED,
    Audience,
    Deck,
    Format,
    Slide,
    deck_pages,
    export_deck,
    plain_view,
    suggested_deck,
    view_figure,
    view_title,
    views_of,
)
from errors import UsageError
from layers import about, people_page
from terms import Language, say

LOCALES = {Language.EN: "en-GB", Language.KO: "ko-KR", Language.ZH: "zh-CN"}


def slides_of(release, deck):
    return Presentation(io.BytesIO(export_deck(release, deck, Format.PPTX).content)).slides


def texts(slide):
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("language", Language)
def test_a_deck_begins_with_a_note_and_ends_with_what_it_cannot_say(release, audience, language):
    pages = deck_pages(release, suggested_deck(audience, language))
    assert pages[0]["kind"] == "title"
    assert pages[1]["title"] == say("deck-note", language)
    assert pages[-2]["title"] == say("deck-cannot", language)
    assert pages[-2]["points"] == [*about(release, language).caveats]
    assert pages[-1]["title"] == say(f"deck-{audience.value}", language)
    assert len(pages) == 4 + len(SUGGESTED[audience])


@pytest.mark.parametrize("language", Language)
def test_captions_are_the_figures_own_words(release, language):
    deck = suggested_deck(Audience.UN, language)
    for slide, page in zip(deck.slides, deck_pages(release, deck)[2:-2], strict=True):
        if slide.view == PEOPLE:
            assert page["answer"] == people_page(release, language).answer
        else:
            figure = view_figure(slide.view, release, language)
            assert (page["title"], page["answer"]) == (figure.title, figure.answer)
        assert page["title"] == view_title(slide.view, release, language)


@pytest.mark.parametrize("language", Language)
def test_slides_have_titles_notes_alt_text_and_their_language(release, language):
    slides = slides_of(release, suggested_deck(Audience.UN, language))
    for slide in slides:
        assert slide.shapes.title.text_frame.text
        notes = slide.notes_slide.notes_text_frame.text
        assert about(release, language).caveats[0] in notes
        assert about(release, language).synthetic in texts(slide)
        assert release.manifest.release_id in texts(slide)
        for run in slide.element.xpath(".//a:r/a:rPr"):
            assert run.get("lang") == LOCALES[language]
        for picture in slide.element.xpath(".//p:pic//p:cNvPr"):
            assert say("figure-not-prevalence", language) not in picture.get("descr")
            assert len(picture.get("descr")) > 40
    assert sum(bool(slide.element.xpath(".//p:pic")) for slide in slides) == 3
    assert sum(any(shape.has_table for shape in slide.shapes) for slide in slides) == 2
    assert sum(any(shape.has_chart for shape in slide.shapes) for slide in slides) == 1


def test_a_table_on_a_slide_holds_the_figures_of_the_release(release):
    slides = slides_of(release, Deck(Audience.DONORS, Language.EN, (Slide(PEOPLE),)))
    table = next(shape.table for shape in slides[2].shapes if shape.has_table)
    sheet = people_page(release, Language.EN).sheets[0].table
    assert [cell.text for cell in table.rows[0].cells] == sheet.columns
    first = [f"{own:,}" if isinstance(own, int) else own or "···" for own in sheet.row(0)]
    assert [cell.text for cell in table.rows[1].cells] == first


def test_bars_on_a_slide_hold_the_figures_of_the_release(release):
    slides = slides_of(release, Deck(Audience.DONORS, Language.EN, (Slide("plate=when_what&act=B"),)))
    chart = next(shape.chart for shape in slides[2].shapes if shape.has_chart)
    rows = view_figure("plate=when_what&act=B", release, Language.EN).rows
    held = {row["period"]: row["reports"] for row in rows.iter_rows(named=True) if row["act"] == "B"}
    drawn = dict(zip(chart.plots[0].categories, chart.plots[0].series[0].values, strict=True))
    assert {year: value for year, value in drawn.items() if value is not None} == {
        period: reports for period, reports in held.items() if period.isdecimal()
    }


def test_a_speakers_sentence_stands_on_its_page_alone(release):
    own = Deck(Audience.UN, Language.EN, (Slide("plate=where", "Look at the river."), Slide("plate=when_what")))
    told = [texts(slide) for slide in slides_of(release, own)]
    assert ["Look at the river." in text for text in told] == [False, False, True, False, False, False]


@pytest.mark.parametrize("count", [0, 21])
def test_a_deck_has_views_and_not_too_many(count):
    with pytest.raises(UsageError, match="1 to 20"):
        Deck(Audience.UN, Language.EN, (Slide("plate=where"),) * count)


def test_a_view_is_written_in_one_way_and_without_release_or_language(release):
    assert plain_view("?lang=ko&act=B&plate=where_what", release, Language.EN) == "plate=where_what&period=all&act=B"
    assert plain_view(PEOPLE, release, Language.EN) == PEOPLE


@pytest.mark.parametrize("language", Language)
def test_every_view_that_is_offered_has_a_figure_of_its_title(release, language):
    offered = views_of(release, language)
    assert len({title for _, title in offered}) == len(offered) > 20
    for view, title in offered[::7]:
        figure = view_figure(view, release, language)
        assert figure.title == title
        assert not figure.rows.is_empty()
