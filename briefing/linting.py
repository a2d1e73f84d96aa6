"""What to mend in a deck before it is shown: findings about the few words of it that are the speaker's own.

Everything else on a page is made from the release, so that it cannot drift from the figures. The speaker's sentences
are looked through for numbers that the page does not hold, for words that sensationalise or blame, for reports that are
called people, and for length; the deck, for what it must have. A finding is advice: nothing is kept from being saved.
The words stand in `sensational.csv`, by language, with what to say instead; the list is the project's own choice.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from briefing.deck import deck_pages
from layers import LIGHT
from terms import Language, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.deck import Deck
    from release import Release

LONGEST: Final = {Language.EN: 140, Language.KO: 80, Language.ZH: 60}
"""Signs of a sentence that a room can read in one look, by language."""

LEAST_CONTRAST: Final = 4.5
"""Of text to what lies behind it: WCAG 2.2, 1.4.3."""

_NUMBER: Final = re.compile(r"\d[\d,.\u00a0 ]*\d|\d")
_DARKEST: Final = 0.04045
_OPENING: Final = 2
"""Pages before the first view."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What to mend: the number of the page, from 1, or None for the deck as a whole, and a sentence."""

    page: int | None
    says: str


@cache
def _words() -> dict[Language, tuple[tuple[str, str], ...]]:
    text = files("briefing").joinpath("sensational.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    return {
        own: tuple((row["word"], row["instead"]) for row in rows if row["language"] == own.value) for own in Language
    }


def _holds(text: str, word: str, language: Language) -> bool:
    if language is Language.EN:
        return re.search(rf"\b{re.escape(word)}\b", text) is not None
    return word in text


def _numbers(text: str) -> set[str]:
    return {re.sub(r"\D", "", own) for own in _NUMBER.findall(unicodedata.normalize("NFKC", text))}


def _shown(page: dict[str, Any]) -> set[str]:
    """Return the numbers that a page holds without the speaker's sentence."""
    table = page.get("table") or {"rows": []}
    told = [page["title"], page.get("answer", ""), page.get("left_out", ""), *page.get("lines", ())]
    told += [text for row in table["rows"] for text in row] + [own[2] for own in page.get("keys", ())]
    bars = page.get("bars") or {"labels": [], "years": []}
    told += [*bars["labels"], *(str(year) for year in bars["years"])]
    return set().union(*(_numbers(own) for own in told))


def _of_words(text: str, language: Language) -> Iterator[str]:
    """Say what is wrong with words of the speaker's own, wherever they stand."""
    plain = unicodedata.normalize("NFKC", text).lower()
    for word, instead in _words()[language]:
        if _holds(plain, word, language):
            yield say("lint-word", language, word=word, instead=instead)
    if "!" in plain:
        yield say("lint-mark", language)
    if len(text) > LONGEST[language]:
        yield say("lint-long", language, most=LONGEST[language])


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [own / 12.92 if own <= _DARKEST else ((own + 0.055) / 1.055) ** 2.4 for own in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.2).

    Examples
    --------
    >>> round(contrast("#000000", "#ffffff"))
    21
    """
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def lint(release: Release, deck: Deck) -> tuple[Finding, ...]:
    """Return what to mend in a deck, page by page, the deck as a whole last; empty if there is nothing.

    Parameters
    ----------
    release
        What its figures come from.
    deck
        What is to be shown.
    """
    language = deck.language
    found = [Finding(1, own) for own in _of_words(deck.title, language)]
    found += [Finding(1, say("lint-title-number", language)) for _ in _NUMBER.findall(deck.title)[:1]]
    pages = deck_pages(release, deck)
    for place, slide in enumerate(deck.slides):
        page = pages[_OPENING + place]
        number = _OPENING + place + 1
        found += [Finding(number, own) for own in _of_words(slide.message, language)]
        if not _numbers(slide.message) <= _shown(page):
            found.append(Finding(number, say("lint-number", language)))
        if page["kind"] == "table" and page["table"] is None:
            found.append(Finding(number, say("lint-empty", language)))
    for number, page in enumerate(pages, 1):
        if not all(own.strip() for own in page["foot"]):
            found.append(Finding(number, say("lint-source", language)))
    views = [slide.view for slide in deck.slides]
    if len(set(views)) < len(views):
        found.append(Finding(None, say("lint-twice", language)))
    on_page = [(own, LIGHT.page) for own in (LIGHT.text, LIGHT.text_quiet, LIGHT.ramp[3])]
    written = [*on_page, (LIGHT.synthetic_text, LIGHT.synthetic)]
    if min(contrast(*own) for own in written) < LEAST_CONTRAST:
        found.append(Finding(None, say("lint-contrast", language)))
    return tuple(found)
