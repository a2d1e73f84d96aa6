"""A deck on a screen: its pages in true vectors, and all that the presenter needs, in the app or in one file.

The file opens from a USB stick, asks nobody for anything and runs nothing but its own script, which its content
security policy names by hash.
"""

from __future__ import annotations

import base64
import hashlib
import json
from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from briefing.asking import index_of
from briefing.content import Shape
from briefing.deck import Deck, Slide, deck_pages, deck_title, slide_page
from briefing.sheet import set_pages
from briefing.typeset import Output
from layers import about, document_policy, font_faces
from terms import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from release import Release
    from terms import Language

_KEYS: Final = ("next", "back", "ends", "number", "jump", "blank", "notes", "window", "timer", "zero", "screen", "help")
_LOCALES: Final = {"en": "en-GB", "ko": "ko-KR", "zh": "zh-Hans"}


def own_file(name: str) -> str:
    """Return a script or style of the presenter."""
    return files("briefing").joinpath("present", name).read_text(encoding="utf-8")


def _in_words(page: dict[str, Any]) -> str:
    """Return all that stands on a page, as one text: what a listener who cannot see it is told."""
    told = [page["title"], page.get("lead"), page.get("message"), page.get("answer"), *page.get("lines", ())]
    told += [page.get("left_out"), *page.get("points", ()), page["synthetic"]]
    return " ".join(own for own in told if own)


def drawn_pages(pages: Sequence[dict[str, Any]], language: Language, *, synthetic: bool) -> list[dict[str, Any]]:
    """Return pages as the presenter shows them: title, alt, notes, and the page as the address of an SVG that it is."""
    drawn = set_pages(pages, title="", language=language, synthetic=synthetic, shape=Shape.WIDE, output=Output.SVG)
    return [
        {
            "title": page["title"],
            "alt": _in_words(page),
            "notes": page["notes"],
            "image": f"data:image/svg+xml;base64,{base64.b64encode(own).decode('ascii')}",
        }
        for page, own in zip(pages, drawn, strict=True)
    ]


def hash_of(pages: Sequence[dict[str, Any]]) -> str:
    """Return what changes whenever a page does."""
    return hashlib.sha256(json.dumps(pages).encode()).hexdigest()[:16]


def view_page(release: Release, view: str, language: Language) -> dict[str, Any]:
    """Return one view as a page of the presenter, for a question from the room."""
    page = slide_page(release, Slide(view), language)
    synthetic = about(release, language).synthetic is not None
    return {"view": view, **drawn_pages([page], language, synthetic=synthetic)[0]}


def presenter_data(release: Release, deck: Deck, *, live: bool) -> dict[str, Any]:
    """Return all that `present.js` shows, as JSON values.

    Parameters
    ----------
    release
        The only source of figures.
    deck
        What is shown.
    live
        Whether the app stands behind the presenter, so that views that are no page of the deck can be drawn.
    """
    language = deck.language
    pages = drawn_pages(deck_pages(release, deck), language, synthetic=about(release, language).synthetic is not None)
    return {
        "lang": _LOCALES[language.value],
        "stamp": f"{release.manifest.short_id} {hash_of(pages)}",
        "pages": pages,
        "index": index_of(release, language, [own["title"] for own in pages], live=live),
        "answer": None,
        "nothing": say("present-nothing", language),
        "words": {
            "title": deck_title(deck),
            "start": say("present-start", language),
            "jump": say("present-jump", language),
            "hint": say("present-hint", language),
            "keys": [[say(f"present-key-{own}", language), say(f"present-does-{own}", language)] for own in _KEYS],
        },
    }


def _in_script(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def deck_html(release: Release, deck: Deck) -> str:
    """Return a deck as one HTML document that presents itself, the same text for the same deck and packages."""
    data = presenter_data(release, deck, live=False)
    shown = json.dumps({**data, "pages": [{**own, "image": ""} for own in data["pages"]]}, ensure_ascii=False)
    own_type = ':root { --present-type: "Atlas Hangul", "Atlas Han", system-ui, sans-serif; }'
    whole = "html, body { height: 100%; margin: 0; }"
    styles = (font_faces(shown), own_type, whole, own_file("present.css"))
    head = "".join(f"<style>{own}</style>" for own in styles if own)
    script = own_file("present.js").replace("export ", "")
    run = f"<script>(() => {{\n{script}\npresent(document.body, {_in_script(data)}, null);\n}})();</script>"
    caveats = " ".join(about(release, deck.language).caveats)
    told = f"{deck_title(deck)}. {caveats}"
    return (
        f'<!DOCTYPE html>\n<html lang="{data["lang"]}">\n<head>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{document_policy(head + run)}">\n'
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="description" content="{escape(told)}">\n'
        f"{head}\n<title>{escape(deck_title(deck))}</title>\n</head>\n<body>\n{run}\n</body>\n</html>\n"
    )
