"""The question and its answer in the document itself, before anything else of the page is loaded.

Streamlit's document is empty until its scripts are there and the page was run, a second or two. The bare address and
its links get the title, the answer and, of invented data, the banner with the document, in the language of the link or
of the browser. They go when the page stands. Where readers log in, nothing is said before they have.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool

from views.warm import wait_until_warm

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
    """ASGI middleware: the first words in the document of the bare address; every other answer passes untouched."""

    def __init__(self, app: ASGIApp, path: str) -> None:
        self.app = app
        self.paths = {path, f"{path}/"}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] not in self.paths:
            await self.app(scope, receive, send)
            return
        asked = dict(scope["headers"])
        languages = asked.get(b"accept-language", b"").decode("latin-1")
        words = await run_in_threadpool(first_words, scope["query_string"].decode("latin-1"), languages)
        if words is None:
            await self.app(scope, receive, send)
            return
        whole = {**scope, "headers": [own for own in scope["headers"] if own[0] not in _NOT_WHOLE]}
        await self.app(whole, receive, _Inserting(send, words.encode()).send)


class _Inserting:
    """Holds an answer back until it is whole, and sends it on with words in its document, if it is one."""

    def __init__(self, send: Send, words: bytes) -> None:
        self.onward = send
        self.words = words
        self.start: Message = {}
        self.body = b""

    async def send(self, message: Message) -> None:
        """Take a message of the answer."""
        if message["type"] == "http.response.start":
            self.start = message
            return
        self.body += message.get("body", b"")
        if message.get("more_body", False):
            return
        body = self.body
        if _ROOT in body and _HEAD_END in body:
            body = body.replace(_HEAD_END, _LOADED + _HEAD_END, 1).replace(_ROOT, self.words + _ROOT, 1)
        kept = [own for own in self.start.get("headers", []) if own[0] not in _CHANGED]
        length = (b"content-length", str(len(body)).encode())
        await self.onward({**self.start, "headers": [*kept, length]})
        await self.onward({"type": "http.response.body", "body": body})
