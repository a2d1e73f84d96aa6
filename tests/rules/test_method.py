"""METHOD.md states nothing that is not in force, and no result that was not measured."""

import re
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from bench.peers.words import markdown, put_in
from geo import area_km2, climb, land_cells
from protect import Embargo, Policy
from protect.entry import FINEST_IN_BELT, FINEST_OF_CLASS, FINEST_THIN, NOT_THIN_WITHOUT_A_ROW
from protect.universe import known_universes
from release import PLATES, STEP
from terms import LocationClass

ROOT = Path(__file__).parents[2]
METHOD = (ROOT / "protect" / "METHOD.md").read_text(encoding="utf-8")
TEXT = " ".join(METHOD.replace("> ", "").split())
LADDER = (ROOT / "protect" / "ladder.svg").read_text(encoding="utf-8")
FRONTIER = pl.read_csv(ROOT / "docs" / "frontier.csv")
POLICY = Policy()


def _least(field, model=Policy):
    return next(part.ge for part in model.model_fields[field].metadata if hasattr(part, "ge"))


STATED = {
    r"k is (\d+) unless": POLICY.k,
    r"never below (\d+);": _least("k"),
    r"deaths in flight: r(\d) at finest": FINEST_OF_CLASS[LocationClass.A],
    r"mobile settings: r(\d) at finest": FINEST_OF_CLASS[LocationClass.B],
    r"known to the public: r(\d), but": FINEST_OF_CLASS[LocationClass.C],
    r"but r(\d) in the border belt": FINEST_IN_BELT,
    r"\*\*People\*\*: at least (\d+) different": POLICY.k,
    r"\*\*Sources\*\*: at least (\d+),": POLICY.sources,
    r"for each of them at least (\d+) people whom": POLICY.left_without_one,
    r"no person bears more than (\d+) % of a figure": POLICY.case_share * 100,
    r"no source more than (\d+) %": POLICY.source_share * 100,
    r"severe acts is more than (\d+) %": POLICY.one_act * 100,
    r"\*\*Hold-back\*\*: one in (\d+) groups": 1 / POLICY.hold_back,
    r"groups of fewer than (\d+) people": 2 * POLICY.k,
    r"holds at least (\d+) finest parts": POLICY.children,
    r"\((\d+) in `when_what`\)": POLICY.children_in_time,
    r"rounded down to a multiple of (\d+)": STEP,
    r"A (\d+) months": POLICY.embargo.A,
    r"months, B (\d+),": POLICY.embargo.B,
    r"C (\d+), and never": POLICY.embargo.C,
    r"never less than (\d+)\. Until": _least("A", Embargo),
    r"fewer than (\d+) years are past the embargo": POLICY.era_years,
    r"fewer than (\d+) people arrived": POLICY.thin_below,
    r"its reports are no finer than r(\d)": FINEST_THIN,
    r"a figure inside it holds at most (\d+) %": POLICY.universe_share * 100,
    r"group with fewer than (\d+) people, and": POLICY.k,
    r"or cannot be (\d+) or more": STEP,
    r"opens with (\d+) people who have new": POLICY.new_cases,
    r"\*(\d+) arrivals\* for a thin year": POLICY.thin_below,
    r"but for (\d+) to": NOT_THIN_WITHOUT_A_ROW[0],
    r"but for \d+ to (\d+);": NOT_THIN_WITHOUT_A_ROW[-1],
    r"\*(\d+) children, and": POLICY.children,
    r"and (\d+) over time;": POLICY.children_in_time,
    r"one in (\d+) held back": 1 / POLICY.hold_back,
    r"\*k = (\d+)\*": POLICY.k,
    r"cell with fewer than (\d+) people": POLICY.k,
}


@pytest.mark.parametrize("sentence", STATED)
def test_every_number_that_is_stated_is_in_force(sentence):
    assert [float(found) for found in re.findall(sentence, TEXT)] == [pytest.approx(STATED[sentence])]


def test_every_plate_stands_there_with_its_rungs():
    rows = dict(re.findall(r"^\| `(\w+)` \| .* \| (.*) \|$", METHOD, flags=re.MULTILINE))
    assert rows == {name: ladder.text for name, ladder in PLATES.items()}


def test_the_known_totals_are_those_that_figures_are_held_to():
    stated = re.findall(r"(\d{4}) \((\d+)\)", TEXT)
    assert stated == [(one.period, str(one.people)) for one in known_universes()]


def test_every_rule_stands_there_once():
    assert re.findall(r"^\| (\d+) \|", METHOD, flags=re.MULTILINE) == [str(number) for number in range(1, 16)]


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_the_picture_of_the_ladder_states_the_size_of_cells(size):
    stated = float(re.findall(rf'y="{323 - 66 * (5 - size)}">about ([\d,]+) km²', LADDER)[0].replace(",", ""))
    assert stated == pytest.approx(area_km2(np.unique(climb(land_cells(), size))).mean(), rel=0.04)


def test_the_table_is_the_one_that_was_measured():
    assert markdown(FRONTIER) in METHOD


def test_a_table_is_put_in_the_place_of_the_one_before():
    halved = FRONTIER.with_columns(pl.col("shown") / 2)
    assert put_in(put_in(METHOD, halved), FRONTIER) == METHOD != put_in(METHOD, halved)
    with pytest.raises(ValueError, match="once"):
        put_in("no table", FRONTIER)


def test_what_is_said_of_us_was_measured():
    ours = FRONTIER.filter(pl.col("method") == "ladder")
    assert ours["people"].to_list() == [100, 280, 1000]
    assert (ours["seeds"] == 20).all()
    assert not ours.select("pinned", "above", "above_later").to_numpy().any()
    assert (ours["shown"] > 0.98).all()


@pytest.mark.parametrize("peer", ["suppression r5", "cell key noise r5", "cell key 10-5 r5"])
def test_what_is_said_of_methods_that_show_more_was_measured(peer):
    ours, theirs = (FRONTIER.filter(pl.col("method") == name).sort("people") for name in ("ladder", peer))
    for better in ("r3", "added", "hot_r4"):
        assert (theirs[better] > ours[better]).all()
    assert (theirs["moved_km"] < ours["moved_km"]).all()
    gap = (ours["moved_km"] - theirs["moved_km"]).to_list()
    assert gap == sorted(gap, reverse=True)
    assert (theirs["pinned"] > 0).all()
    assert (theirs["above_later"] > 0.9 * theirs["figures"]).all()
    assert (theirs["above"] > 0).all() == ("cell key" in peer)


@pytest.mark.parametrize("peer", ["merge", "laplace r4"])
def test_what_is_said_of_methods_that_give_nothing_away_was_measured(peer):
    ours, theirs = (FRONTIER.filter(pl.col("method") == name).sort("people") for name in ("ladder", peer))
    assert (theirs["pinned"] == 0).all()
    assert (theirs["moved_km"] > ours["moved_km"]).all()
    assert (theirs["above_later"] > 0).all()


def test_nobody_is_promised_that_nobody_can_be_identified():
    assert "**What we do not promise.** That nobody can be identified" in TEXT
    assert len(re.findall("identified", TEXT)) == 1
    assert "it does not protect places" in TEXT


def test_every_linked_file_exists():
    for target in re.findall(r"\]\(([^)#:]+)\)", METHOD):
        assert (ROOT / "protect" / target).exists(), target


def test_it_stays_about_one_page():
    assert len(METHOD.splitlines()) <= 150
