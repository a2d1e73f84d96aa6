"""Every page of the site, run as Streamlit runs it, without a browser."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from streamlit.util import calc_hash

from layers import fact_frames, lag_sheet, levels_sheet, people_page, quality_says, trend_of, whom_page
from release import read_release, write_release
from settings import STEWARD
from terms import Language, facts, plain, say
from tests.layers.handmade import one_plate
from tests.views.test_page import text_of
from views.method import METHOD, method_parts
from views.notes import as_text
from views.site import PAGES

BUNDLED = files("release").joinpath("bundled", "people_1500.zip")
TEXT_PAGES = {name: f"{name}-title" for name in ("whom", "people", "context", "briefing", "method", "check")}


def page_text(app):
    return text_of(app) + "\n".join(own.value for own in app.subheader)


@pytest.fixture(scope="module")
def release():
    return read_release(BUNDLED.read_bytes())


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", TEXT_PAGES)
def test_a_page_has_its_title_the_banner_and_the_caveats(open_page, name, language):
    app = open_page(name, lang=language.value)
    assert app.title[0].value == plain(say(TEXT_PAGES[name], language))
    for sentence in ("figure-synthetic", "figure-not-prevalence", "figure-no-endorsement"):
        assert plain(say(sentence, language)) in page_text(app)


@pytest.mark.parametrize("language", Language)
def test_the_people_page_holds_the_tables_and_why_they_do_not_add_up(open_page, release, language):
    app = open_page("people", lang=language.value)
    own = people_page(release, language)
    assert plain(own.answer) in text_of(app)
    for sentence in own.why:
        assert plain(sentence) in text_of(app)
    assert [list(table.value.columns) for table in app.table] == [sheet.table.columns for sheet in own.sheets]
    for table, sheet in zip(app.table, own.sheets, strict=True):
        assert [tuple(row) for row in table.value.to_numpy()] == as_text(sheet.table).rows()


@pytest.mark.parametrize("language", Language)
def test_the_page_of_actors_holds_its_tables_and_what_they_are_not(open_page, release, language):
    app = open_page("whom", lang=language.value)
    own = whom_page(release, language)
    for sentence in (own.answer, own.not_shown, *own.why):
        assert plain(sentence) in text_of(app)
    for table, sheet in zip(app.table, own.sheets, strict=True):
        assert [tuple(row) for row in table.value.to_numpy()] == as_text(sheet.table).rows()


def test_the_context_page_shows_every_fact_with_its_source(open_page):
    said = page_text(open_page("context"))
    for fact in facts().values():
        assert plain(fact.figure) in said
        assert plain(say("context-source", Language.EN, source=fact.source)) in said


def test_the_context_page_shows_rivals_one_below_the_other(open_page):
    said = page_text(open_page("context"))
    for frame in fact_frames():
        at = [said.index(f"**{plain(fact.figure)}**") for fact in frame.facts]
        others = [own for own in facts().values() if own not in frame.facts]
        between = said[min(at) : max(at)]
        assert not [fact.id for fact in others if f"**{plain(fact.figure)}**" in between]


@pytest.mark.parametrize("language", Language)
def test_the_method_page_tells_of_the_data_and_of_the_method(open_page, release, language):
    app = open_page("method", lang=language.value)
    said = page_text(app)
    for sentence in quality_says(release, language):
        assert plain(sentence) in said
    assert len(app.table) == len([levels_sheet(release, language), lag_sheet(release, language)])
    assert "What we do not promise" in said
    assert (say("method-in-english", language) in said) == (language is not Language.EN)


def test_the_method_keeps_every_word_but_its_title_and_its_addresses():
    told = "\n".join(text for text, _ in method_parts())
    for line in METHOD.read_text(encoding="utf-8").splitlines()[1:]:
        if "](" not in line:
            assert line in told
    assert "](" not in told
    pictures = [picture for _, picture in method_parts() if picture]
    assert len(pictures) == 2
    assert all("<svg" in picture for picture in pictures)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("act", ["all", "B"])
def test_the_trends_page_says_that_reporting_fell_and_holds_charts_and_tables(open_page, release, act, language):
    app = open_page("trends", act=act, lang=language.value)
    own = trend_of(release, act, language)
    said = page_text(app)
    for sentence in (own.figure.title, own.figure.answer, own.says, own.figure.not_shown):
        assert plain(sentence) in said
    assert list(app.dataframe[0].value.columns) == own.figure.table.columns
    assert len(app.dataframe[0].value) == own.figure.table.height
    assert len(app.get("vega_lite_chart")) + len(app.get("arrow_vega_lite_chart")) == 2
    assert len(app.table) == 4


def test_trends_of_a_release_without_years_say_so(open_page, tmp_path):
    path = tmp_path / "only_where.zip"
    held = one_plate([("region", None, "all", "all", 20, 10)])
    path.write_bytes(write_release(held.manifest, held.plates))
    app = open_page("trends", path)
    assert say("trends-nothing", Language.EN) in text_of(app)


def test_each_page_keeps_its_own_view_and_all_of_them_the_language(open_page):
    app = open_page("map", plate="where_what", act="F", lang="ko")
    app._page_hash = calc_hash("trends")  # noqa: SLF001 - there is no public way
    app.query_params.clear()
    app.run()
    app.selectbox(key="choose-group").select("B").run()
    app.button_group(key="choose-lang").set_value("zh").run()
    assert dict(app.query_params.items())["act"] == "B"
    app._page_hash = calc_hash("")  # noqa: SLF001
    app.run()
    link = dict(app.query_params.items())
    assert (link["plate"], link["act"], link["lang"]) == ("where_what", "F", "zh")


def test_the_stewards_page_and_the_others_speak_one_language_of_the_session(open_page, monkeypatch):
    monkeypatch.setenv(STEWARD, "1")
    app = open_page("steward", lang="ko")
    assert app.title[0].value == plain(say("steward-title", Language.KO))
    app.button_group(key="choose-language").set_value("zh").run()
    app._page_hash = calc_hash("people")  # noqa: SLF001 - there is no public way
    app.run()
    assert app.title[0].value == plain(say("people-title", Language.ZH))
    app.button_group(key="choose-lang").set_value("en").run()
    app._page_hash = calc_hash("steward")  # noqa: SLF001
    app.run()
    assert app.title[0].value == plain(say("steward-title", Language.EN))


def test_without_the_setting_no_page_of_the_steward_is_found(open_page):
    assert open_page("steward").title[0].value != plain(say("steward-title", Language.EN))


def test_where_the_method_is_not_installed_the_page_says_where_it_stands(open_page, monkeypatch):
    assert method_parts(Path("nowhere/METHOD.md")) == ()
    monkeypatch.setattr("views.method.method_parts", lambda: ())
    assert say("method-elsewhere", Language.EN) in page_text(open_page("method"))


def test_the_address_of_a_page_holds_no_field_that_it_does_not_show(open_page):
    for name in TEXT_PAGES:
        assert set(open_page(name, plate="where_what", act="B").query_params) == {"release", "lang"}


@pytest.mark.parametrize("name", PAGES)
def test_a_broken_release_gives_a_sentence_on_every_page(open_page, tmp_path, name):
    path = tmp_path / "broken.zip"
    path.write_bytes(b"hello")
    app = open_page(name, path)
    assert app.error[0].value.startswith(say("page-no-release", Language.EN))
    assert not app.title


def test_a_page_without_its_plates_says_so_and_fails_not(open_page, release_file):
    app = open_page("people", release_file)
    assert plain(say("people-nothing", Language.EN)) in text_of(app)
    assert not app.table
