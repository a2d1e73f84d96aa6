"""Context: a contested figure never without its rivals, and every figure once."""

from __future__ import annotations

import pytest

from layers import fact_frames
from terms import facts


def test_every_fact_stands_in_one_frame_and_frames_keep_the_order_of_the_file():
    told = [fact.id for frame in fact_frames() for fact in frame.facts]
    assert sorted(told) == sorted(facts())
    firsts = [frame.facts[0].id for frame in fact_frames()]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("key", facts())
def test_a_fact_stands_with_all_its_rivals_and_with_those_that_name_it(key):
    frame = next(frame for frame in fact_frames() if any(fact.id == key for fact in frame.facts))
    beside = {fact.id for fact in frame.facts}
    assert beside.issuperset(facts()[key].rivals)
    assert beside.issuperset(own.id for own in facts().values() if key in own.rivals)


def test_a_frame_that_holds_a_contested_figure_is_contested():
    for frame in fact_frames():
        assert frame.contested == any(facts()[fact.id].contested for fact in frame.facts)
