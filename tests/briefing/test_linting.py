"""The check of a deck: each finding is found where it is, and our own decks have none."""

from __future__ import annotations

import pytest

from briefing import Audience, Deck, Slide, lint, suggested_deck, view_figure
from terms import Language, say

VIEW = "plate=where_what&act=B"


def found(release, message="", title="", language=Language.EN, views=(VIEW,)):
    deck = Deck(Audience.UN, language, tuple(Slide(view, message) for view in views), title)
    return [(own.page, own.says) for own in lint(release, deck)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("audience", Audience)
def test_our_own_decks_have_nothing_to_mend(release, audience, language):
    assert lint(release, suggested_deck(audience, language)) == ()


@pytest.mark.parametrize(
    ("language", "message", "word"),
    [
        (Language.EN, "A horrific pattern", "horrific"),
        (Language.EN, "Defectors tell", "defectors"),
        (Language.EN, "The hotspot is here", "hotspot"),
        (Language.KO, "충격적 실태", "충격적"),
        (Language.ZH, "骇人的事实", "骇人"),
    ],
)
def test_a_word_that_sensationalises_is_named_with_what_to_say(release, language, message, word):
    ((page, says),) = found(release, message, language=language)
    assert page == 3
    assert word in says


def test_a_word_inside_another_is_none(release):
    assert found(release, "Look at the shell of the map") == []


def test_a_number_must_stand_on_the_page(release):
    figure = view_figure(VIEW, release, Language.EN)
    largest = f"{figure.rows['reports'].max():,}"
    shown = next(own.label for own in figure.breaks)
    assert found(release, f"Note the class {shown}") == []
    assert found(release, "In truth 123,456 women") == [(3, say("lint-number", Language.EN))]
    assert len(found(release, f"At least {largest}1 reports")) == 1


def test_a_number_in_the_title_is_told(release):
    assert found(release, title="40 women") == [(1, say("lint-title-number", Language.EN))]


def test_too_many_words_and_a_cry_are_told(release):
    assert found(release, "word " * 40) == [(3, say("lint-long", Language.EN, most=140))]
    assert found(release, "Look!") == [(3, say("lint-mark", Language.EN))]


def test_the_same_view_twice_is_told(release):
    assert found(release, views=(VIEW, VIEW)) == [(None, say("lint-twice", Language.EN))]


def test_a_missing_source_is_told(release, monkeypatch):
    import briefing.linting as own  # noqa: PLC0415 - to change it

    monkeypatch.setattr(own, "deck_pages", lambda *_: [{"kind": "text", "foot": [" "]}] * 2 + [figure_page(release)])
    assert (1, say("lint-source", Language.EN)) in found(release)


def figure_page(release):
    from briefing import deck_pages  # noqa: PLC0415 - before it is changed

    return deck_pages(release, Deck(Audience.UN, Language.EN, (Slide(VIEW),)))[2]


def test_text_that_cannot_be_read_is_told(release, monkeypatch):
    from dataclasses import replace  # noqa: PLC0415 - only here

    import briefing.linting as own  # noqa: PLC0415 - to change it

    monkeypatch.setattr(own, "LIGHT", replace(own.LIGHT, text_quiet="#cccccc"))
    assert (None, say("lint-contrast", Language.EN)) in found(release)
