"""The question and its answer in the document itself, before anything else of the page is loaded.

Streamlit's document is empty until its scripts are there and the page was run, a second or two. The bare address and
its links get the title, the answer and, of invented data, the banner with the document, in the language of the link or
of the browser. They go when the page stands. Where readers log in, nothing is said before they have.
"""

from __future__ import annotations

import logging
from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool

from views.warm import wait_until_warm

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_LOG: Final = logging.getLogger("atlas")
_ROOT: Final = b'<div id="root">'
_HEAD_END: Final = b"</head>"
_LOADED: Final = (
    b'<link rel="stylesheet" href="./lib/first/first.css"><script type="module" src="./lib/first/first.js"></script>'
)
_NOT_WHOLE: Final = frozenset({b"if-none-match", b"if-modified-since", b"accept-encoding", b"range"})
"""Headers by which a browser asks for less than the plain document."""

_CHANGED: Final = frozenset({b"content-length", b"etag", b"last-modified"})


def first_words(query: str, languages: str) -> str | None:
    """Return the first words of the map page as HTML, None where there are none to say.

    Parameters
    ----------
    query
        What stands behind the question mark of the address.
    languages
        What the browser says of its reader's languages (`Accept-Language`).
    """
    wait_until_warm()
    from errors import AtlasError  # noqa: PLC0415 - the server is there before this is loaded
    from layers import answer_link, figure_of, spoken  # noqa: PLC0415 - see above
    from terms import Language  # noqa: PLC0415 - see above
    from views.login import Way, way  # noqa: PLC0415 - see above
    from views.source import current_release  # noqa: PLC0415 - see above

    if way() is not Way.OPEN:
        return None
    try:
        release = current_release()
        link = dict(parse_qsl(query))
        own = languages.split(",", maxsplit=1)[0].split(";", maxsplit=1)[0].split("-", maxsplit=1)[0].strip()
        state = answer_link(link, release, spoken(own, Language.EN)).state
    except AtlasError:
        return None  # the page itself says what is wrong
    if state.rate is not None:
        return None  # what is said then is worked out by the page
    figure = figure_of(release, state.selection, state.drawn_level(release), state.lang)
    banner = f'<div class="banner">{escape(figure.synthetic)}</div>' if figure.synthetic else ""
    return (
        f'<div id="atlas-first" aria-hidden="true" lang="{state.lang.value}">{banner}'
        f'<div class="title">{escape(figure.title)}</div><div class="answer">{escape(figure.answer)}</div></div>'
    )


class FirstWords:
    """ASGI middleware: the first words in the document of the bare address; every other answer passes untouched.

    The head of the document is sent at once, so that the browser loads scripts while the words are still worked out.
    """

    def __init__(self, app: ASGIApp, path: str) -> None:
        self.app = app
        self.paths = {path, f"{path}/"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in self.paths:
            await self.app(scope, receive, send)
            return
        held = _Held()
        whole = {**scope, "headers": [own for own in scope["headers"] if own[0] not in _NOT_WHOLE]}
        await self.app(whole, receive, held.take)
        head, end, rest = held.body.partition(_HEAD_END)
        if _ROOT not in rest:
            await send(held.start)
            await send({"type": "http.response.body", "body": held.body})
            return
        kept = [own for own in held.start["headers"] if own[0].lower() not in _CHANGED]
        await send({**held.start, "headers": kept})
        await send({"type": "http.response.body", "body": head + _LOADED + end, "more_body": True})
        languages = dict(scope["headers"]).get(b"accept-language", b"").decode("latin-1")
        try:
            words = await run_in_threadpool(first_words, scope["query_string"].decode("latin-1"), languages)
        except Exception as error:  # noqa: BLE001 - the page is there without them, and says itself what is wrong
            _LOG.error("The first words failed with %s.", type(error).__name__)
            words = None
        told = rest.replace(_ROOT, (words or "").encode() + _ROOT, 1)
        await send({"type": "http.response.body", "body": told})


class _Held:
    """An answer that is held back until it is whole."""

    def __init__(self) -> None:
        self.start: Message = {}
        self.body = b""

    async def take(self, message: Message) -> None:
        """Take a message of the answer."""
        if message["type"] == "http.response.start":
            self.start = message
        else:
            self.body += message.get("body", b"")
