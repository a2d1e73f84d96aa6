"""A login that the deployment asks for, on a real server: without it no page of the release is shown."""

from __future__ import annotations

import json

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from settings import RELEASE, STEWARD
from terms import Language, say
from tests.e2e.conftest import ROOT, get, served
from tests.e2e.test_access import at_rest, found
from views.site import PAGES

pytestmark = pytest.mark.browser

# Invented for this test; the provider is a name that leads nowhere.
SECRET = "0123456789abcdef0123456789abcdef"  # noqa: S105
AUTH = f"""
[auth]
redirect_uri = "http://127.0.0.1/oauth2callback"
cookie_secret = "{SECRET}"
client_id = "atlas"
client_secret = "invented"
server_metadata_url = "http://127.0.0.1:9/.well-known/openid-configuration"
"""


def home(folder, text):
    """Return what makes a folder the home of the server, with these secrets in it."""
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text(text, encoding="utf-8")
    return {"HOME": str(folder)}


@pytest.fixture(scope="module")
def closed(tmp_path_factory, release_file):
    """Serve the atlas with a login."""
    own = home(tmp_path_factory.mktemp("home"), AUTH)
    with served(ROOT / "app.py", **own, **{RELEASE: str(release_file), STEWARD: "1"}) as address:
        yield address


def cookie(address, secret):
    """Return the cookie of a reader who has logged in at the provider, signed with a secret."""
    told = json.dumps({"origin": address, "is_logged_in": True, "email": "reader@example.org"})
    value = create_signed_value(secret, USER_COOKIE_NAME, told).decode()
    return {"name": USER_COOKIE_NAME, "value": value, "url": address}


@pytest.mark.parametrize("name", ["", *PAGES[1:], "steward"])
def test_who_has_not_logged_in_sees_no_page_of_the_release(closed, visit, name):
    assert b"atlas-first" not in get(f"{closed}/{name}")[2], "no word of the release comes with the document"
    seen = visit(f"{closed}/{name}?lang=en")
    seen.page.get_by_role("heading", level=1, name=say("login-title", Language.EN)).wait_for(timeout=30_000)
    at_rest(seen, Language.EN)
    assert seen.page.get_by_role("button", name=say("login", Language.EN), exact=True).is_visible()
    for part in ("table", "figure", "canvas", ".st-key-caveats", ".st-key-links", ".st-key-steward", "input"):
        assert seen.page.locator(part).count() == 0, part
    assert seen.page.locator("h1").count() == 1
    assert found(seen.page) == {}
    assert seen.leaks() == []


def test_who_has_logged_in_sees_the_map_and_can_log_out(closed, visit):
    seen = visit("about:blank")
    seen.page.context.add_cookies([cookie(closed, SECRET)])
    seen.page.goto(f"{closed}/?level=r4&lang=en")
    seen.drawn("where/all/all/r4/en")
    assert "reader@example.org" not in seen.page.content()
    seen.page.get_by_role("button", name=say("login-out", Language.EN)).click()
    seen.page.get_by_role("heading", level=1, name=say("login-title", Language.EN)).wait_for(timeout=30_000)
    assert USER_COOKIE_NAME not in [own["name"] for own in seen.page.context.cookies()]
    assert seen.page.locator("figure").count() == 0


@pytest.mark.parametrize("language", Language)
def test_on_a_phone_the_line_with_the_logout_is_broken_and_not_cut(closed, visit, language):
    seen = visit("about:blank", size=(390, 844))
    seen.page.context.add_cookies([cookie(closed, SECRET)])
    seen.page.goto(f"{closed}/context?lang={language.value}")
    seen.page.get_by_role("button", name=say("login-out", language)).wait_for(timeout=30_000)
    last = seen.page.get_by_role("radio", name="中文")
    seen.settles(lambda: (box := last.bounding_box()) and box["x"] + box["width"] <= 390 - 16)


def test_a_cookie_that_another_secret_has_signed_is_no_login(closed, visit):
    seen = visit("about:blank")
    seen.page.context.add_cookies([cookie(closed, SECRET[::-1])])
    seen.page.goto(f"{closed}/?lang=en")
    seen.page.get_by_role("heading", level=1, name=say("login-title", Language.EN)).wait_for(timeout=30_000)
    assert seen.page.locator("figure").count() == 0


def test_secrets_that_cannot_be_read_show_nothing(tmp_path, visit):
    with served(ROOT / "app.py", **home(tmp_path, "[auth\nclient_id = 1")) as address:
        seen = visit(f"{address}/?lang=en")
        seen.page.get_by_text(say("login-broken", Language.EN)).wait_for(timeout=30_000)
        assert seen.page.locator("figure, table").count() == 0


def behind_proxy(folder, header):
    """Serve the atlas as behind a proxy that names the reader in a header."""
    trusted = {"STREAMLIT_SERVER_TRUSTED_USER_HEADERS": json.dumps({header: "reader"})}
    return served(ROOT / "app.py", HOME=str(folder), **trusted)


def test_behind_a_proxy_nobody_is_let_in_whom_it_does_not_name(tmp_path, visit):
    with behind_proxy(tmp_path, "X-Reader") as address:
        seen = visit(f"{address}/?lang=en")
        seen.page.get_by_text(say("login-unknown", Language.EN)).wait_for(timeout=30_000)
        assert seen.page.locator("figure, table").count() == 0


def test_behind_a_proxy_a_reader_whom_it_names_is_let_in(tmp_path, visit):
    # A header that every browser sends stands for the one of a proxy.
    with behind_proxy(tmp_path, "User-Agent") as address:
        seen = visit(f"{address}/?lang=en")
        seen.page.locator("figure.atlas[data-drawn]").wait_for(timeout=30_000)
        assert seen.page.get_by_role("button", name=say("login-out", Language.EN)).count() == 0
