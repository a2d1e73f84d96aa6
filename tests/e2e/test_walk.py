"""A walk of ten minutes through all that can be chosen, opened, pointed at and saved, with the network watched."""

from __future__ import annotations

import random
import time
from collections import Counter

import pytest
from playwright.sync_api import Error

from settings import STEWARD
from tests.e2e.conftest import ROOT, served
from tests.e2e.test_steward import settle
from views.site import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.long]

SECONDS = 600
SIZES = ((1280, 720), (390, 844), (1920, 1080))


@pytest.fixture(scope="module")
def site():
    with served(ROOT / "app.py", **{STEWARD: "1"}) as address:
        yield address


def visible(page, selector):
    return [own for own in page.locator(selector).all() if own.is_visible()]


def turn_a_control(page, chance):
    fields = visible(page, "[data-testid=stSelectbox] input")
    if fields:
        chance.choice(fields).click(timeout=3000)
        page.wait_for_timeout(300)
        options = visible(page, "[role=option]")
        if options:
            chance.choice(options).click(timeout=3000)
        else:
            page.keyboard.press("Escape")


def press_something(page, chance):
    buttons = visible(page, ".stMain button:not([disabled])")
    if buttons:
        chance.choice(buttons).click(timeout=3000)
        page.wait_for_timeout(300)
        page.keyboard.press("Escape")


def follow_a_link(page, chance):
    links = visible(page, ".st-key-links a")
    if links:
        chance.choice(links).click(timeout=3000)


def point_at_the_map(page, chance):
    for own in visible(page, "figure.atlas .map")[:1]:
        box = own.bounding_box()
        own.click(position={"x": chance.random() * box["width"], "y": chance.random() * box["height"]}, timeout=3000)


def step_through_the_map(page, chance):
    for own in visible(page, "figure.atlas .map")[:1]:
        own.focus()
        for key in chance.choices(["n", "p", "Enter", "+", "-", "ArrowLeft", "ArrowUp", "Tab"], k=6):
            page.keyboard.press(key)


def look_otherwise(page, chance):
    page.emulate_media(color_scheme=chance.choice(["light", "dark"]))
    width, height = chance.choice(SIZES)
    page.set_viewport_size({"width": width, "height": height})


def open_another_page(page, chance):
    root = page.url.split("/", 3)
    page.goto("/".join([*root[:3], chance.choice([*PAGES[1:], "steward", ""])]))


STEPS = {
    turn_a_control: 6,
    press_something: 3,
    follow_a_link: 3,
    point_at_the_map: 3,
    step_through_the_map: 2,
    look_otherwise: 1,
    open_another_page: 1,
}


def test_ten_minutes_of_everything_ask_nothing_of_anybody_else(site, visit):
    chance = random.Random(7)  # noqa: S311 - the same walk each time
    seen = visit(site)
    taken, violations = Counter(), set()
    last = time.monotonic() + SECONDS
    while time.monotonic() < last:
        settle(seen.page)
        (step,) = chance.choices(list(STEPS), weights=list(STEPS.values()))
        violations.update(seen.leaks())
        try:
            step(seen.page, chance)
            taken[step.__name__] += 1
        except Error:
            taken["moved away before it could be pressed"] += 1
        seen.page.wait_for_timeout(300)
        assert seen.page.locator(".stException").count() == 0
    print(dict(taken))  # noqa: T201 - what was done, for whoever runs it
    assert violations | set(seen.leaks()) == set()
    assert seen.errors == []
    assert min(taken[step.__name__] for step in STEPS) > 5
