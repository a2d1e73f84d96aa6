"""A deck: for whom, in which language, which views in which order; its pages take every figure from the release.

A deck begins with a title and a note on what the listeners are about to hear, shows one view a page, and ends with what
the figures cannot say and with what this audience most often needs. The only words of a deck that are not ours are its
title and one sentence a view, and `briefing.linting` looks at those.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, urlencode

from briefing.content import Shape, cells, figure_page
from errors import UsageError
from layers import FIELDS, about, answer_link, figure_of, people_page, title_of
from terms import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layers import About, Figure, ViewState
    from release import Release
    from terms import Language

PEOPLE: Final = "people"
"""The view of distinct people, which is a table and has no plate to choose."""

MOST_VIEWS: Final = 20
MOST_ROWS: Final = 12
"""Rows of a table on a slide: more could not be read from the back of a room."""

_SHOWN: Final = ("plate", "period", "act", "level")


class Audience(StrEnum):
    """For whom a deck is made."""

    UN = "un"
    PARLIAMENT = "parliament"
    PRESS = "press"
    DONORS = "donors"


SUGGESTED: Final = {
    Audience.UN: ("plate=where_what", "plate=where_what&act=I", "plate=where_what&act=B", "plate=when_what", PEOPLE),
    Audience.PARLIAMENT: ("plate=where_what", "plate=when_what", "plate=where_what&act=I", PEOPLE),
    Audience.PRESS: ("plate=where_what", "plate=when_what", "plate=where_what&act=A", PEOPLE),
    Audience.DONORS: ("plate=where_what", "plate=where_when&period=closure", "plate=when_what", PEOPLE),
}
"""Views to begin with; what a release does not tell becomes the nearest view that it does."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One view as it stands in a link, and one sentence of the speaker's own, or none."""

    view: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """For whom, in which language, under which title ("" for ours), and the slides.

    Raises
    ------
    UsageError
        If there are no slides, or more than `MOST_VIEWS`.
    """

    audience: Audience
    language: Language
    slides: tuple[Slide, ...]
    title: str = ""

    def __post_init__(self) -> None:
        """Hold the number of slides."""
        if not 1 <= len(self.slides) <= MOST_VIEWS:
            raise UsageError(f"A deck has 1 to {MOST_VIEWS} views.")

    @classmethod
    def of_one(cls, slide: Slide, language: Language) -> Deck:
        """Return the deck of one slide, for nobody in particular."""
        return cls(Audience.PRESS, language, (slide,))

    def with_views(self, views: Iterable[str]) -> Deck:
        """Return the deck with the view of each slide written anew."""
        return replace(
            self, slides=tuple(replace(own, view=view) for own, view in zip(self.slides, views, strict=True))
        )

    @property
    def view(self) -> str:
        """What a receipt says of the deck: its audience, and each view, parted by spaces."""
        return " ".join([f"deck={self.audience.value}", *(slide.view for slide in self.slides)])


def suggested_deck(audience: Audience, language: Language) -> Deck:
    """Return a deck to begin with."""
    return Deck(audience, language, tuple(Slide(view) for view in SUGGESTED[audience]))


def plain_view(link: str, release: Release, language: Language) -> str:
    """Return the link of what is shown for a link, in one way of writing, without the release and the language."""
    view = link.removeprefix("?")
    if view == PEOPLE:
        return PEOPLE
    own = _state(view, release, language).to_link(release)
    return urlencode([(name, own[name]) for name in FIELDS if name in own and name in _SHOWN])


def view_title(view: str, release: Release, language: Language) -> str:
    """Return the question that a view answers, in words."""
    if view == PEOPLE:
        return say("people-title", language)
    return title_of(_state(view, release, language).selection, release.manifest, language)


def _state(link: str, release: Release, language: Language) -> ViewState:
    return answer_link(dict(parse_qsl(link.removeprefix("?"))), release, language).state


def view_figure(link: str, release: Release, language: Language) -> Figure:
    """Return the figure of a view, or of the nearest safe one."""
    state = _state(link, release, language)
    return figure_of(release, state.selection, state.drawn_level(release), language)


def _foot(own: About) -> dict[str, Any]:
    language = own.language
    return {
        "foot": [own.source, say("figure-cite", language, cite=own.cite_as)],
        "release": say("sheet-release", language, id=own.release_id),
        "synthetic": own.synthetic,
    }


def _notes(page: dict[str, Any], own: About) -> list[str]:
    """Return what the speaker should know: sources, and what the page cannot say."""
    language = own.language
    told = [page[name] for name in ("answer", "left_out") if page.get(name)]
    return [*told, say("deck-cannot", language), *own.caveats, *_foot(own)["foot"]]


def _text_page(title: str, points: list[str], own: About, *, kind: str = "text", lead: str = "") -> dict[str, Any]:
    return {"kind": kind, "title": title, "lead": lead, "points": points, **_foot(own), "notes": list(own.caveats)}


def _people_page(release: Release, message: str, own: About) -> dict[str, Any]:
    told = people_page(release, own.language)
    sheet = told.sheets[0] if told.sheets else None
    page = {
        "kind": "table",
        "title": told.title,
        "answer": told.answer,
        "message": message,
        "lines": [sheet.says] if sheet else [],
        "table": None
        if sheet is None
        else {
            "title": sheet.title,
            "columns": sheet.table.columns,
            "numbers": [kind.is_numeric() for kind in sheet.table.dtypes],
            "rows": cells(sheet.table.head(MOST_ROWS)),
            "left": None,
        },
        "none": sheet.none if sheet else "",
        "points": list(told.why),
        **_foot(own),
    }
    return {**page, "notes": _notes(page, own)}


def slide_page(release: Release, slide: Slide, language: Language) -> dict[str, Any]:
    """Return one view as a page of a deck, of the kind figure or table."""
    own = about(release, language)
    if slide.view == PEOPLE:
        return _people_page(release, slide.message, own)
    figure = view_figure(slide.view, release, language)
    page = {**figure_page(figure, Shape.WIDE), "message": slide.message}
    return {**page, "notes": _notes(page, own)}


def deck_title(deck: Deck) -> str:
    """Return the title of a deck: the speaker's, or ours."""
    return deck.title or say("deck-title", deck.language)


def deck_pages(release: Release, deck: Deck) -> list[dict[str, Any]]:
    """Return the pages of a deck as JSON values, for paper, slides and the presenter alike.

    Parameters
    ----------
    release
        The only source of figures.
    deck
        What is shown.

    Returns
    -------
    list of dict
        By `kind`: title, text (title, points), figure (see `content.figure_page`) or table. Each has `notes` for the
        speaker.
    """
    language = deck.language
    own = about(release, language)
    audience = deck.audience.value
    for_whom = say("deck-for", language, audience=audience)
    opening = _text_page(deck_title(deck), [own.source], own, kind="title", lead=for_whom)
    note = _text_page(say("deck-note", language), _sentences("deck-note", 3, language), own)
    limits = [own.not_audited] if own.not_audited else []
    cannot = _text_page(say("deck-cannot", language), [*limits, *own.caveats], own)
    last = _text_page(say(f"deck-{audience}", language), _sentences(f"deck-{audience}", 4, language), own)
    last["points"].append(say("figure-cite", language, cite=own.cite_as))
    return [opening, note, *(slide_page(release, slide, language) for slide in deck.slides), cannot, last]


def _sentences(key: str, count: int, language: Language) -> list[str]:
    return [say(f"{key}-{place}", language) for place in range(1, count + 1)]
