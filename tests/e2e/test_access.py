"""Every page is held to axe's rules of access, in both themes, all languages and on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from settings import STEWARD
from terms import Language
from tests.e2e.conftest import ROOT, served
from tests.e2e.test_share import opened
from tests.e2e.test_steward import settle
from views.site import PAGES

pytestmark = pytest.mark.browser

KNOWN = {
    (page, "presentation-role-conflict"): "Streamlit's field for files gives its drop zone a role and a name."
    for page in ("check", "steward")
}
"""What is left, by page and rule: all of it is Streamlit's own markup, and none of it is critical."""

LOOKS = {
    "light-en": ((1280, 720), "light", Language.EN),
    "dark-ko": ((1280, 720), "dark", Language.KO),
    "phone-zh": ((390, 844), "light", Language.ZH),
    "phone-dark-en": ((390, 844), "dark", Language.EN),
}


@pytest.fixture(scope="module")
def site():
    """Serve the bundled release, which fills every page, and the page of the steward."""
    with served(ROOT / "app.py", **{STEWARD: "1"}) as address:
        yield address


def found(page):
    """Return what axe finds: the rules that are broken, and where."""
    broken = Axe().run(page).response["violations"]
    return {own["id"]: (own["impact"], [node["html"][:200] for node in own["nodes"]]) for own in broken}


def at_rest(seen, language):
    seen.page.locator("h1").first.wait_for(timeout=30_000)
    seen.page.locator(f"html[lang={language.value}]").wait_for(state="attached")
    settle(seen.page)
    for kind in ("figure.atlas:not([data-drawn])", "[data-testid=stSkeleton]"):
        seen.settles(lambda kind=kind: seen.page.locator(kind).count() == 0)
    seen.page.wait_for_timeout(500)  # colours that fade in are not yet those that are read


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", [*PAGES, "steward"])
def test_axe_has_nothing_to_say_of_a_page_but_what_is_known(site, visit, name, look):
    size, theme, language = LOOKS[look]
    seen = visit(f"{site}/{'' if name == PAGES[0] else name}?lang={language.value}", size=size, theme=theme)
    at_rest(seen, language)
    broken = found(seen.page)
    assert {rule: own for rule, own in broken.items() if (name, rule) not in KNOWN} == {}
    assert "critical" not in [impact for impact, _ in broken.values()]


def test_what_is_known_is_still_there(site, visit):
    for name, rule in KNOWN:
        seen = visit(f"{site}/{name}")
        at_rest(seen, Language.EN)
        assert rule in found(seen.page), f"{rule} is mended: take it off the list"


def test_the_open_control_of_the_link_is_held_to_the_same(site, visit):
    seen = visit(f"{site}/people?lang=en", theme="dark")
    at_rest(seen, Language.EN)
    opened(seen)
    seen.page.wait_for_timeout(600)
    assert found(seen.page) == {}


def test_axe_does_find_what_is_wrong(site, visit):
    seen = visit(f"{site}/context?lang=en")
    at_rest(seen, Language.EN)
    seen.page.evaluate(
        """() => {
          document.querySelector("h1").after(new Image(9, 9));
          document.querySelector(".st-key-heading p").style.color = "#999999";
        }"""
    )
    assert {"image-alt", "color-contrast"} <= set(found(seen.page))


def test_a_table_that_is_too_wide_for_a_phone_is_moved_by_keyboard(site, visit):
    seen = visit(f"{site}/whom?lang=en", size=(390, 844))
    at_rest(seen, Language.EN)
    table = seen.page.locator("[data-moved]").first
    table.wait_for()
    assert table.get_attribute("aria-label") in seen.page.locator("h2").all_inner_texts()
    table.focus()
    seen.page.keyboard.press("ArrowRight")
    seen.settles(lambda: table.evaluate("(element) => element.scrollLeft") > 0)
    seen.page.set_viewport_size({"width": 1280, "height": 720})
    seen.settles(lambda: seen.page.locator("[data-moved]").count() == 0)
