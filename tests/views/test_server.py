"""Headers on every response, and files that are served by a name that never changes its meaning."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from layers import basemap_json
from terms import OWN_NAMES
from views.assets import basemap_asset, find_asset, font_assets
from views.policy import content_security_policy, hash_source, headers, inline_scripts
from views.server import SafeHeaders, say_sorry


def answer_of(app, kind="http"):
    """Return the messages that an ASGI app sends for one request."""
    sent = []

    async def send(message):
        sent.append(message)

    # In a thread of its own: a browser that an earlier test opened keeps a loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app({"type": kind, "path": "/"}, None, send)).result()
    return sent


@pytest.mark.parametrize("status", [200, 301, 404, 500])
def test_our_headers_stand_on_every_response_whatever_its_status(status):
    async def app(_scope, _receive, send):
        await send({"type": "http.response.start", "status": status, "headers": [(b"X-Frame-Options", b"ALLOWALL")]})
        await send({"type": "http.response.body", "body": b""})

    start, body = answer_of(SafeHeaders(app))
    assert start["status"] == status
    assert [pair for pair in start["headers"] if pair[0].lower() == b"x-frame-options"] == [
        (b"x-frame-options", b"DENY")
    ]
    assert {name.decode() for name, _ in start["headers"]} == {name for name, _ in headers()}
    assert body["body"] == b""


def test_messages_of_a_web_socket_pass_untouched():
    async def app(_scope, _receive, send):
        await send({"type": "websocket.accept", "headers": []})

    assert answer_of(SafeHeaders(app), "websocket") == [{"type": "websocket.accept", "headers": []}]


def test_the_answer_to_an_unexpected_error_has_our_headers_and_not_its_text():
    response = say_sorry(None, ValueError("a value nobody may see"))
    assert response.status_code == 500
    assert b"nobody" not in response.body
    assert response.headers["content-security-policy"] == content_security_policy()


def test_the_policy_allows_this_server_and_two_hashes_but_no_inline_code_and_no_other_host():
    policy = content_security_policy()
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "blob:" not in policy
    assert "*" not in policy
    directives = dict(part.split(" ", 1) for part in policy.split("; "))
    assert directives["default-src"] == "'self'"
    assert directives["object-src"] == directives["base-uri"] == directives["frame-ancestors"] == "'none'"


def test_streamlits_own_inline_script_is_the_only_one_allowed():
    scripts = inline_scripts()
    assert len(scripts) == 1
    assert "prerenderReady" in scripts[0]
    assert hash_source(scripts[0]) in content_security_policy()


def test_the_basemap_is_served_by_the_hash_of_its_content():
    asset = basemap_asset()
    assert find_asset(asset.name) == asset
    assert asset.make() == basemap_json()
    assert json.loads(asset.make())["scale"]
    assert find_asset("basemap.0000000000000000.json") is None


def test_fonts_hold_the_names_of_the_languages_and_change_their_address_with_their_content(deployed, release_file):
    deployed(ATLAS_RELEASE=release_file)
    assets = {face.family: asset for face, asset in font_assets()}
    assert set(assets) == {"Atlas Hangul", "Atlas Han"}
    assert len({asset.path for asset in assets.values()}) == len(assets)
    for asset in assets.values():
        assert find_asset(asset.name) == asset
        assert asset.make()[:4] == b"wOF2"
    assert OWN_NAMES


@pytest.mark.parametrize("name", ["", "..", "../manifest.json", "basemap.json", "people_1500.zip"])
def test_no_other_name_is_served(name):
    assert find_asset(name) is None
