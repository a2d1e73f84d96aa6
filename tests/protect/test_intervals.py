"""What can be derived of hidden sums, held to brute force and to laws."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from errors import InputError, UsageError
from protect import solver
from protect.intervals import MOST, ContradictionError, Engine, Published
from protect.witnesses import Walker

SEED = 7


def published(member, low, high) -> Published:
    """Return published sums from plain lists."""
    return Published(sparse.csr_matrix(np.array(member, dtype=float)), np.array(low, float), np.array(high, float))


@st.composite
def hidden_counts(draw, weights=(0, 1)):
    """Draw hidden counts, and published sums of them that are true to within a few."""
    columns, rows = draw(st.integers(1, 7)), draw(st.integers(1, 6))
    counts = np.array(draw(st.lists(st.integers(0, 6), min_size=columns, max_size=columns)), dtype=float)
    one = st.lists(st.sampled_from(weights), min_size=columns, max_size=columns)
    member = np.array(draw(st.lists(one, min_size=rows, max_size=rows)), dtype=float)
    slack = st.lists(st.sampled_from((0.0, 0.0, 1.0, 3.0, np.inf)), min_size=rows, max_size=rows)
    sums = member @ counts
    return counts, published(member, sums - np.array(draw(slack)), sums + np.array(draw(slack)))


@st.composite
def with_questions(draw, weights=(0, 1)):
    """Draw hidden counts as above, and some questions."""
    counts, known = draw(hidden_counts(weights))
    one = st.lists(st.sampled_from((0, 1)), min_size=len(counts), max_size=len(counts))
    asked = np.array(draw(st.lists(one, min_size=1, max_size=6)), dtype=float)
    return counts, known, asked


def intervals(engine, asked):
    return [engine.interval(np.flatnonzero(question).astype(np.int32)) for question in asked]


@given(with_questions(weights=(-1, 0, 1)))
def test_the_truth_lies_in_every_interval(drawn):
    counts, known, asked = drawn
    for (low, high), truth in zip(intervals(Engine(known), asked), asked @ counts, strict=True):
        assert 0 <= low <= truth + 1e-6
        assert truth - 1e-6 <= high


@given(
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
    st.lists(st.integers(0, 2), min_size=10, max_size=10),
)
def test_in_two_way_tables_intervals_are_those_of_whole_counts(counts, slack):
    table = np.arange(6).reshape(2, 3)
    lines = [*table, *table.T]
    member = np.array([np.isin(np.arange(6), line) for line in lines], dtype=float)
    sums = member @ counts
    low, high = sums - slack[:5], sums + slack[5:]
    most = int(high[:2].max())
    every = np.stack(np.meshgrid(*[np.arange(most + 1)] * 6, indexing="ij"), axis=-1).reshape(-1, 6)
    agree = every[((every @ member.T >= low) & (every @ member.T <= high)).all(axis=1)]
    engine = Engine(published(member, low, high))
    for columns in ([0], [4], [0, 1], [0, 5], [1, 2, 3], list(range(6))):
        total = agree[:, columns].sum(axis=1)
        assert engine.interval(np.array(columns, dtype=np.int32)) == pytest.approx((total.min(), total.max()), abs=1e-6)


@given(with_questions(weights=(-1, 0, 1)), st.sampled_from((0.0, 1.0)), st.sampled_from((3.0, 5.0)), st.booleans())
def test_what_is_settled_is_what_the_intervals_say(drawn, low, high, known_truth):
    counts, known, asked = drawn
    engine = Engine(known, known=counts if known_truth else None)
    settled = engine.settle(sparse.csr_matrix(asked), low=low, high=high, rng=np.random.default_rng(SEED))
    ends = intervals(Engine(known), asked)
    assert settled.reaches_low.tolist() == [least <= low + 1e-6 for least, _ in ends]
    assert settled.reaches_high.tolist() == [most >= high - 1e-6 for _, most in ends]
    assert settled.known + settled.walked + settled.solved == 2 * len(asked)


@given(with_questions(), st.data())
def test_another_published_sum_never_widens_an_interval(drawn, data):
    counts, known, asked = drawn
    one = st.lists(st.sampled_from((0, 1)), min_size=len(counts), max_size=len(counts))
    more = np.array(data.draw(one), dtype=float)
    sums = more @ counts
    both = Published(
        sparse.vstack([known.member, sparse.csr_matrix(more)]).tocsr(),
        np.append(known.low, sums),
        np.append(known.high, sums),
    )
    for (low, high), (tight_low, tight_high) in zip(
        intervals(Engine(known), asked), intervals(Engine(both), asked), strict=True
    ):
        assert tight_low >= low - 1e-6
        assert tight_high <= high + 1e-6


@given(with_questions())
def test_the_order_of_columns_changes_nothing(drawn):
    _, known, asked = drawn
    turned = Published(known.member[:, ::-1].tocsr(), known.low, known.high)
    ends = intervals(Engine(known), asked)
    assert np.array(intervals(Engine(turned), asked[:, ::-1])) == pytest.approx(np.array(ends), abs=1e-6)


@given(hidden_counts(), st.integers(0, 2**32 - 1))
def test_a_walk_ends_in_a_table_that_agrees_or_not_at_all(drawn, seed):
    counts, known = drawn
    walker = Walker(known.member, known.low, known.high, counts, np.random.default_rng(seed))
    for up, goal in ((False, 0.0), (True, counts[0] + 3.0), (False, 0.0)):
        before = walker.table.copy()
        arrived = walker.reach(np.array([0], dtype=np.int32), goal, up=up)
        found = walker.table
        sums = known.member @ found
        assert (found >= 0).all()
        assert ((sums >= known.low) & (sums <= known.high)).all()
        if arrived:
            assert found[0] >= goal if up else found[0] <= goal
        else:
            assert (found == before).all()


@pytest.mark.parametrize(
    ("member", "low", "high"),
    [
        ([[1, 1], [1, 0]], [3, 5], [3, 5]),  # a part larger than its whole
        ([[1, 1, 0], [0, 1, 1], [1, 0, 1], [1, 1, 1]], [1, 1, 1, 2], [1, 1, 1, 2]),
        ([[1, 0], [1, 0]], [1, 2], [1, 2]),  # two sums of the same counts
        ([[1, 1]], [-2], [-1]),  # less than nothing
        ([[0, 0]], [1], [1]),  # a sum of nothing
    ],
)
def test_sums_that_contradict_one_another_are_refused(member, low, high):
    with pytest.raises(ContradictionError):
        Engine(published(member, low, high))


def test_a_contradiction_is_found_wherever_it_is():
    sums = published([[1, 1, 0, 0], [0, 0, 1, 0], [0, 0, 1, 1]], [3, 5, 4], [3, 5, 4])
    with pytest.raises(ContradictionError):
        Engine(sums)
    assert issubclass(ContradictionError, InputError)


def test_bounds_that_cross_are_a_contradiction():
    with pytest.raises(ContradictionError):
        published([[1]], [2], [1])


@pytest.mark.parametrize("known", [[1.0, 1.0], [4.0, -1.0]])
def test_known_counts_must_agree_with_what_is_published(known):
    with pytest.raises(ContradictionError):
        Engine(published([[1, 1]], [3], [3]), known=np.array(known))


@pytest.mark.parametrize(("low", "high"), [([np.nan], [1]), ([0], [np.nan]), ([0], [2 * MOST]), ([0, 1], [1])])
def test_bounds_that_cannot_be_reckoned_with_are_refused(low, high):
    with pytest.raises(UsageError):
        published([[1]], low, high)


def test_a_question_is_a_sum_of_columns():
    engine = Engine(published([[1, 1]], [3], [3]))
    for wrong in ([[2.0, 0.0]], [[1.0]], [[0.5, 0.5]]):
        with pytest.raises(UsageError):
            engine.settle(sparse.csr_matrix(np.array(wrong)), low=0, high=1, rng=np.random.default_rng(SEED))


def test_what_no_sum_holds_has_no_end_and_neither_has_what_is_bounded_on_one_side():
    engine = Engine(published([[1, 0, 0], [0, 1, 0], [0, 0, 0]], [-np.inf, 2, 0], [4, np.inf, 0]))
    assert engine.interval(np.array([0], dtype=np.int32)) == (0, 4)
    assert engine.interval(np.array([1], dtype=np.int32)) == (2, np.inf)
    assert engine.interval(np.array([2], dtype=np.int32)) == (0, np.inf)
    assert engine.interval(np.array([0, 1, 2], dtype=np.int32)) == (2, np.inf)
    assert engine.interval(np.array([], dtype=np.int32)) == (0, 0)


def test_no_published_sum_at_all_tells_nothing():
    engine = Engine(published(np.zeros((0, 2)), [], []))
    assert engine.interval(np.array([0, 1], dtype=np.int32)) == (0, np.inf)


def test_a_question_of_some_of_the_columns_that_are_alike_may_be_nothing_or_all():
    engine = Engine(published([[1, 1, 1, 0], [0, 0, 0, 1]], [7, 2], [7, 2]))
    assert engine.interval(np.array([0, 1, 3], dtype=np.int32)) == (2, 9)
    assert engine.interval(np.array([0, 1, 2], dtype=np.int32)) == (7, 7)


def test_large_sums_are_told_to_the_last_report():
    most = MOST - 1
    engine = Engine(published([[1, 1], [1, 0]], [most, most - 1], [most, most]))
    assert engine.interval(np.array([1], dtype=np.int32)) == pytest.approx((0, 1), abs=1e-6)


def test_nothing_of_the_counts_is_shown_by_accident():
    assert repr(published([[1, 1]], [31], [31])) == "Published(1 sums of 2 columns)"


def test_the_solver_prints_nothing(capfd):
    Engine(published([[1, 1]], [3], [3])).interval(np.array([0], dtype=np.int32))
    assert capfd.readouterr() == ("", "")


def test_a_solution_that_cannot_be_relied_on_is_solved_for_again_and_never_taken(monkeypatch):
    one = np.array([0], dtype=np.int32)
    for relied_on, fails in (([False, True], False), ([False, False], True)):
        answers = iter(relied_on)
        monkeypatch.setattr(solver, "agrees", lambda *_, answers=answers: next(answers))
        made = solver.Solver(sparse.csr_matrix([[1.0, 1.0]]), np.array([3.0]), np.array([3.0]))
        if fails:
            with pytest.raises(RuntimeError, match="do not agree"):
                made.extreme(one, np.ones(1), maximise=True)
        else:
            assert made.extreme(one, np.ones(1), maximise=True)[0] == pytest.approx(3.0)


@given(with_questions())
def test_where_linear_programs_start_from_changes_no_answer(drawn):
    counts, known, asked = drawn
    first = Engine(known, known=counts)
    first.settle(asked, low=0.0, high=5.0, rng=np.random.default_rng(1))
    again, cold = Engine(known, known=counts, start=first.start), Engine(known, known=counts)
    ends = np.array(intervals(cold, asked))
    assert np.array(intervals(again, asked)) == pytest.approx(ends, abs=1e-6)
    idle = Engine(known, known=counts, start=again.start)
    last = Engine(known, known=counts, start=idle.start)
    assert np.array(intervals(last, asked)) == pytest.approx(ends, abs=1e-6)


def test_what_solved_nothing_hands_on_where_to_start_as_it_got_it():
    sums = published([[1, 1, 0], [0, 1, 1], [1, 1, 1]], [3, 4, 5], [4, 6, 8])
    first = Engine(sums)
    ends = first.interval(np.array([1], dtype=np.int32))
    idle = Engine(sums, known=np.array([1.0, 2.0, 3.0]), start=first.start)
    assert idle.start.columns.tolist() == first.start.columns.tolist()
    assert idle.start.sums == first.start.sums
    assert Engine(sums, start=idle.start).interval(np.array([1], dtype=np.int32)) == ends


def test_a_proof_serves_every_question_that_it_bounds():
    sums = published([[1, 1, 1, 0, 0], [0, 0, 0, 1, 1], [0, 0, 0, 1, 0]], [2, 9, 3], [4, 9, 3])
    asked = sparse.csr_matrix(
        np.array([[1, 0, 0, 0, 0], [1, 1, 0, 0, 0], [1, 1, 1, 0, 0], [0, 0, 0, 1, 1]], dtype=float)
    )
    settled = Engine(sums).settle(asked, low=0, high=5, rng=np.random.default_rng(SEED))
    assert settled.reaches_high.tolist() == [False, False, False, True]
    assert settled.reaches_low.tolist() == [True, True, False, False]
    assert {tuple(settled.proofs[at, True]) for at in range(3)} == {(0,)}
    assert settled.solves < 5  # of the five bounds that are exposed or must be solved for
