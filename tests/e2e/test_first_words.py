"""The first words in a real browser: there with the document, where the page has them later, and gone when it has."""

from __future__ import annotations

import pytest

from layers import figure_of, read_state
from terms import Language
from tests.e2e.conftest import get
from tests.layers.handmade import handmade

pytestmark = pytest.mark.browser


def test_they_come_with_the_document_and_go_when_the_page_stands(server, visit):
    status, headers, body = get(f"{server}/?plate=where_what&act=B&lang=ko")
    state = read_state({"plate": "where_what", "act": "B"}, handmade(), Language.KO)
    own = figure_of(handmade(), state.selection, state.drawn_level(handmade()), Language.KO)
    assert status == 200
    assert own.title in body.decode()
    assert "content-security-policy" in {name.lower() for name in headers}
    seen = visit(f"{server}/?plate=where_what&act=B&lang=ko")
    seen.page.get_by_role("heading", level=1, name=own.title).wait_for()
    seen.page.locator("#atlas-first").wait_for(state="detached")
    assert seen.page.get_by_text(own.title, exact=True).count() == 1
    assert seen.leaks() == []
    assert seen.errors == []


PLACE = """own => {
  const range = document.createRange();
  range.selectNodeContents(own);
  const box = range.getBoundingClientRect();
  return [box.x, box.y];
}"""
GROUND = "own => getComputedStyle(own).backgroundColor"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_moves_when_the_page_takes_over(server, visit, theme):
    seen = visit("about:blank", theme=theme)
    # Their going is held back, so that they can be looked at beside what the page says.
    seen.page.route("**/lib/first/first.js", lambda route: route.abort())
    seen.page.goto(f"{server}/?level=r4&lang=en")
    seen.drawn("where/all/all/r4/en")
    for first, later in (
        (".title", ".st-key-heading h1"),
        (".answer", ".st-key-heading p"),
        (".banner", ".st-key-synthetic p"),
    ):
        ours, theirs = (seen.page.locator(own).first.evaluate(PLACE) for own in (f"#atlas-first {first}", later))
        assert ours == pytest.approx(theirs, abs=4), first
    ours, theirs = (seen.page.locator(own).evaluate(GROUND) for own in ("#atlas-first", "[data-testid=stApp]"))
    assert ours == theirs


def test_a_page_whose_release_cannot_be_shown_says_so_itself(visit, tmp_path):
    from settings import RELEASE  # noqa: PLC0415 - only here
    from tests.e2e.conftest import ROOT, served  # noqa: PLC0415 - only here

    with served(ROOT / "app.py", **{RELEASE: str(tmp_path / "missing.zip")}) as address:
        seen = visit(f"{address}/?lang=en")
        seen.page.locator("[data-testid=stAlert]").wait_for()
        assert seen.page.locator("#atlas-first").count() == 0
