"""A session that is left alone, in a real browser that stays open: the server holds nothing of it any more."""

from __future__ import annotations

import json

import pytest

from settings import IDLE_MINUTES, RELEASE, STEWARD
from steward.secret import IN_FILE
from terms import Language, say
from tests.e2e.conftest import NO_DISK, ROOT, get, served
from tests.e2e.test_steward import WATCHED, hand_in, take
from tests.steward.canary import VALUES, canary_file
from tests.steward.conftest import SECRET

pytestmark = pytest.mark.browser
SECONDS = 12
MINUTES = {IDLE_MINUTES: str(SECONDS / 60)}


def is_said(seen):
    title = say("idle-title", Language.EN)
    seen.page.get_by_role("heading", level=1, name=title).wait_for(timeout=(SECONDS + 30) * 1000)


def begin_again(seen):
    seen.page.get_by_role("button", name=say("idle-begin", Language.EN)).click()


def held(desk):
    return json.loads(get(f"{desk}/held")[2])


def test_incidents_are_gone_from_memory_though_the_page_stays_open(tmp_path, visit, results):
    (tmp_path / "atlas.secret").write_text(SECRET)
    secret = {IN_FILE: str(tmp_path / "atlas.secret"), STEWARD: "1"}
    with served(WATCHED, before=NO_DISK, **secret, **MINUTES) as desk:
        seen = visit(f"{desk}/steward")
        file = canary_file()
        hand_in(seen.page, file)
        take(seen.page, 1)
        take(seen.page, 2)
        now = held(desk)
        assert now["values"] > 0
        assert now["uploads"] > 0
        is_said(seen)
        seen.settles(lambda: held(desk) == {"values": 0, "uploads": 0, "files": 0, "left": 1})
        content = seen.page.content()
        for trace in (*VALUES, file.name, SECRET):
            assert trace not in content
            assert trace not in seen.page.url
        seen.page.screenshot(path=results / "idle-steward.png")
        begin_again(seen)
        seen.page.locator(".st-key-steward-file").wait_for()
        assert seen.page.locator(".st-key-steward-undo").count() == 0
        assert file.name not in seen.page.content()
        assert seen.leaks() == []
        assert seen.errors == []


def test_a_public_page_ends_where_minutes_are_set_and_begins_again_with_its_address(release_file, visit):
    with served(ROOT / "app.py", **{RELEASE: str(release_file)}, **MINUTES) as address:
        seen = visit(f"{address}/?plate=where_what&act=B&level=r3&lang=en")
        seen.drawn("where_what/all/B/r3/en")
        is_said(seen)
        assert seen.page.locator("figure.atlas").count() == 0
        begin_again(seen)
        seen.drawn("where_what/all/B/r3/en")
        is_said(seen)
        assert seen.errors == []
