"""The nearest safe view: never finer than what was asked, told in one sentence, and no word of the link repeated."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers import FIELDS, ViewState, answer_link, lacks_say
from release import EXPLORED, Level, Release, offered_levels, view
from terms import Language, era_of, taxonomy
from tests.made import manifest, plate
from tests.release.releases import R4, plates


def release(left_out: tuple[str, ...] = (), **changed: object) -> Release:
    held = {**plates(), **changed}
    return Release(manifest(left_out=left_out), {name: own for name, own in held.items() if own is not None})


def coarse() -> Release:
    """Return a release in which before the closure there was B, and C since then, and nothing else."""
    rows = [(R4, 4, "before", "B", 20, 20), (R4, 4, "reopening", "C", 15, 10), ("region", None, "closure", "F", 10, 10)]
    return release(where_when_what=plate("where_when_what", rows))


def shown(link: dict[str, str], held: Release | None = None):
    """Return plate, period, act and level that are shown of a link, and the sentence about it."""
    held = held or release()
    answer = answer_link(link, held, Language.EN)
    own = answer.state
    return (own.plate, own.period, own.act, own.level), lacks_say(answer.lacks, held, Language.EN)


def test_nothing_is_said_where_all_that_is_asked_is_shown():
    for link in ({}, {"plate": "where"}, {"plate": "where_what", "act": "B1", "level": "r4"}, {"level": "finest"}):
        assert shown(link)[1] is None


def test_a_year_that_only_an_era_tells_becomes_the_era():
    (_, period, *_), says = shown({"plate": "where_when", "period": "2021"})
    assert period == "closure"
    assert says is not None
    assert "“2021”" in says
    assert "Border closure: 2020\u20132022" in says


def test_a_time_that_the_plate_lacks_becomes_all_years():
    (_, period, *_), says = shown({"plate": "where_when", "period": "reopening"})
    assert period == "all"
    assert says == (
        "Not shown as asked: no figure of “Where, by time?” tells “Since the reopening: 2023\u20132024 only” "
        "by itself, so “All years” is shown."
    )


def test_an_act_that_only_its_kind_tells_becomes_the_kind():
    (_, _, act, _), says = shown({"plate": "when_what", "act": "A1"})
    assert act == "A"
    assert says is not None
    assert "so its kind," in says


def test_what_a_plate_does_not_tell_apart_is_said():
    assert "tells no acts apart" in (shown({"plate": "where", "act": "B"})[1] or "")
    assert "tells no times apart" in (shown({"plate": "where", "period": "before"})[1] or "")
    assert "tells no places" in (shown({"plate": "when_what", "level": "r3"})[1] or "")


def test_a_level_finer_than_any_figure_becomes_the_finest_that_draws_one():
    (*_, level), says = shown({"plate": "where_what", "act": "A1", "level": "r5"})
    assert level is Level.R3
    assert says is not None
    assert "as finely as “Small areas (about 180 km²)”" in says


def test_a_plate_that_is_missing_becomes_the_one_that_tells_most_of_what_was_asked():
    link = {"plate": "where_when_what", "period": "before"}
    (name, period, *_), says = shown(link)
    assert (name, period) == ("where_when", "before")
    assert "does not answer" in (says or "")
    assert shown({"plate": "where_when_what", "act": "B"})[0][0] == "where_what"
    unsafe = shown(link, release(left_out=("where_when_what",)))[1]
    assert "could not be made safe" in (unsafe or "")


def test_a_period_and_an_act_that_no_figure_tells_together_are_widened_as_little_as_can_be():
    held = coarse()
    asked = {"plate": "where_when_what", "period": "before", "act": "C"}
    (_, period, act, _), says = shown(asked, held)
    assert (period, act) == ("before", "all")
    assert "there are no reports, too few to show, or only such as are still held back" in (says or "")


def test_a_time_or_an_act_that_had_to_give_way_comes_back_as_soon_as_there_are_figures():
    held = coarse()
    first = ViewState("where_when_what", "before", "B").ask(held, act="C")
    assert (first.state.period, first.state.act) == ("all", "C")
    second = first.state.ask(held, first.lacks, act="B")
    assert (second.state.period, second.state.act, second.lacks) == ("before", "B", ())
    third = second.state.ask(held, second.lacks, act="C")
    assert (third.state.period, [lack.field for lack in third.lacks]) == ("all", ["choice"])
    # A larger or smaller area is another look at what is shown: it stays, and so does the sentence.
    wide = third.state.ask(held, third.lacks, level=third.state.drawn_level(held))
    assert (wide.state.period, wide.state.act, wide.lacks) == ("all", "C", third.lacks)
    other = third.state.ask(held, third.lacks, plate="where")
    assert "choice" not in [lack.field for lack in other.lacks]
    # What the reader has chosen himself is not asked for again.
    last = third.state.ask(held, third.lacks, act="B", period="reopening")
    assert "before" not in (last.state.period, *(word for lack in last.lacks for word in lack.asked))


@pytest.mark.parametrize(("kept", "expected"), [("act", ("all", "C")), ("period", ("before", "all"))])
def test_what_the_reader_has_just_chosen_is_the_last_to_give_way(kept, expected):
    held = coarse()
    before = {"act": ("before", "B"), "period": ("reopening", "C")}[kept]
    state = ViewState("where_when_what", *before)
    answer = state.ask(held, **{"act": {"act": "C"}, "period": {"period": "before"}}[kept])
    assert (answer.state.period, answer.state.act) == expected
    assert [lack.field for lack in answer.lacks] == ["choice"]


def test_a_choice_outside_the_study_area_alone_is_a_figure_and_not_widened():
    rows = [("elsewhere", None, "before", "B", 20, 20), ("region", None, "closure", "B", 10, 10)]
    held = release(where_when_what=plate("where_when_what", rows))
    link = {"plate": "where_when_what", "period": "before", "act": "B"}
    assert shown(link, held) == (("where_when_what", "before", "B", None), None)


def test_an_area_that_the_map_does_not_draw_is_said_of_a_link_and_not_of_a_control():
    held = release()
    link = {"plate": "where", "level": "r4", "cell": R4}
    drawn = answer_link(link, held, Language.EN)
    assert (drawn.state.cell, drawn.lacks) == (R4, ())
    missing = answer_link({**link, "level": "r2"}, held, Language.EN)
    assert [lack.field for lack in missing.lacks] == ["cell"]
    assert drawn.state.ask(held, level=Level.R2).lacks == ()


words = st.sampled_from(
    ["where", "where_when", "all", "A1", "B1", "2017", "2021", "closure", "r5", "finest", "", "<b>x"]
)
links = st.dictionaries(st.sampled_from(FIELDS), words | st.text(max_size=8))


@given(links, st.sampled_from(Language))
def test_what_is_shown_is_never_finer_than_asked_and_said_in_one_sentence(link, language):
    held = release()
    answer = answer_link(link, held, language)
    state, says = answer.state, lacks_say(answer.lacks, held, answer.state.lang)
    changed = [name for name in ("plate", "period", "act", "level") if link.get(name)]
    changed = [name for name in changed if str(getattr(state, name)) != link[name]]
    assert bool(answer.lacks) >= bool(changed)
    assert says is None or len(re.findall(r"[.。](?!\d)", says)) <= 1
    if state.period.isdecimal() and "period" in link:
        assert link["period"] == state.period
    if state.act != "all":
        assert link["act"] in {state.act, *taxonomy().acts_of(state.act)}
    if link.get("period", "").isdecimal() and len(link["period"]) == 4 and state.period in {"before", "closure"}:
        assert era_of(int(link["period"])) == state.period
    assert state.level in {None, *offered_levels(held, state.selection)}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("field", ["plate", "period", "act", "level"])
def test_a_word_that_the_atlas_does_not_know_is_said_and_not_repeated(field, language):
    held = release()
    answer = answer_link({field: "<b>no-such"}, held, language)
    says = lacks_say(answer.lacks, held, language)
    assert says is not None
    assert "no-such" not in says


@pytest.mark.parametrize("language", Language)
def test_every_lack_has_its_words_in_every_language(language):
    held = coarse()
    unsafe = replace(held, manifest=manifest(left_out=("where",)), plates={"when_what": held.plates["when_what"]})
    asked = [
        (held, {"plate": name, "period": period, "act": act, "level": level})
        for name in EXPLORED
        for period in ("2021", "2024", "reopening", "undated", "xx")
        for act in ("A1", "B1", "J2", "Z", "xx")
        for level in ("r5", "finest", "xx")
    ]
    asked += [(unsafe, {"plate": "where"}), (unsafe, {"plate": "where_what"})]
    seen = set()
    for own, link in asked:
        answer = answer_link(link, own, language)
        assert lacks_say(answer.lacks, own, language)
        seen |= {(lack.field, lack.why) for lack in answer.lacks}
    assert len(seen) > 12
    assert view(held, answer.state.selection, Level.REGION) is not None
