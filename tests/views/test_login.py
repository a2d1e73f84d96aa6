"""Who may see the release: what a deployment says of it, and what is drawn where the answer is no."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette.starlette_server_config import AUTH_COOKIE_MAX_AGE_SECONDS

from terms import Language, say
from tests.views.test_page import APP, sent_to_map
from views import login
from views.idle import IDLE
from views.login import Way, providers, way
from views.state import LANGUAGE


class Secrets(dict):
    """Secrets that could be read, or not."""

    is_there = True

    def load_if_toml_exists(self):
        """Return whether they could be read."""
        return self.is_there


@pytest.fixture
def told(monkeypatch, tmp_path):
    """Say what the deployment says: its secrets, whether they can be read, the headers that it trusts, the reader."""

    def tell(secrets=None, *, file=None, headers=None, user=None):
        own = Secrets(secrets or {})
        own.is_there = secrets is not None
        path = tmp_path / "secrets.toml"
        if file is not None:
            path.write_text(file)
        options = {"secrets.files": [str(path)], "server.trustedUserHeaders": headers}
        changed = {"secrets": own, "get_option": options.get, "user": user or {}}
        asked = SimpleNamespace(**{**vars(login.st), **changed})
        monkeypatch.setattr(login, "st", asked)
        return asked

    return tell


def test_without_any_word_of_a_login_the_atlas_is_open(told):
    told()
    assert way() is Way.OPEN
    told({"other": {}})
    assert way() is Way.OPEN


def test_a_table_of_logins_asks_for_one_even_if_it_is_empty_or_a_proxy_is_trusted(told):
    for table in ({}, {"client_id": "a"}):
        told({"auth": table}, headers={"X-Reader": "reader"})
        assert way() is Way.LOGIN


def test_secrets_that_cannot_be_read_let_nobody_in(told):
    told(file="[auth", headers={"X-Reader": "reader"})
    assert way() is Way.NONE


def test_a_proxy_is_trusted_where_there_is_no_table(told):
    told(headers={"X-Reader": "reader"})
    assert way() is Way.PROXY


def test_providers_are_offered_by_name():
    assert providers({}) == ()
    assert providers({"client_id": "a", "client_kwargs": {"prompt": "login"}}) == (None,)
    assert providers({"keycloak": {"client_id": "a"}, "cookie_secret": "b"}) == ("keycloak",)


@pytest.fixture
def run(release_file, deployed):
    """Open the app on the handmade release."""

    def open_app(**state):
        deployed(ATLAS_RELEASE=release_file)
        app = AppTest.from_file(APP, default_timeout=30)
        for name, value in state.items():
            app.session_state[name] = value
        app.run()
        assert not app.exception
        return app

    return open_app


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("said", "key"),
    [
        ({"secrets": {"auth": {"client_id": "a", "other": {"client_id": "b"}}}}, "login-says"),
        ({"secrets": {"auth": {"client_id": "a"}}, "user": {"is_logged_in": "yes"}}, "login-says"),
        ({"headers": {"X-Reader": "reader"}, "user": {"reader": ""}}, "login-unknown"),
        ({"file": "[auth"}, "login-broken"),
    ],
)
def test_whoever_is_not_let_in_is_told_so_and_sees_nothing_else(told, run, said, key, language):
    told(**said)
    app = run(**{LANGUAGE: language.value})
    assert [own.value for own in app.title] == [say("login-title", language)]
    assert [own.value for own in app.markdown] == [say(key, language)]
    assert sent_to_map(app) is None
    assert not app.table
    offered = [own.label for own in app.button]
    assert (say("login", language) in offered) == (key == "login-says")


@pytest.mark.parametrize(
    "said",
    [
        {"secrets": {"auth": {"client_id": "a"}}, "user": {"is_logged_in": True}},
        {"headers": {"X-Reader": "reader"}, "user": {"reader": "somebody"}},
    ],
)
def test_whoever_is_let_in_sees_the_map(told, run, said):
    told(**said)
    assert sent_to_map(run()) is not None


def test_a_session_that_nobody_uses_is_logged_out_too(told, run, monkeypatch):
    asked = told({"auth": {"client_id": "a"}}, user={"is_logged_in": True})
    out = []
    monkeypatch.setattr(asked, "logout", lambda: out.append("out"))
    run(**{IDLE: 30.0})
    assert out == ["out"]


def test_what_the_document_writes_can_be_read_and_is_known():
    text = (Path(APP).parent / "docs" / "login.md").read_text(encoding="utf-8")
    secrets, proxy = (tomllib.loads(own) for own in re.findall(r"```toml\n(.*?)```", text, flags=re.DOTALL))
    assert providers(secrets["auth"]) == (None,)
    assert config.get_option("server.trustedUserHeaders") is not None
    assert list(proxy["server"]) == ["trustedUserHeaders"]
    assert secrets["auth"]["redirect_uri"].endswith("/oauth2callback")
    assert f"{AUTH_COOKIE_MAX_AGE_SECONDS // 86400} days" in text
