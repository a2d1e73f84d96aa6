"""The auditor in the loop: nothing passes that another attacker pins, and the same people give the same plates."""

import hashlib
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from unittest.mock import patch

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from errors import ProtectionError
from protect import Month, Policy, Request, audit, protect
from protect.audit import LAST_KEPT, audited
from protect.build import Batch, build
from protect.entry import add_limits
from protect.pairs import lowered
from protect.tally import tally
from release import PLATES, Persons, read_release
from tests.protect.attacker import Attacker
from tests.protect.later import a_few
from tests.protect.lives import lives, renamed
from tests.protect.people import SECRET, Rows, conditions

SMALL = Policy(k=6)


@cache
def batch_of(people, seed, persons=Persons.LINKED):
    """Return rows, their tally, a batch of them, and the conditions."""
    on = conditions(persons=persons, policy=SMALL)
    rows = lives(people, seed)
    reports = tally(Rows(rows), persons)
    return rows, reports, Batch(add_limits(reports, on.policy, on.as_of), reports.sources), on


@given(st.sampled_from([20, 30, 40]), st.integers(0, 10_000), st.sampled_from([Persons.LINKED, Persons.UNLINKED]))
@a_few
def test_no_attacker_pins_a_small_margin_of_what_passed(people, seed, persons):
    rows, reports, batch, on = batch_of(people, seed, persons)
    try:
        passed = audited(batch, on)
    except ProtectionError:  # of so few people there may be nothing to tell
        return
    attacker = Attacker(rows, reports, passed.plates, 6)
    assert attacker.exposed() == []
    assert attacker.told_apart() == []


@pytest.mark.parametrize(("people", "persons"), [(30, Persons.LINKED), (40, Persons.UNLINKED)])
def test_what_the_rules_alone_would_publish_is_pinned_by_the_same_attacker_as_often_as_by_the_auditor(people, persons):
    rows, reports, batch, on = batch_of(people, 1, persons)
    passed = audited(batch, on)
    attacker = Attacker(rows, reports, lowered(build(batch, on), batch, on), 6)
    found = attacker.exposed()
    first = passed.attacks[0]
    assert (first.lows, first.highs) == tuple(sum(end == one for one, _ in found) for end in ("low", "high"))
    assert first.margins == len(attacker.questions)
    assert found
    assert (passed.attacks[-1].lows, passed.attacks[-1].highs) == (0, 0)
    assert passed.attacks[-1].margins == first.margins
    assert passed.given_up == ()
    assert passed.sent_up.height > 0
    assert Attacker(rows, reports, passed.plates, 6).exposed() == []


@pytest.mark.parametrize("rounds", [1, 2])
def test_plates_that_cannot_be_mended_in_time_are_given_up_and_what_is_left_passes(rounds):
    rows, reports, batch, on = batch_of(40, 1)
    with patch.object(audit, "ROUNDS", rounds):
        passed = audited(batch, on)
    assert passed.given_up
    assert set(passed.given_up).isdisjoint(passed.plates.names)
    assert set(passed.given_up) | set(passed.plates.names) == set(PLATES)
    assert Attacker(rows, reports, passed.plates, 6).exposed() == []


def test_people_and_acts_by_time_are_given_up_last():
    _, _, batch, on = batch_of(30, 1)
    loop = audit._Loop(batch, on, lambda _: None)  # noqa: SLF001 - the order is seen nowhere else
    for _ in range(len(PLATES) - 1):
        loop.give_up()
    assert set(loop.given_up[:-1]).isdisjoint(LAST_KEPT)
    assert set(loop.given_up[-1:]) | set(loop.plates.names) == set(LAST_KEPT)


def test_the_plate_of_which_most_groups_went_up_is_given_up_first():
    _, _, batch, on = batch_of(40, 1)
    with patch.object(audit, "ROUNDS", 1):
        passed = audited(batch, on)
    loop = audit._Loop(batch, on, lambda _: None)  # noqa: SLF001 - what the first round sent up is seen nowhere else
    with patch.object(audit, "ROUNDS", 1):
        assert not loop.passes()
    sent = dict(loop.barred.filter(~pl.col("plate").is_in(LAST_KEPT))["plate"].value_counts().iter_rows())
    assert sent[passed.given_up[0]] == max(sent.values())


def request():
    """Return what the steward of these worlds asks for."""
    return Request(title="A test", as_of=Month(2026, 11), persons=Persons.LINKED, policy=SMALL, synthetic=True)


def release_of(rows):
    """Return a release as bytes, and what it took."""
    made = protect(Rows(rows), SECRET, request())
    assert made.audited.sent_up.height > 0
    return made.release


@cache
def plain():
    """Return rows that need mending, and their release."""
    rows = lives(45, 4)
    return rows, release_of(rows)


def test_rows_in_another_order_give_the_same_bytes():
    rows, release = plain()
    assert release_of(rows.sample(fraction=1.0, shuffle=True, seed=7)) == release


def test_cases_under_other_keys_give_the_same_plates():
    rows, release = plain()
    one, other = (read_release(content).plates for content in (release, release_of(renamed(rows))))
    assert list(one) == list(other)
    for name in one:
        assert one[name].rows.equals(other[name].rows), name


def test_another_process_with_other_hashes_gives_the_same_bytes():
    script = (
        "import hashlib\nfrom tests.protect.test_audit import plain\nprint(hashlib.sha256(plain()[1]).hexdigest())\n"
    )
    seed = "2" if os.environ.get("PYTHONHASHSEED") == "1" else "1"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=Path(__file__).parents[2], env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.strip() == hashlib.sha256(plain()[1]).hexdigest()
