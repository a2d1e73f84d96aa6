"""What can be asked of a release in front of a room: each view that has figures, and sentences for what has none.

An index is looked through by typing. It names the pages of the deck, the other views that the release tells, and
questions that no table answers, each with the sentence that can be said.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from layers import title_of
from release import ALL_ACTS, EXPLORED, Level, Selection, offered_acts, offered_periods, view
from terms import ALL_TIME, say

if TYPE_CHECKING:
    from release import Release
    from terms import Language

PREPARED: Final = ("how-many", "better", "town", "one", "where-now", "data")
"""Questions that are asked in every room and that no table answers."""


@lru_cache(maxsize=8)
def views_of(release: Release, language: Language) -> tuple[tuple[str, str], ...]:
    """Return each view of a release that has a figure: its link, and its question in words; eras but no single years.

    Where two plates answer a question in the same words, the first does. Of a plate that tells acts and times both, the
    choices of both are left to the page that explores.
    """
    found: dict[str, str] = {}
    for name in release.explored:
        plate = release.plates[name]
        acts, periods = offered_acts(plate), [own for own in offered_periods(plate) if not own.isdecimal()]
        for act in acts:
            for period in periods if act == ALL_ACTS else [ALL_TIME]:
                selection = Selection(name, period, act)
                if not view(release, selection, Level.REGION).cells.is_empty() or not EXPLORED[name].has_places:
                    link = urlencode({"plate": name, "period": period, "act": act})
                    found.setdefault(title_of(selection, release.manifest, language), link)
    return tuple((link, title) for title, link in found.items())


def index_of(release: Release, language: Language, titles: list[str], *, live: bool) -> list[dict[str, Any]]:
    """Return what can be typed for: pages of the deck, views if the app is there to draw them, and questions.

    Parameters
    ----------
    release
        The only source of figures.
    language
        Of every word.
    titles
        Of the pages of the deck, in order.
    live
        Whether a view that is no page of the deck can be drawn.
    """
    pages: list[dict[str, Any]] = [
        {"title": f"{place}. {own}", "page": place - 1} for place, own in enumerate(titles, 1)
    ]
    shown = set(titles)
    views = (
        [{"title": own, "view": link} for link, own in views_of(release, language) if own not in shown] if live else []
    )
    said = [{"title": say(f"asked-{own}", language), "says": say(f"asked-{own}-says", language)} for own in PREPARED]
    return [*pages, *said, *views]
