"""The steward's page in a real browser, on a server that cannot write a byte to any file."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import TimeoutError  # noqa: A004 - playwright's own

from release import read_release
from settings import RELEASE, STEWARD
from steward.log import LOG, read_log
from steward.secret import IN_FILE
from terms import Language, say
from tests.e2e.conftest import NO_DISK, get, served
from tests.steward.canary import VALUES, canary_file, whole_way
from tests.steward.conftest import SECRET

pytestmark = pytest.mark.browser
WATCHED = Path(__file__).with_name("watched_app.py")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with the secret, and one for temporary files in which none must appear."""
    made = tmp_path_factory.mktemp("steward")
    (made / "atlas.secret").write_text(SECRET)
    (made / "tmp").mkdir()
    return made


@pytest.fixture(scope="module")
def desk(folder):
    places = {name: str(folder / "tmp") for name in ("TMPDIR", "XDG_CACHE_HOME")}
    secret = {IN_FILE: str(folder / "atlas.secret"), STEWARD: "1"}
    with served(WATCHED, before=NO_DISK, **places, **secret) as address:
        yield address


def settle(page):
    """Wait until the page is drawn to its end: what is not, still moves under the pointer."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def press(page, stage):
    settle(page)
    page.locator(f".st-key-steward-do-{stage} button").click()


def wait_for_step(page, stage):
    page.locator(f".st-key-steward-step-{stage} .st-key-steward-undo").wait_for(timeout=120_000)


def hand_in(page, file):
    settle(page)
    with page.expect_response(lambda answer: "upload_file" in answer.url and answer.request.method == "PUT") as sent:
        page.locator('.st-key-steward-file input[type="file"]').set_input_files(
            {"name": file.name, "mimeType": "text/csv", "buffer": file.content}
        )
    assert sent.value.status == 204
    page.locator(".st-key-steward-file").get_by_text(file.name).first.wait_for()
    page.wait_for_timeout(500)  # the page learns of the file only now, and is drawn once more


def go(page, file, to):
    """Hand in a file and take the steps up to one."""
    hand_in(page, file)
    for stage in range(1, to + 1):
        if stage == 5:
            settle(page)
            choose(page, "persons", "linked: one key over all sources")
            page.get_by_label("Name of the release").fill("T")
            page.get_by_label("As of, YYYY-MM (empty: this month)").fill("2026-11")
        take(page, stage)


def choose(page, field, name):
    """Choose a value of a control; a list that opens while the page is drawn may be closed again."""
    for _ in range(4):
        settle(page)
        page.locator(f".st-key-steward-order-{field} input").click()
        try:
            page.get_by_role("option", name=name).click(timeout=5_000)
        except TimeoutError:
            page.keyboard.press("Escape")
        else:
            return
    pytest.fail("The list did not stay open.")


def take(page, stage):
    """Press the button of a step until it is taken: on a slow machine the page may still move under the pointer."""
    for _ in range(4):
        press(page, stage)
        try:
            page.locator(f".st-key-steward-step-{stage} .st-key-steward-undo").wait_for(timeout=20_000)
        except TimeoutError:
            if not page.locator(f".st-key-steward-do-{stage}").count():
                break
        else:
            return
    wait_for_step(page, stage)


def save(page, key):
    with page.expect_download() as started:
        page.locator(f".st-key-{key} button").click()
    return started.value.suggested_filename, Path(started.value.path()).read_bytes()


def held(desk):
    return json.loads(get(f"{desk}/held")[2])


def test_from_an_upload_to_three_files_with_nothing_written_shared_asked_or_kept(desk, visit, folder):
    seen = visit(f"{desk}/steward")
    go(seen.page, canary_file(), 6)
    files = dict(save(seen.page, f"steward-save-{one}") for one in ("release", "ledger", "log"))
    assert list(files) == ["release.zip", "release.ledger", LOG]
    assert files["release.zip"] == whole_way().steps[-1].release
    (entry,) = read_log(files[LOG])
    assert entry.release_id == read_release(files["release.zip"]).manifest.release_id

    # Nothing of another session, and nothing of a person or of the secret on this one's page.
    other = visit(f"{desk}/steward")
    other.page.locator(".st-key-steward-file").wait_for()
    assert other.page.locator(".st-key-steward-undo").count() == 0
    assert "release.zip" not in other.page.content()
    for page in (seen.page, other.page):
        assert SECRET not in page.content()
        for trace in VALUES:
            assert trace not in page.content()

    # Another host was never asked, and no file appeared where files are put for a while.
    for one in (seen, other):
        assert one.leaks() == []
        assert one.errors == []
    assert [path for path in (folder / "tmp").rglob("*") if path.is_file()] == []

    # As long as the browser is there the server holds the work, and no longer.
    assert held(desk)["values"] > 0
    assert held(desk)["uploads"] > 0
    other.page.close()
    seen.page.close()  # the last to go: no end of another session clears up after it
    assert gone(desk) == {"values": 0, "uploads": 0, "files": 0, "left": 0}


def test_a_session_that_nobody_came_back_to_is_let_go_of_by_an_idle_server(visit, release_file):
    with served(WATCHED, **{RELEASE: str(release_file), "STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": "3"}) as address:
        seen = visit(address)
        seen.page.locator(".st-key-notes-save button, [data-testid=stDownloadButton]").first.wait_for()
        assert held(address)["files"] > 0
        seen.page.close()
        assert gone(address) == {"values": 0, "uploads": 0, "files": 0, "left": 0}


def gone(desk):
    """Wait a little for a server to notice that a browser is gone, and return what it holds then."""
    for _ in range(50):
        if not any(held(desk).values()):
            break
        time.sleep(0.2)
    return held(desk)


def test_a_reload_forgets_everything(desk, visit):
    seen = visit(f"{desk}/steward")
    go(seen.page, canary_file(), 2)
    seen.page.reload()
    seen.page.locator(".st-key-steward-file").wait_for()
    assert seen.page.locator(".st-key-steward-undo").count() == 0
    seen.page.close()
    assert gone(desk)["values"] == 0


def test_a_file_of_many_megabytes_never_touches_the_disk(desk, visit):
    # More than the 1 MB from which a server would keep an upload in a temporary file.
    file = canary_file()
    header, _, body = file.content.partition(b"\n")
    large = type(file)("large.csv", header + b"\n" + body * 100)
    assert len(large.content) > 3_000_000
    seen = visit(f"{desk}/steward")
    hand_in(seen.page, large)
    take(seen.page, 1)
    assert seen.page.get_by_text(f"{body.count(bytes([10])) * 100:,} rows").count()


def test_a_fault_is_told_beside_the_form_and_can_be_mended(desk, visit):
    file = canary_file()
    broken = type(file)(file.name, file.content.replace(b"42.917347", b"north"))
    seen = visit(f"{desk}/steward")
    go(seen.page, broken, 3)
    press(seen.page, 4)
    told = seen.page.locator(".st-key-steward-step-4 .st-key-steward-trouble")
    told.wait_for()
    assert "column lat" in told.inner_text()
    assert "north" not in told.inner_text()
    settle(seen.page)
    seen.page.locator(".st-key-steward-accept button").click()
    wait_for_step(seen.page, 4)
    settle(seen.page)
    seen.page.locator(".st-key-steward-undo button").click()
    seen.page.locator(".st-key-steward-do-4").wait_for()
    assert seen.leaks() == []


def test_nobody_hands_in_a_file_from_another_site(desk):
    # Without the token that only our own page knows (server.enableXsrfProtection), an upload is refused.
    asked = urllib.request.Request(f"{desk}/_stcore/upload_file/a/b", data=b"x", method="PUT")  # noqa: S310 - our server
    with pytest.raises(urllib.error.HTTPError, match="403") as refused:
        urllib.request.urlopen(asked, timeout=10)  # noqa: S310 - our own server
    refused.value.close()


def test_without_the_setting_the_app_has_no_such_page(server, visit):
    seen = visit(f"{server}/steward")
    seen.page.locator("figure.atlas").first.wait_for()
    assert seen.page.locator(".st-key-steward").count() == 0
    assert say("steward-title", Language.EN) not in seen.page.content()


@pytest.mark.parametrize(("language", "theme"), [("en", "light"), ("ko", "dark"), ("zh", "light")])
def test_the_page_fits_its_window_and_is_seen_in_every_language(desk, visit, results, language, theme):
    seen = visit(f"{desk}/steward?lang={language}", theme=theme)
    title = say("steward-title", Language(language))
    seen.page.get_by_role("heading", level=1, name=title).wait_for()
    seen.page.locator(f"html[lang={language}]").wait_for(state="attached")
    settle(seen.page)

    def in_order():
        # One look at all of them: the page may still scroll or grow between two.
        tops = seen.page.locator(".st-key-steward h2").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().top)"
        )
        return len(tops) == 6 and all(above < below for above, below in pairwise(tops))

    seen.settles(in_order)
    seen.page.screenshot(path=results / f"steward-{language}-{theme}.png")
    wide = seen.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 1280
    assert seen.leaks() == []
