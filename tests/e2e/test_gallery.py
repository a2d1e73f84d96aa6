"""The ten questions of the gallery: each page still says what is quoted of it, and the list is of these questions."""

from __future__ import annotations

import pytest

from tests.e2e.conftest import ROOT, served
from tests.e2e.gallery import FOLDER, RELEASES, listed, missing, questions

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=RELEASES)
def bundled(request):
    release = ROOT / "release" / "bundled" / f"{request.param}.zip"
    with served(ROOT / "app.py", ATLAS_RELEASE=str(release)) as address:
        yield address, request.param


@pytest.mark.parametrize("question", questions(), ids=lambda own: own["key"])
def test_a_page_answers_its_question(bundled, visit, question):
    address, name = bundled
    seen = visit(f"{address}/method")
    assert missing(seen.page, address, question, name) == []
    assert seen.leaks() == []


def test_the_list_of_the_gallery_is_of_these_questions_and_each_has_its_pictures():
    asked = questions()
    assert len(asked) == 10
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == listed(asked)
    wanted = {f"{own['key']}-{name}.png" for own in asked for name in RELEASES}
    assert {path.name for path in FOLDER.glob("*.png")} == wanted
