"""The page that checks a file, in a real browser: on a server that cannot write a byte to any file."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from briefing import Receipt, seal
from briefing.embedding import in_csv
from release import read_release
from settings import RELEASE
from terms import Language, say
from tests.e2e.conftest import NO_DISK, ROOT, served
from tests.e2e.test_steward import settle

pytestmark = pytest.mark.browser
SECRET = "name-of-a-woman.csv"  # noqa: S105 - what must not come into any address
MB = 2**20


@pytest.fixture(scope="module")
def desk(release_file, tmp_path_factory):
    """Serve the page where nothing can be written, not even to a folder for temporary files."""
    places = {name: str(tmp_path_factory.mktemp("places")) for name in ("TMPDIR", "XDG_CACHE_HOME")}
    with served(ROOT / "app.py", before=NO_DISK, **places, **{RELEASE: str(release_file)}) as address:
        yield address


@pytest.fixture(scope="module")
def sealed(release_file):
    """Return a table of the release that is served."""
    token = Receipt(read_release(release_file).manifest.release_id, "plate=where", Language.EN, "csv").token
    return seal(in_csv("cell,reports_at_least\r\n8a,25\r\n", token).encode())


def hand_in(seen, content, field="check-file"):
    """Choose a file in the page's field for it, once the page is drawn to its end."""
    settle(seen.page)
    with seen.page.expect_response(lambda own: "upload_file" in own.url and own.request.method == "PUT") as sent:
        seen.page.locator(f'.st-key-{field} input[type="file"]').set_input_files(
            {"name": SECRET, "mimeType": "text/csv", "buffer": content}
        )
    assert sent.value.status == 204
    assert SECRET not in sent.value.url


def told(seen, key, language=Language.EN, **values):
    seen.page.locator(".st-key-found").get_by_text(say(key, language, **values)).wait_for(timeout=30_000)


def test_a_sealed_table_is_genuine_and_with_one_changed_digit_altered_and_nobody_else_is_asked(desk, visit, sealed):
    seen = visit(f"{desk}/check?lang=en")
    hand_in(seen, sealed)
    told(seen, "check-genuine")
    told(seen, "check-view", view="plate=where")
    told(seen, "check-stands", standing="not_checked")
    told(seen, "check-unsigned")
    again = visit(f"{desk}/check?lang=en")
    hand_in(again, sealed.replace(b",25,", b",26,"))
    told(again, "check-altered")
    assert again.page.get_by_text(say("check-genuine", Language.EN)).count() == 0
    for own in (seen, again):
        assert SECRET not in own.page.url
        assert own.leaks() == []
        assert own.errors == []


def test_a_file_is_held_against_the_newest_release_in_every_language(desk, visit, sealed, release_file):
    seen = visit(f"{desk}/check?lang=ko")
    hand_in(seen, sealed)
    told(seen, "check-genuine", Language.KO)
    hand_in(seen, release_file.read_bytes(), "check-newest")
    told(seen, "check-stands", Language.KO, standing="current")
    seen.page.get_by_role("radio", name="中文").click()
    told(seen, "check-stands", Language.ZH, standing="current")
    assert seen.leaks() == []


def test_a_large_file_that_is_not_ours_is_called_so_and_stays_in_memory(desk, visit):
    seen = visit(f"{desk}/check?lang=en")
    hand_in(seen, b"case,lat\r\n" * (3 * MB // 10))
    told(seen, "check-not-ours")
    assert seen.page.locator(".stException").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("verdict", ["check-genuine", "check-altered", "check-not-ours"])
def test_a_verdict_is_held_to_the_same_rules_of_access(desk, visit, results, sealed, *, theme, verdict):
    contents = {"check-genuine": sealed, "check-altered": sealed + b"\n", "check-not-ours": b"hello"}
    seen = visit(f"{desk}/check?lang=en", theme=theme, size=(390, 844))
    hand_in(seen, contents[verdict])
    told(seen, verdict)
    settle(seen.page)
    seen.page.wait_for_timeout(500)
    seen.page.screenshot(path=results / f"{verdict}-{theme}.png", full_page=True)
    broken = {own["id"] for own in Axe().run(seen.page).response["violations"]}
    assert broken <= {"presentation-role-conflict"}
    assert seen.page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
