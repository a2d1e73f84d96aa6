"""The map page, run as Streamlit runs it, without a browser."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from layers import expected_of, figure_of
from release import EXPLORED, Level, Selection, read_release
from terms import OWN_NAMES, Language, plain, say
from tests.views.conftest import APP
from tests.views.handmade import handmade_zip
from views.state import LANGUAGE


def text_of(app):
    """Return all that the page says in Streamlit's own elements."""
    spoken = [*app.title, *app.header, *app.markdown, *app.caption, *app.info, *app.error]
    return "\n".join(element.value for element in spoken)


def sent_to_map(app):
    return next((json.loads(own.proto.json) for own in app.get("bidi_component") if own.key == "map"), None)


@pytest.fixture
def visit(deployed, release_file):
    deployed(ATLAS_RELEASE=release_file)

    def run(**link):
        app = AppTest.from_file(APP, default_timeout=30)
        for name, value in link.items():
            app.query_params[name] = value
        app.run()
        assert not app.exception
        return app

    return run


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    path = tmp_path_factory.mktemp("r") / "r.zip"
    path.write_bytes(handmade_zip())
    return read_release(path)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("plate", EXPLORED)
def test_the_page_says_all_that_the_figure_says(visit, release, plate, language):
    app = visit(plate=plate, lang=language.value)
    level = Level(sent_to_map(app)["figure"].split("/")[3]) if EXPLORED[plate].has_places else Level.REGION
    figure = figure_of(release, Selection(plate), level, language)
    said = text_of(app)
    sentences = (figure.title, figure.answer, figure.not_shown, figure.period, figure.source, *figure.caveats)
    for sentence in sentences:
        assert plain(sentence) in said


@pytest.mark.parametrize("language", Language)
def test_it_says_that_the_data_are_invented_and_that_nobody_has_audited_them(visit, language):
    said = text_of(visit(lang=language.value))
    assert plain(say("figure-synthetic", language)) in said
    assert plain(say("figure-not-audited", language)) in said


def test_data_that_are_not_invented_wear_no_banner(deployed, tmp_path):
    path = tmp_path / "real.zip"
    path.write_bytes(handmade_zip(600, synthetic=False))
    deployed(ATLAS_RELEASE=path)
    app = AppTest.from_file(APP, default_timeout=30).run()
    assert plain(say("figure-synthetic", Language.EN)) not in text_of(app)


def test_the_table_holds_the_figures_of_the_map(visit, release):
    app = visit(plate="where", level="r3")
    figure = figure_of(release, Selection("where"), Level.R3, Language.EN)
    table = app.table[0].value
    assert list(table.columns) == figure.table.columns
    assert len(table) == figure.table.height == len(sent_to_map(app)["marks"]["cell"])


def test_a_question_without_places_is_answered_by_a_table_and_no_map(visit):
    app = visit(plate="when_what")
    assert sent_to_map(app) is None
    assert len(app.table) == 1


def test_choosing_changes_the_address_and_the_map(visit):
    app = visit()
    app.selectbox(key="choose-plate").select("where_what").run()
    app.selectbox(key="choose-group").select("B").run()
    app.selectbox(key="choose-level").select("r2").run()
    assert not app.exception
    link = dict(app.query_params.items())
    assert (link["plate"], link["act"], link["level"]) == ("where_what", "B", "r2")
    assert sent_to_map(app)["figure"] == "where_what/all/B/r2/en"


def test_the_language_is_switched_in_place(visit):
    app = visit(plate="where_what", act="B")
    app.button_group(key="choose-lang").set_value("ko").run()
    assert sent_to_map(app)["figure"].endswith("/ko")
    assert sent_to_map(app)["figure"].startswith("where_what/all/B/")
    assert set(app.button_group(key="choose-lang").options) == set(OWN_NAMES.values())


def test_a_link_for_another_release_is_shown_with_a_word_of_warning(visit):
    said = text_of(visit(release="0" * 12))
    assert say("page-other-release", Language.EN) in said
    assert say("page-other-release", Language.EN) not in text_of(visit())


@pytest.mark.parametrize("language", Language)
def test_what_a_link_asks_for_and_no_plate_tells_is_said_until_the_reader_asks_for_something_else(visit, language):
    app = visit(plate="where_when", period="2016", level="r4", lang=language.value)
    assert dict(app.query_params.items())["period"] == "before"
    told = say("choose-plate-where_when", language)
    said = [own.value for own in app.markdown if "2016" in own.value]
    assert len(said) == 1
    assert plain(told) in said[0]
    app.run()
    assert said[0] in text_of(app)
    app.selectbox(key="choose-period").select("all").run()
    assert said[0] not in text_of(app)


def test_the_sentence_on_what_is_not_shown_follows_the_language(visit):
    app = visit(plate="where_when", period="2016")
    app.button_group(key="choose-lang").set_value("ko").run()
    assert any("2016" in own.value and "표시" in own.value for own in app.markdown)


def test_a_control_that_leads_to_what_no_plate_tells_says_so(visit):
    app = visit(plate="where_what", act="B")
    app.selectbox(key="choose-plate").select("where_when").run()
    assert dict(app.query_params.items())["act"] == "all"
    assert "tells no acts apart" in text_of(app)
    app.selectbox(key="choose-plate").select("where_what").run()
    assert "tells no acts apart" not in text_of(app)


def test_a_cell_in_a_link_is_told_beside_the_map(visit):
    cell = sent_to_map(visit(level="r4"))["marks"]["cell"][0]
    app = visit(level="r4", cell=cell)
    data = sent_to_map(app)
    assert data["selected"] == cell
    assert plain(data["lines"][data["marks"]["tip"][0][0]]) in text_of(app)
    assert plain(say("card-unknown", Language.EN)) in text_of(app)


@pytest.mark.parametrize("language", Language)
def test_the_areas_of_the_map_are_a_list_that_chooses_as_the_map_does(visit, language):
    app = visit(level="r4", lang=language.value)
    areas = app.selectbox(key="choose-cell")
    cells = set(sent_to_map(app)["marks"]["cell"])
    assert len(areas.options) == len(set(areas.options)) == len(cells)
    first = app.table[0].value.iloc[0]
    assert str(first[say("column-reports", language)]) in areas.options[0]
    areas.select_index(0).run()
    assert not app.exception
    cell = dict(app.query_params.items())["cell"]
    assert sent_to_map(app)["selected"] == cell == first[say("column-cell", language)]
    assert plain(say("card-unknown", language)) in text_of(app)
    app.selectbox(key="choose-cell").select(None).run()
    assert "cell" not in app.query_params
    for link in ({"level": "region"}, {"plate": "when_what"}):
        assert "choose-cell" not in {own.key for own in visit(**link).selectbox}


@pytest.mark.parametrize("language", Language)
def test_areas_with_more_reports_than_expected_are_marked_said_and_listed(visit, release, language):
    app = visit(level="r4", lang=language.value)
    assert sent_to_map(app)["more"] == []
    assert say("more-label", language) not in app.table[0].value.columns
    app.toggle(key="choose-more").set_value(True).run()
    assert not app.exception
    assert app.query_params["more"] == ["yes"] or app.query_params["more"] == "yes"
    data = sent_to_map(app)
    own = expected_of(figure_of(release, Selection("where"), Level.R4, language))
    assert {data["marks"]["cell"][at] for at in data["more"]} == own.cells
    assert own.cells
    assert data["legend"]["more"] == own.label
    assert plain(own.says) in text_of(app)
    assert sum(app.table[0].value[own.label] == "\u25cf") == len(own.cells)
    app.toggle(key="choose-more").set_value(False).run()
    assert "more" not in app.query_params


@pytest.mark.parametrize("language", Language)
def test_layers_beneath_the_figures_are_hidden_and_stand_in_the_address_only_then(visit, language):
    app = visit(level="r4", lang=language.value)
    switches = app.button_group(key="choose-hide")
    assert switches.options == [say(f"layer-{own}", language) for own in ("rivers", "provinces", "names")]
    assert switches.value == ["rivers", "provinces", "names"]
    assert "hide" not in app.query_params
    before = sent_to_map(app)
    switches.set_value(["provinces"]).run()
    assert not app.exception
    assert dict(app.query_params.items())["hide"] == "rivers-names"
    after = sent_to_map(app)
    assert after.pop("hide") == ["names", "rivers"]
    assert before.pop("hide") == []
    assert before == after
    app.selectbox(key="choose-plate").select("where_what").run()
    assert sent_to_map(app)["hide"] == ["names", "rivers"]
    app.button_group(key="choose-hide").set_value(["rivers", "provinces", "names"]).run()
    assert "hide" not in app.query_params


def test_no_switch_stands_where_the_question_cannot_be_asked(visit):
    for link in ({"level": "finest"}, {"level": "region"}, {"plate": "when_what"}):
        assert not visit(more="yes", **link).toggle
    assert [own.key for own in visit(plate="when_what").button_group] == ["choose-lang"]


@pytest.mark.parametrize("language", Language)
def test_the_map_says_whether_it_is_known_where_people_were_asked(visit, language):
    assert plain(say("map-coverage", language, state="no")) in text_of(visit(lang=language.value))


@pytest.mark.parametrize("language", Language)
def test_lines_where_nobody_was_asked_are_said_and_can_be_hidden(deployed, tmp_path, language):
    path = tmp_path / "covered.zip"
    path.write_bytes(handmade_zip(1500, covered=True))
    deployed(ATLAS_RELEASE=path)
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params["lang"] = language.value
    app.run()
    assert not app.exception
    assert plain(say("map-unasked", language)) in text_of(app)
    assert plain(say("map-coverage", language, state="no")) not in text_of(app)
    assert sent_to_map(app)["unasked"]
    app.button_group(key="choose-hide").set_value(["rivers", "provinces", "names"]).run()
    assert dict(app.query_params.items())["hide"] == "asked"
    assert sent_to_map(app)["unasked"] == []
    assert plain(say("map-coverage", language, state="yes")) in text_of(app)


@pytest.mark.parametrize("language", Language)
def test_reports_per_100_interviews_are_offered_where_coverage_bears_them_and_rates_per_resident_are_refused(
    deployed, tmp_path, language
):
    path = tmp_path / "covered.zip"
    path.write_bytes(handmade_zip(covered=True))
    deployed(ATLAS_RELEASE=path)
    app = AppTest.from_file(APP, default_timeout=30)
    for name, value in {"plate": "where_when", "period": "before", "level": "r4", "lang": language.value}.items():
        app.query_params[name] = value
    app.run()
    assert plain(say("rate-refused", language)) in text_of(app)
    plain_map = sent_to_map(app)
    app.toggle(key="choose-rate").set_value(True).run()
    assert not app.exception
    assert dict(app.query_params.items())["rate"] == "yes"
    rated = sent_to_map(app)
    assert rated["legend"]["title"] == say("rate-legend", language)
    assert rated["marks"]["cell"] == plain_map["marks"]["cell"]
    assert len(set(rated["marks"]["class"])) > 1
    assert say("rate-label", language) in app.table[0].value.columns
    app.selectbox(key="choose-period").select("all").run()
    assert plain(say("rate-not-here", language)) in text_of(app)
    assert sent_to_map(app)["legend"]["title"] == say("figure-legend", language)


def test_a_release_without_coverage_offers_no_quotient(visit):
    app = visit(plate="where_when", period="before", level="r4", rate="yes")
    assert [own.key for own in app.toggle] == ["choose-more"]
    assert plain(say("rate-refused", Language.EN)) not in text_of(app)


def test_a_chosen_act_is_defined_on_the_page(visit):
    assert "Moved or kept" not in text_of(visit(plate="where_what"))
    assert plain("HTCDS") not in text_of(visit(plate="where_what", act="B"))
    assert "menace of penalty" in text_of(visit(plate="where_what", act="F"))


@pytest.mark.parametrize("kind", ["missing", "damaged", "no release"])
def test_a_broken_release_gives_a_sentence_and_no_traceback(deployed, tmp_path, kind):
    path = tmp_path / "broken.zip"
    if kind == "damaged":
        content = bytearray(handmade_zip(600))
        content[len(content) // 2] ^= 255
        path.write_bytes(bytes(content))
    elif kind == "no release":
        path.write_bytes(b"hello")
    deployed(ATLAS_RELEASE=path)
    app = AppTest.from_file(APP, default_timeout=30).run()
    assert not app.exception
    assert app.error[0].value.startswith(say("page-no-release", Language.EN))
    assert not app.title


def test_markup_in_a_releases_title_is_shown_and_not_obeyed(deployed, tmp_path):
    path = tmp_path / "titled.zip"
    path.write_bytes(handmade_zip(600, title="[x](https://x.example) <b>**_$a$_**"))
    deployed(ATLAS_RELEASE=path)
    app = AppTest.from_file(APP, default_timeout=30).run()
    assert not app.exception
    assert r"\[x\]\(https\://x.example\) \<b\>\*\*\_\$a\$\_\*\*" in text_of(app)


def test_the_language_that_was_chosen_on_another_page_is_spoken_here_too(visit):
    app = visit()
    app.session_state[LANGUAGE] = "zh"
    app.run()
    assert sent_to_map(app)["figure"].endswith("/zh")
    assert dict(app.query_params.items())["lang"] == "zh"
