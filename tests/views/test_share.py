"""The link to what is seen, on every page, run as Streamlit runs it, without a browser."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from layers import FIELDS
from release import read_release
from tests.views.test_page import APP, sent_to_map
from views.site import PAGES

BUNDLED = files("release").joinpath("bundled", "people_1500.zip")


def shared(app):
    """Return the parameters of the link that the page offers."""
    (code,) = app.code
    return dict(parse_qsl(code.value.partition("?")[2]))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_offers_its_own_address_and_nothing_that_is_no_field(open_page, name):
    app = open_page(name, lang="ko")
    link = shared(app)
    assert link == {own: values[0] if isinstance(values, list) else values for own, values in app.query_params.items()}
    assert link["release"] == read_release(BUNDLED.read_bytes()).manifest.short_id
    assert link["lang"] == "ko"
    assert set(link) <= {"release", *FIELDS}


def test_what_was_asked_for_and_is_no_choice_does_not_come_into_the_link(open_page):
    link = shared(open_page("map", plate="where", person="x", cell="8a2a1072b59ffff", act="nothing"))
    assert "person" not in link
    assert "cell" not in link
    assert link["act"] == "all"


def test_the_link_opens_the_same_view(open_page):
    app = open_page("map", plate="where_what")
    app.selectbox(key="choose-group").select("B").run()
    app.selectbox(key="choose-level").select("r3").run()
    link = shared(app)
    again = open_page("map", **link)
    assert shared(again) == link
    assert sent_to_map(again) == sent_to_map(app)


def test_a_page_that_cannot_be_shown_offers_no_link(deployed, tmp_path):
    path = Path(tmp_path / "broken.zip")
    path.write_bytes(b"hello")
    deployed(ATLAS_RELEASE=path)
    assert not AppTest.from_file(APP, default_timeout=30).run().code


def test_the_link_of_a_comparison_names_both_sides_though_nobody_chose_them(open_page):
    link = shared(open_page("compare", lang="en"))
    assert (link["plate"], link["period"], link["beside"]) == ("where_when", "before", "reopening")
