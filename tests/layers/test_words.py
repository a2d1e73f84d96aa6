"""Names of acts, periods and levels in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from layers import act_name, level_name, period_label, period_name
from layers.words import joined, last_year, listed, period_clause
from release import Level
from terms import Language, taxonomy
from tests.made import manifest

EN = Language.EN


@pytest.mark.parametrize(
    ("as_of", "year"),
    [("2026-11", 2024), ("2026-01", 2024), ("2025-12", 2023), ("2025-01", 2023), ("2024-12", 2022)],
)
def test_the_last_year_is_the_one_whose_shortest_embargo_is_just_over(as_of: str, year: int) -> None:
    assert last_year(manifest(as_of=as_of)) == year


@given(st.integers(2018, 2040), st.integers(1, 12))
def test_the_shortest_embargo_of_the_last_year_is_over_and_that_of_the_next_is_not(year: int, month: int) -> None:
    last = last_year(manifest(as_of=f"{year}-{month:02d}"))
    months_since_31_december = (year - last - 1) * 12 + month - 1
    assert 12 <= months_since_31_december < 24


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2025-06", "2023 only"),
        ("2026-11", "2023\u20132024 only"),
        ("2027-01", "2023\u20132025"),
        ("2031-01", "2023\u20132029"),
    ],
)
def test_an_era_of_fewer_than_three_released_years_says_which_ones_only(as_of: str, words: str) -> None:
    assert period_name("reopening", manifest(as_of=as_of), EN) == f"Since the reopening: {words}"
    assert period_label("reopening", manifest(as_of=as_of), EN).startswith(f"Began in {words}, since the reopening")


def test_an_era_of_which_nothing_is_released_says_so() -> None:
    early = manifest(as_of="2023-06")
    assert period_label("reopening", early, EN) == "No year of this period has been released yet"
    assert period_clause("reopening", early, EN) is None


def test_a_closed_era_names_its_years_and_is_not_cut_when_all_are_released() -> None:
    assert period_name("closure", manifest(), EN) == "Border closure: 2020\u20132022"
    assert period_name("closure", manifest(as_of="2023-06"), EN) == "Border closure: 2020\u20132021 only"
    assert period_name("before", manifest(), EN) == "Before the border closure: 2019 or earlier"


def test_the_legend_says_that_the_border_stayed_closed_after_the_reopening_began() -> None:
    assert "closed until late August 2023" in period_label("reopening", manifest(), EN)


@pytest.mark.parametrize("period", ["all", "before", "closure", "reopening", "2017", "undated"])
def test_every_time_label_says_that_acts_began_then(period: str) -> None:
    words = {Language.EN: "Began in", Language.KO: "시작 연도", Language.ZH: "起始年份"}
    for language, began in words.items():
        assert period_label(period, manifest(), language).startswith(began)


def test_a_year_is_never_written_with_a_thousands_separator() -> None:
    for language in Language:
        for period in ("all", "before", "2017"):
            label = period_label(period, manifest(), language)
            assert "2,0" not in label
            assert "20" in label


@pytest.mark.parametrize("language", list(Language))
def test_every_act_period_and_level_has_a_name_of_its_own(language: Language) -> None:
    acts = [act_name(code, language) for code in ("all", *taxonomy().acts)]
    assert len(set(acts)) == len(acts)
    assert len({level_name(level, language) for level in Level}) == len(Level)
    periods = ("all", "before", "closure", "reopening", "2017", "undated")
    assert len({period_name(period, manifest(), language) for period in periods}) == len(periods)


def test_an_act_whose_label_leans_on_its_group_can_stand_alone() -> None:
    assert act_name("F1", EN) == "Forced labour in the private economy, China"
    assert act_name("I1", EN) == "Forced repatriation"


def test_one_two_and_three_names_make_a_list_in_words() -> None:
    assert listed(["Yanji"], EN) == "Yanji"
    assert listed(["Yanji", "Dandong"], EN) == "Yanji and Dandong"
    assert listed(["Yanji", "Dandong", "Harbin"], EN) == "Yanji, Dandong and Harbin"


def test_acts_are_parted_by_semicolons_because_their_names_hold_and() -> None:
    acts = [act_name("H", EN), act_name("I", EN)]
    assert listed(acts, EN, of="acts") == "Torture and ill-treatment; Forced return and access to asylum"


def test_chinese_sentences_stand_without_a_space_between_them() -> None:
    assert joined(["一。", "二。"], Language.ZH) == "一。二。"
    assert joined(["One.", "Two."], EN) == "One. Two."
