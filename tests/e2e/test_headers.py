"""Headers of a real server: the same on every response, whatever its status."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import ROOT, get, served
from views.policy import headers

FAILING = """
import sys
sys.path.insert(0, {root!r})
import streamlit as st
from starlette.routing import Route
from views.server import HANDLERS, MIDDLEWARE, ROUTES

def fail(request):
    raise RuntimeError("a value nobody may see")

if __name__ == "__main__":
    st.write("hello")
else:
    app = st.App(__file__, routes=[*ROUTES, Route("/fail", fail)], middleware=MIDDLEWARE, exception_handlers=HANDLERS)
"""


def named(found):
    return {name.lower(): value for name, value in found.items()}


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/any/page", 200),
        ("/media/nothing", 404),
        ("/assets/nothing.json", 404),
        ("/_stcore/agent/interact", 405),
        ("/_stcore/health", 200),
        ("/_stcore/host-config", 200),
        ("/lib/leaflet/leaflet-src.esm.js", 200),
        ("/lib/leaflet/nothing.js", 404),
    ],
)
def test_every_response_has_our_headers(server, path, status):
    code, found, _ = get(f"{server}{path}")
    assert code == status
    for name, value in headers():
        assert named(found)[name] == value, name


def test_a_failure_on_our_side_has_them_too_and_tells_nothing(tmp_path):
    script = tmp_path / "app.py"
    script.write_text(FAILING.format(root=str(ROOT)), encoding="utf-8")
    with served(script) as address:
        code, found, body = get(f"{address}/fail")
    assert code == 500
    assert b"nobody" not in body
    for name, value in headers():
        assert named(found)[name] == value, name


def test_the_release_itself_has_no_address(server, release_file):
    for path in (
        release_file.name,
        f"app/static/{release_file.name}",
        f"assets/{release_file.name}",
        "assets/manifest.json",
    ):
        _, _, body = get(f"{server}/{path}")
        assert not body.startswith(b"PK"), path
