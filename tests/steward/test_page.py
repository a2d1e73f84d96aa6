"""The steward's page, run as Streamlit runs it, without a browser."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from data.content import _SIGNS
from data.screen import NOT_CANONICAL, REACHING, REFUSED_HEADERS
from steward.desk import taking
from steward.desk.session import _LANGUAGE
from steward.saying import listings, reason_of, sentences
from steward.secret import IN_ENVIRONMENT, IN_FILE
from steward.steps import Stage, Way
from terms import Language, plain, say
from tests.steward.canary import VALUES, canary_file, whole_way
from tests.steward.conftest import SECRET
from views.state import LANGUAGE

ROOT = Path(__file__).parents[2]
PAGE = str(ROOT / "steward" / "page.py")


def said(app):
    """Return all that the page says: words, tables, labels, and what its fields hold."""
    spoken = [*app.title, *app.header, *app.markdown, *app.caption, *app.warning, *app.text, *app.text_input, *app.info]
    labels = [
        own.label for kind in ("button", "text_input", "checkbox", "selectbox", "expander") for own in app.get(kind)
    ]
    tables = [table.value.to_csv() for table in app.table]
    return "\n".join([*(str(own.value) for own in spoken), *labels, *tables])


@pytest.fixture
def opened(monkeypatch):
    """Open the page in a language, with some steps already done."""
    monkeypatch.setenv(IN_ENVIRONMENT, SECRET)
    monkeypatch.delenv(IN_FILE, raising=False)

    def open_page(language=Language.EN, steps=()):
        app = AppTest.from_file(PAGE, default_timeout=120)
        app.session_state[LANGUAGE] = language.value
        app.session_state["steward"] = Way(tuple(steps))
        app.run()
        assert not app.exception
        return app

    return open_page


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception
    return app


def done(app):
    return app.session_state["steward"].steps


def test_an_upload_goes_all_the_way_to_three_files(opened):
    app = opened()
    file = canary_file()
    app.file_uploader(key="steward-file").upload(file.name, file.content, "text/csv")
    for stage in (Stage.RECOGNISE, Stage.SCREEN, Stage.MAP, Stage.CLASSIFY):
        press(app, f"steward-do-{stage.value}")
        assert len(done(app)) == stage, said(app)
    app.text_input(key="steward-order-name").input("T")
    app.text_input(key="steward-order-as-of").input("2026-11")
    app.selectbox(key="steward-order-persons").select("linked")
    press(app, "steward-do-5")
    press(app, "steward-do-6")
    assert done(app)[-1].release == whole_way().steps[-1].release
    offered = [own.proto.label for own in app.get("download_button")]
    assert {say(f"steward-save-{one}", Language.EN) for one in ("release", "ledger", "log")} <= set(offered)
    assert SECRET not in said(app)
    for trace in VALUES:
        assert trace not in said(app)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("steps", range(len(Stage) + 1))
def test_every_step_is_told_in_every_language(opened, language, steps):
    held = whole_way().steps[:steps]
    text = said(opened(language, held))
    for step in held:
        assert all(plain(sentence) in text for sentence in sentences(step, language))
        assert all(plain(cell) in text for one in listings(step, language) for row in one.rows for cell in row)
    for trace in VALUES:
        assert trace not in text


@pytest.mark.parametrize("steps", range(1, len(Stage) + 1))
def test_a_step_can_be_undone(opened, steps):
    app = press(opened(steps=whole_way().steps[:steps]), "steward-undo")
    assert done(app) == whole_way().steps[: steps - 1]


def test_what_was_ordered_still_stands_in_the_fields_when_the_order_is_undone(opened):
    app = opened(steps=whole_way().steps[:4])
    app.text_input(key="steward-order-name").input("Another title")
    app.selectbox(key="steward-order-persons").select("linked")
    press(press(app, "steward-do-5"), "steward-undo")
    assert app.text_input(key="steward-order-name").value == "Another title"
    assert app.selectbox(key="steward-order-persons").value == "linked"


def test_all_is_forgotten_when_asked(opened):
    app = press(opened(Language.KO, whole_way().steps), "steward-forget")
    assert "steward" not in app.session_state
    assert say("steward-title", Language.KO) in said(app)


def test_the_language_is_switched_without_losing_a_step(opened):
    app = opened(steps=whole_way().steps[:3])
    app.button_group(key="choose-language").set_value("zh").run()
    assert say("steward-title", Language.ZH) in said(app)
    assert len(done(app)) == 3
    assert _LANGUAGE == LANGUAGE


def test_without_a_file_the_page_says_so(opened):
    assert app_error(press(opened(), "steward-do-1")) == say("steward-no-file", Language.EN)


def app_error(app):
    return "\n".join(own.value for own in app.text)


def test_a_fault_is_told_below_the_form_by_line_and_column_and_never_by_value(opened):
    text = canary_file().content.decode().replace("42.917347", "Kanarienvogel 42")
    app = opened()
    app.file_uploader(key="steward-file").upload("canary.csv", text.encode(), "text/csv")
    for stage in range(1, 5):
        press(app, f"steward-do-{stage}")
    assert len(done(app)) == 3
    assert "column lat" in app_error(app)
    assert "Kanarien" not in said(app)
    press(app, "steward-accept")
    assert done(app)[3].report.intake.dropped_lines == 1
    assert app_error(app) == ""


def test_without_a_secret_the_page_says_how_to_make_one(opened, monkeypatch):
    monkeypatch.delenv(IN_ENVIRONMENT)
    app = opened(steps=whole_way().steps[:4])
    app.selectbox(key="steward-order-persons").select("linked")
    press(app, "steward-do-5")
    assert IN_FILE in app_error(app)
    assert "32 random bytes" in app_error(app)


def test_an_error_that_nobody_foresaw_says_where_and_not_what(opened, monkeypatch):
    def fail(*_arguments):
        raise ValueError("Kanarienvogel-7731")

    monkeypatch.setattr(taking, "screen_upload", fail)
    app = press(opened(steps=whole_way().steps[:1]), "steward-do-2")
    assert "ValueError" in said(app)
    assert "Kanarien" not in said(app)


def test_progress_is_shown_while_protecting(opened, monkeypatch):
    told = []

    def protect(_classified, _ordered, _secret, progress):
        progress("Attacking ...")
        told.append("yes")
        return whole_way().steps[-1]

    monkeypatch.setattr(taking, "protect_upload", protect)
    app = press(opened(steps=whole_way().steps[:5]), "steward-do-6")
    assert told == ["yes"]
    assert len(done(app)) == len(Stage)


def test_where_the_app_can_be_reached_from_elsewhere_there_is_no_page(opened):
    before = config.get_option("server.address")
    config.set_option("server.address", "0.0.0.0")  # noqa: S104 - what the page refuses
    try:
        app = opened()
    finally:
        config.set_option("server.address", before)
    assert say("steward-not-here", Language.EN) in said(app)
    assert not app.button


@pytest.mark.parametrize("language", Language)
def test_every_reason_of_refusal_is_told_in_every_language(language):
    for reason in {*REFUSED_HEADERS, *REACHING, *_SIGNS, NOT_CANONICAL}:
        assert reason_of(reason, language)


OPEN = """
import sys
from streamlit.testing.v1 import AppTest
page = AppTest.from_file({app!r}, default_timeout=60).run()
assert not page.exception and page.title
print(sorted(name for name in sys.modules if name.split(".")[0] in ("data", "protect", "steward")))
"""


@pytest.mark.parametrize("value", ["", "0", "true", "yes"])
def test_unless_the_steward_opens_it_the_app_loads_nothing_of_the_private_side(value):
    script = OPEN.format(app=str(ROOT / "app.py"))
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(Path.home()), "ATLAS_STEWARD": value}
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", script],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == "[]"


def test_the_command_line_loads_no_page():
    script = "import sys, steward.__main__; print('streamlit' in sys.modules or 'steward.page' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"
