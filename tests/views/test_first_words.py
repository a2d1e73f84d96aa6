"""The question and its answer in the document itself: right, harmless, and only where everyone may read them."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from html import escape, unescape

import pytest

import settings
from layers import figure_of, read_state
from release import read_release
from terms import Language
from views import login
from views.first_words import FirstWords, first_words
from views.login import Way

DOCUMENT = b'<!DOCTYPE html><html><head><title>x</title></head><body><div id="root"></div></body></html>'


def figure(path, **link):
    release = read_release(path)
    state = read_state(link, release, Language.EN)
    return figure_of(release, state.selection, state.drawn_level(release), state.lang)


def answer(words, *, path="/", method="GET", headers=(), body=DOCUMENT, kind="http", base=""):
    """Return status, headers and body of what the middleware makes of an app's answer, and what the app was asked."""
    asked, sent = [], []

    async def app(scope, _receive, send):
        asked.append(scope)
        own = [(b"content-type", b"text/html"), (b"etag", b"1"), (b"content-length", str(len(body)).encode())]
        await send({"type": "http.response.start", "status": 200, "headers": own})
        await send({"type": "http.response.body", "body": body[:20], "more_body": True})
        await send({"type": "http.response.body", "body": body[20:]})

    async def send(message):
        sent.append(message)

    scope = {"type": kind, "method": method, "path": path, "query_string": words, "headers": list(headers)}
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, FirstWords(app, base)(scope, None, send)).result()
    return dict(sent[0]["headers"]), b"".join(own.get("body", b"") for own in sent[1:]), asked[0]


@pytest.mark.parametrize("language", Language)
def test_the_words_are_those_of_the_page_in_the_language_of_the_link(deployed, release_file, language):
    deployed(**{settings.RELEASE: release_file})
    own = figure(release_file, plate="where_what", act="B", lang=language.value)
    said = unescape(first_words(f"plate=where_what&act=B&lang={language.value}", "fr"))
    for sentence in (own.title, own.answer, own.synthetic):
        assert sentence in said
    assert f'lang="{language.value}"' in said


@pytest.mark.parametrize(("asked", "lang"), [("ko-KR,en;q=0.9", "ko"), ("zh", "zh"), ("fr-FR,ko", "en"), ("", "en")])
def test_without_a_link_the_browser_says_the_language(deployed, release_file, asked, lang):
    deployed(**{settings.RELEASE: release_file})
    assert f'lang="{lang}"' in first_words("", asked)


def test_nothing_is_said_where_readers_log_in(deployed, release_file, monkeypatch):
    deployed(**{settings.RELEASE: release_file})
    for own in Way:
        monkeypatch.setattr(login, "way", lambda own=own: own)
        assert (first_words("", "en") is not None) == (own is Way.OPEN)


def test_nothing_is_said_of_a_release_that_cannot_be_shown_or_of_rates(deployed, release_file, tmp_path):
    deployed(**{settings.RELEASE: tmp_path / "missing.zip"})
    assert first_words("", "en") is None
    deployed(**{settings.RELEASE: release_file})
    assert first_words("rate=yes", "en") is None


def test_what_a_link_holds_never_comes_into_the_document(deployed, release_file):
    deployed(**{settings.RELEASE: release_file})
    said = first_words("plate=<script>alert(1)</script>&act=%3Cimg%3E&lang=<b>", "<i>")
    assert "script" not in said
    assert "<img" not in said
    assert "<b>" not in said
    assert "<i>" not in said


def test_the_document_of_the_bare_address_gets_the_words_and_no_other_answer(deployed, release_file):
    deployed(**{settings.RELEASE: release_file})
    title = escape(figure(release_file).title).encode()
    for path, base in (("/", ""), ("/atlas/", "/atlas"), ("/atlas", "/atlas")):
        headers, body, _ = answer(b"", path=path, base=base)
        assert title in body
        assert b"content-length" not in headers, "the document is sent in parts"
        assert b"etag" not in headers
        assert body.index(b"atlas-first") < body.index(b'<div id="root">')
    for own in ({"path": "/trends"}, {"method": "HEAD"}, {"path": "/_stcore/health"}):
        headers, body, _ = answer(b"", **own)
        assert body == DOCUMENT
        assert headers[b"etag"] == b"1"


def test_the_whole_document_is_asked_for(deployed, release_file):
    deployed(**{settings.RELEASE: release_file})
    less = [(b"if-none-match", b"1"), (b"accept-encoding", b"gzip"), (b"range", b"bytes=0-1"), (b"cookie", b"a")]
    assert answer(b"", headers=less)[2]["headers"] == [(b"cookie", b"a")]


def test_an_answer_that_is_no_document_of_streamlit_passes_whole(deployed, release_file):
    deployed(**{settings.RELEASE: release_file})
    assert answer(b"", body=b"The server is being restarted, in a moment.")[1].startswith(b"The server is")


def test_the_head_is_sent_before_the_words_are_worked_out_and_a_failure_costs_only_them(monkeypatch, caplog):
    from views import first_words as own  # noqa: PLC0415 - to change it

    def fails(_query, _languages):
        raise ValueError("a value nobody may see")

    monkeypatch.setattr(own, "first_words", fails)
    _, body, _ = answer(b"")
    head, _, rest = body.partition(b"<link rel")
    assert head + rest[rest.index(b"</head>") :] == DOCUMENT
    assert "ValueError" in caplog.text
    assert "nobody" not in caplog.text
