"""A briefing by the page alone, in a real browser: put together, checked, saved, and presented by keys."""

from __future__ import annotations

import io
import time

import pytest
from pptx import Presentation

from briefing import DECK_FORMATS, PEOPLE, Audience, Deck, Slide, examine, export_deck, view_figure, views_of
from briefing.asking import PREPARED
from release import Verdict, read_release
from settings import RELEASE
from terms import Language, say
from tests.e2e.conftest import ROOT, served
from views.saving import FORMATS
from views.source import BUNDLED

pytestmark = pytest.mark.browser

KO = Language.KO
FIVE = ("plate=where_what&period=all&act=all", "plate=where_what&period=all&act=I", "plate=when_what&period=all&act=B")


@pytest.fixture(scope="module")
def release():
    return read_release((ROOT / "release" / "bundled" / BUNDLED).read_bytes())


@pytest.fixture(scope="module")
def bundled():
    with served(ROOT / "app.py", **{RELEASE: ""}) as address:
        yield address


def ready(seen):
    """Wait until Streamlit has run the page to its end."""
    seen.page.wait_for_timeout(150)
    seen.page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()


def saved(page, button):
    with page.expect_download() as coming:
        button.click()
    with open(coming.value.path(), "rb") as file:  # noqa: PTH123 - a path of the browser's
        return file.read()


def add(seen, text, option):
    field = seen.page.get_by_role("combobox", name=say("deck-add", KO))
    field.click()
    field.fill(text)
    seen.page.get_by_role("option", name=option, exact=True).click()
    ready(seen)


def test_five_slides_in_korean_by_the_page_alone(bundled, release, visit):
    begun = time.monotonic()
    seen = visit(f"{bundled}/briefing", locale="ko-KR")
    page = seen.page
    page.get_by_role("heading", level=1, name=say("briefing-title", KO)).wait_for()
    ready(seen)
    # The audience's own five; the last but two is replaced, and one moves up.
    page.locator(".st-key-deck-remove-2 button").click()
    ready(seen)
    titles = dict(views_of(release, KO))
    add(seen, "강제노동", titles["plate=where_what&period=all&act=F"])
    page.locator(".st-key-deck-up-4 button").click()
    ready(seen)
    first = page.locator("[class*=st-key-deck-message] input").first
    first.fill("충격적인 지도")
    first.press("Enter")
    page.locator(".st-key-lint").get_by_text("충격적").wait_for()
    first.fill("강 양쪽을 보십시오")
    first.press("Enter")
    page.get_by_text(say("lint-none", KO)).wait_for()
    content = saved(page, page.get_by_role("button", name=say("deck-save", KO, form="pptx")))
    assert time.monotonic() - begun < 300
    views = [*FIVE[:2], "plate=when_what&period=all&act=all", "plate=where_what&period=all&act=F", PEOPLE]
    assert examine(content).receipt.views == ("deck=un", *views)
    slides = Presentation(io.BytesIO(content)).slides
    assert len(slides) == 4 + 5
    assert [slide.shapes.title.text_frame.text for slide in slides][2] == view_figure(FIVE[0], release, KO).title
    assert "강 양쪽을 보십시오" in "".join(own.text_frame.text for own in slides[2].shapes if own.has_text_frame)
    assert seen.leaks() == []
    assert seen.errors == []
    assert "deck" not in page.url


@pytest.mark.parametrize("audience", [Audience.PRESS])
def test_every_file_of_a_deck_is_what_the_command_writes(bundled, release, visit, audience):
    seen = visit(f"{bundled}/briefing?lang=en")
    ready(seen)
    seen.page.get_by_role("combobox", name=say("deck-audience", Language.EN)).click()
    seen.page.get_by_role("option", name=say("deck-for", Language.EN, audience=audience.value)).click()
    ready(seen)
    views = ("plate=where_what&period=all&act=all", "plate=when_what&period=all&act=all")
    deck = Deck(
        audience, Language.EN, tuple(Slide(own) for own in (*views, "plate=where_what&period=all&act=A", PEOPLE))
    )
    for form in DECK_FORMATS:
        button = seen.page.get_by_role("button", name=say("deck-save", Language.EN, form=form.value))
        assert saved(seen.page, button) == export_deck(release, deck, form).content
    assert seen.leaks() == []


def test_a_view_is_saved_in_every_format_and_each_is_genuine(bundled, visit):
    seen = visit(f"{bundled}/?plate=where_what&act=B&level=r4&lang=zh")
    seen.drawn("where_what/all/B/r4/zh")
    seen.page.get_by_role("button", name=say("save", Language.ZH), exact=True).click()
    for form, shape in FORMATS:
        suffix = f"-{ {'a4': 'a4', 'wide': '16x9'}[shape.value] }" if shape else ""
        button = seen.page.get_by_role("button", name=say("save-as", Language.ZH, form=f"{form.value}{suffix}"))
        found = examine(saved(seen.page, button))
        assert found.verdict is Verdict.GENUINE
        assert (found.receipt.kind, found.receipt.language) == (form.value, Language.ZH)
        assert found.receipt.view == "plate=where_what&period=all&act=B&level=r4"
    assert seen.leaks() == []
    assert seen.errors == []


def test_a_view_that_is_added_on_the_map_stands_in_the_deck(bundled, visit):
    seen = visit(f"{bundled}/?plate=where_what&act=C&lang=en")
    ready(seen)
    seen.page.get_by_role("button", name=say("save", Language.EN), exact=True).click()
    seen.page.get_by_role("button", name=say("save-to-deck", Language.EN)).click()
    ready(seen)
    seen.page.keyboard.press("Escape")
    seen.page.get_by_role("link", name=say("nav-briefing", Language.EN)).click()
    seen.page.get_by_label("6. Sexual exploitation: where did the reported acts happen?").wait_for()


@pytest.fixture
def presented(bundled, visit):
    """Open the presenter of the suggested deck in Korean."""
    seen = visit(f"{bundled}/briefing?lang=ko")
    ready(seen)
    seen.page.get_by_text(say("deck-present", KO)).click()
    seen.page.locator(".present .start").press("Enter")
    return seen


def look_for(page, text):
    page.keyboard.press("/")
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def test_the_presenter_by_keys_draws_any_view_and_says_where_there_is_none(presented, release):
    page = presented.page
    stands = ".present[data-shown='{}']"
    page.locator(stands.format(say("deck-title", KO))).wait_for()
    page.keyboard.press("ArrowRight")
    page.locator(stands.format(say("deck-note", KO))).wait_for()
    title = dict(views_of(release, KO))["plate=where_what&period=all&act=F"]
    for _ in range(2):
        look_for(page, "강제노동: 보고된")
        page.locator(stands.format(title)).wait_for()
        page.keyboard.press("Home")
        page.locator(stands.format(say("deck-title", KO))).wait_for()
    look_for(page, say(f"asked-{PREPARED[0]}", KO)[:8])
    page.locator(stands.format(say(f"asked-{PREPARED[0]}-says", KO))).wait_for()
    look_for(page, "무산군 2021")
    page.locator(stands.format(say("present-nothing", KO))).wait_for()
    assert presented.leaks() == []
    assert presented.errors == []


def test_streamlits_own_keys_do_nothing_in_the_presenter(presented):
    page = presented.page
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    page.locator(f".present[data-shown='{say('deck-cannot', KO)}']").wait_for()
    for key in ("r", "c", "Escape"):
        page.keyboard.press(key)
    page.wait_for_timeout(500)
    page.locator(f".present[data-shown='{say('deck-cannot', KO)}']").wait_for()
    assert page.get_by_role("dialog").count() == 0
    assert page.locator("[data-testid=stApp][data-test-script-state=notRunning]").count() == 1
