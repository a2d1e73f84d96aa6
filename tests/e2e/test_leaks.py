"""The watch for leaks, shown to catch one: pages that leak on purpose, with and without our policy."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from views.policy import headers

pytestmark = pytest.mark.browser

LEAKY = b'<!doctype html><title>leaky</title><img src="http://leak.example/tile.png">'


@pytest.fixture
def leaky():
    """Serve a page with an image from elsewhere: at `/bare` as it is, elsewhere under our policy."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            if self.path != "/bare":
                for name, value in headers():
                    self.send_header(name, value)
            self.end_headers()
            self.wfile.write(LEAKY)

        def log_message(self, *_arguments):
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_without_a_policy_the_request_itself_is_seen(leaky, visit):
    seen = visit(f"{leaky}/bare")
    assert seen.leaks() == ["http://leak.example/tile.png"]


def test_under_our_policy_the_request_is_stopped_and_the_stopping_is_seen(leaky, visit):
    seen = visit(f"{leaky}/")
    seen.page.wait_for_timeout(200)
    assert "img-src http://leak.example/tile.png" in seen.leaks()


def test_a_link_that_makes_streamlit_ask_elsewhere_is_stopped(server, visit):
    seen = visit(f"{server}/?staticAppId=x")
    seen.page.wait_for_timeout(3000)
    assert seen.outside == []
    assert any("data.streamlit.io" in own for own in seen.leaks())
