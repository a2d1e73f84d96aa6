"""The presenter in one file, opened from the disk in a real browser, by keyboard alone and without one request."""

from __future__ import annotations

import pytest
from playwright.sync_api import sync_playwright

from briefing import Audience, Deck, Format, Slide, deck_pages, export_deck
from terms import Language, say
from tests.conftest import CHROMIUM, FLAGS

pytestmark = pytest.mark.browser

DECK = Deck(Audience.UN, Language.KO, (Slide("plate=where_what"), Slide("plate=when_what"), Slide("people")))


@pytest.fixture(scope="module")
def shown(release, tmp_path_factory):
    """Yield the page with its deck, what it asked for, and what went wrong."""
    file = tmp_path_factory.mktemp("deck") / "deck.html"
    file.write_bytes(export_deck(release, DECK, Format.HTML).content)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        asked, wrong = [], []
        page.on("request", lambda own: asked.append(own.url))
        page.on("console", lambda own: wrong.append(own.text))
        page.on("pageerror", lambda own: wrong.append(str(own)))
        page.add_init_script(
            'window.violations = []; addEventListener("securitypolicyviolation", (e) => violations.push(e.blockedURI));'
        )
        page.goto(file.as_uri())
        page.locator(".present .start").press("Enter")
        yield page, asked, wrong
        browser.close()


@pytest.fixture
def stands(release, shown):
    """Return the titles of the deck, begun anew, and what waits until a title or a sentence stands on the screen."""
    page, _, _ = shown
    page.keyboard.press("Escape")
    page.keyboard.press("Home")

    def wait(title):
        page.locator(f'.present[data-shown="{title}"]').wait_for()

    return [own["title"] for own in deck_pages(release, DECK)], wait


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def look_for(page, text):
    """Type a text as a speaker does who was asked for it."""
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_next_and_back_and_the_ends_by_keys(shown, stands):
    page = shown[0]
    titles, wait = stands
    wait(titles[0])
    for title in titles[1:]:
        press(page, "ArrowRight")
        wait(title)
    press(page, "ArrowRight")
    wait(titles[-1])
    press(page, "Home", " ", "PageDown")
    wait(titles[2])
    press(page, "Backspace")
    wait(titles[1])
    assert page.locator(".present .page").get_attribute("alt").startswith(titles[1])


def test_blank_notes_and_help_by_keys(shown, stands):
    page = shown[0]
    for key, part in (("b", "blank"), ("n", "notes"), ("h", "help")):
        assert not page.locator(f".present .{part}").is_visible()
        press(page, key)
        assert page.locator(f".present .{part}").is_visible()
        press(page, key)
        assert not page.locator(f".present .{part}").is_visible()
    press(page, "End", "ArrowLeft", "ArrowLeft", "n")
    assert say("deck-cannot", Language.KO) in page.locator(".present .notes").inner_text()
    assert stands


def test_a_jump_by_typing_and_a_sentence_where_nothing_answers(shown, stands):
    page = shown[0]
    titles, wait = stands
    look_for(page, "4")
    wait(titles[3])
    look_for(page, "몇 명")
    wait(say("asked-how-many-says", Language.KO))
    assert not page.locator(".present .page").is_visible()
    look_for(page, "Hyesan 2021")
    wait(say("present-nothing", Language.KO))
    assert "Hyesan" not in page.locator(".present").inner_text()
    press(page, "ArrowLeft")
    wait(titles[2])


def test_the_clock_runs_stops_and_begins_anew(shown, stands):
    page = shown[0]
    assert stands
    status = page.locator(".present .status")
    press(page, "z")
    assert "0:00" in status.inner_text()
    page.wait_for_timeout(2100)
    assert "0:00" not in status.inner_text()
    press(page, "t", "z")
    page.wait_for_timeout(1500)
    assert "0:00" in status.inner_text()


def test_nothing_was_asked_of_anyone_and_nothing_went_wrong(shown):
    page, asked, wrong = shown
    assert asked == [page.url]
    assert wrong == []
    assert page.evaluate("window.violations") == []


def test_a_page_fills_the_screen(shown):
    page, _, _ = shown
    box = page.locator(".present .page").bounding_box()
    assert box["width"] == pytest.approx(1280, abs=1)
    assert page.evaluate("document.querySelector('.present .page').naturalWidth") > 900
