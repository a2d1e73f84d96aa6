"""A session that nobody uses is dropped: when, what of it, and what is said then, without a browser."""

from __future__ import annotations

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.testing.v1 import AppTest

from settings import IDLE_MINUTES
from terms import Language, say
from tests.views.test_page import APP, sent_to_map
from views import idle
from views.idle import IDLE, PRIVATE, run_page
from views.state import LANGUAGE


class Loop:
    """An event loop that keeps what it is asked for, and lets time pass when it is told to."""

    def __init__(self):
        self.asked = []

    def call_soon_threadsafe(self, call, *arguments):
        """Call at once."""
        call(*arguments)

    def call_later(self, seconds, call, *arguments):
        """Keep what is to be called, and when."""
        self.asked.append((seconds, call, arguments))

    def strike(self):
        """Let all the time pass."""
        for _, call, arguments in self.asked:
            call(*arguments)
        self.asked.clear()


class Server:
    """A server with one session, and a record of what was cleared away."""

    def __init__(self):
        self.loop = self._event_loop = Loop()
        self.id = self.session_id = "s"
        self.session_state = {LANGUAGE: "ko", "steward": object(), "steward-file": object()}
        self._client_state = ClientState(query_string="lang=ko", page_script_hash="h")
        self._client_state.widget_states.widgets.add(id="w", string_value="Kanarienvogel")
        self._client_state.context_info.url = "http://localhost/steward"
        self.uploaded_file_mgr = self.media_file_mgr = self
        self.cleared = []
        self.drawn = []

    def get_app_session(self, session_id):
        """Return the one session by its id."""
        return self if session_id == self.id else None

    def clear_session_caches(self):
        """Note it."""
        self.cleared.append("caches")

    def remove_session_files(self, session_id):
        """Note it."""
        self.cleared.append(f"uploads of {session_id}")

    def clear_session_refs(self, session_id):
        """Note it."""
        self.cleared.append(f"files of {session_id}")

    def remove_orphaned_files(self):
        """Note it."""
        self.cleared.append("orphans")

    def request_rerun(self, client_state):
        """Keep what the page is to be drawn with."""
        self.drawn.append(client_state)


class Page:
    """A page that notes that it was run."""

    def __init__(self, during=None):
        self.runs = 0
        self.during = during

    def run(self):
        """Note it, and do what is to happen meanwhile."""
        self.runs += 1
        if self.during:
            self.during()


@pytest.fixture
def server(monkeypatch, deployed):
    deployed(**{IDLE_MINUTES: "2"})
    own = Server()
    monkeypatch.setattr(idle.runtime, "exists", lambda: True)
    monkeypatch.setattr(idle.runtime, "get_instance", lambda: own)
    monkeypatch.setattr(idle, "get_script_run_ctx", lambda: own)
    monkeypatch.setattr(idle.st, "session_state", own.session_state)
    monkeypatch.setattr(idle, "_runs", {})
    return own


def test_all_is_dropped_when_the_minutes_are_over_and_the_page_is_drawn_without_it(server):
    run_page(Page(), is_private=True)
    assert server.loop.asked[0][0] == 120
    server.loop.strike()
    assert server.session_state == {LANGUAGE: "ko", IDLE: 2}
    assert server.cleared == ["caches", "uploads of s", "files of s", "orphans"]
    (drawn,) = server.drawn
    assert (drawn.page_script_hash, drawn.query_string) == ("h", "lang=ko")
    assert b"Kanarienvogel" not in drawn.SerializeToString()


def test_whoever_goes_on_working_keeps_all(server):
    run_page(Page(), is_private=True)
    asked = list(server.loop.asked)
    run_page(Page(during=lambda: [call(*arguments) for _, call, arguments in asked]), is_private=True)
    assert "steward" in server.session_state
    assert server.drawn == []


def test_a_page_that_fails_is_dropped_too(server):
    def fail():
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        run_page(Page(during=fail), is_private=True)
    server.loop.strike()
    assert "steward" not in server.session_state


def test_a_session_that_is_gone_is_left_alone(server):
    run_page(Page(), is_private=False)
    server.id = "another"
    server.loop.strike()
    assert server.cleared == server.drawn == []


def test_a_private_session_stays_private_on_public_pages_and_a_public_one_has_no_clock(server, deployed):
    deployed()
    page = Page()
    run_page(page, is_private=False)
    assert server.loop.asked == []
    run_page(page, is_private=True)
    run_page(page, is_private=False)
    assert [seconds for seconds, _, _ in server.loop.asked] == [1800, 1800]
    assert PRIVATE in server.session_state
    assert page.runs == 3


@pytest.mark.parametrize("language", Language)
def test_it_is_said_and_one_can_begin_again(deployed, release_file, language):
    deployed(ATLAS_RELEASE=release_file)
    app = AppTest.from_file(APP, default_timeout=30)
    app.session_state[IDLE] = 30.0
    app.session_state[LANGUAGE] = language.value
    app.run()
    assert app.title[0].value == say("idle-title", language)
    assert say("idle-says", language, minutes=30) in [own.value for own in app.markdown]
    assert sent_to_map(app) is None
    assert not app.table
    app.button(key="idle-begin").click().run()
    assert not app.exception
    assert sent_to_map(app)["figure"].endswith(f"/{language.value}")


def test_one_minute_is_no_minutes():
    assert "for a minute," in say("idle-says", Language.EN, minutes=1.0)
    assert "for 30 minutes," in say("idle-says", Language.EN, minutes=30.0)
