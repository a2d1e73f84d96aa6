"""Each rule is needed: without it, at least one attack wins."""

from __future__ import annotations

import pytest

from tests.attacks.ablation import WITHOUT, attacked, linked, noisy
from tests.attacks.suite import FAST
from tests.attacks.test_noise import NOISE
from tests.attacks.test_overlap import OVERLAP, UNLINKED
from tests.attacks.worlds import SHARED, kept, remade

pytestmark = pytest.mark.long

FOUND_BY = {
    1: "crossings",
    2: "small numbers",
    3: "single source",
    4: "dominance",
    5: "homogeneity",
    6: "minimality",
    7: "children",
    8: "withdrawal",
    9: "villages",
    10: "early",
    11: "thin years",
    13: "completeness",
    14: "zeros",
}


@pytest.fixture(scope="module")
def chosen():
    """Return worlds of all sizes, of one organisation and of several."""
    return [kept(*one) for one in (*SHARED[:8], *SHARED[25:31], *SHARED[-2:])]


def test_with_all_rules_no_attack_wins(chosen):
    assert not attacked(remade, chosen)


@pytest.mark.parametrize("rule", sorted(WITHOUT))
def test_without_a_rule_an_attack_wins(chosen, rule):
    assert FOUND_BY[rule] in attacked(WITHOUT[rule], chosen)


def test_without_rule_12_figures_are_above_the_truth():
    worlds = [kept(*one) for one in UNLINKED]
    with linked():
        assert OVERLAP.wins(OVERLAP.on_ours(worlds))


def test_without_rule_15_the_mean_of_many_answers_is_the_truth(chosen):
    assert NOISE.wins(noisy(NOISE, chosen))


def test_every_rule_has_an_attack_of_its_own():
    assert set(FOUND_BY) | {12, 15} == set(range(1, 16))
    assert {*FOUND_BY.values()} <= {attack.name for attack in FAST}
