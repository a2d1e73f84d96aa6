"""Facts: a contested figure never stands alone."""

from __future__ import annotations

import pytest

from terms import facts

FACTS = facts()


@pytest.mark.parametrize("key", FACTS)
def test_the_rivals_of_a_fact_exist_and_are_others(key: str) -> None:
    assert set(FACTS[key].rivals) <= set(FACTS) - {key}
    assert len(set(FACTS[key].rivals)) == len(FACTS[key].rivals)


@pytest.mark.parametrize("key", FACTS)
def test_every_fact_has_a_figure_a_unit_and_a_source(key: str) -> None:
    own = FACTS[key]
    assert own.id == key
    assert all((own.figure, own.unit_and_date, own.source, own.grade))


def test_contested_facts_are_told_from_the_others() -> None:
    assert FACTS["F02"].contested
    assert "F03" in FACTS["F02"].rivals
    assert not all(own.contested for own in FACTS.values())
