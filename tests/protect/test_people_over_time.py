"""Numbers of people that were told before, and those that are told now, give away nobody who is new, or who is gone."""

from dataclasses import replace

import polars as pl

from geo import in_belt, land_cells
from protect import Policy
from protect.audit import audited
from protect.build import build
from release import STEP, Persons
from tests.protect.later import go_on
from tests.protect.people import SCHEMA, conditions

HOME = int(land_cells()[~in_belt(land_cells())][1500])
AGAIN = Policy(case_share=0.29)


def people(name, many, years, sources=(0, 1, 2, 3)):
    """Return rows of people who each have one act in each of some years, in one place."""
    return pl.DataFrame(
        [
            {
                "case": f"{name}-{one}", "source": f"source-{sources[one % len(sources)]}", "area": "cell",
                "cell": HOME, "year": year, "act": "D1", "actor": "not_stated", "country": "not_stated",
                "setting": "facility", "person_group": "woman", "reported": 2023,
            }
            for one in range(many)
            for year in years
        ],
        schema=SCHEMA,
    )  # fmt: skip


def shown(plates, rung=1):
    """Return the cases of each row of `people` of a rung that is shown, by its period."""
    rows = plates.counted["people"].groups.filter("shown", pl.col("rung") == rung) if plates.counted else None
    return {} if rows is None else dict(rows.select("period", "cases").iter_rows())


def tells_who_is_gone(later, plates):
    """Tell whether a row that is shown now can only be smaller than one of earlier, all in both, if someone is gone."""
    before = later.batch.before
    held = {at: set(part["person"]) for (at,), part in before.held.group_by("at")}
    for at, figure, _, gone in before.told.iter_rows():
        for table in plates.counted.values():
            for *key, cases in (
                table.groups.filter("shown").select("rung", "period", "act", "more", "cases").iter_rows()
            ):
                named = zip(("rung", "period", "act", "more"), key, strict=True)
                own = table.members.filter(*(pl.col(name) == value for name, value in named))
                most = (cases - 1) // STEP * STEP + STEP
                if gone and held.get(at, set()) <= set(own["person"]) and figure + 1 > most:
                    return True
    return False


def test_a_new_series_does_not_tell_that_one_person_withdrew():
    rows = people("a", 61, [2008])
    later = go_on(rows, rows, conditions(), gone=["a-7"], series=AGAIN)
    assert tells_who_is_gone(later, build(later.batch, later.on))
    assert not tells_who_is_gone(later, audited(later.batch, later.on).plates)
    blind = replace(later.batch, before=None)  # the attacker has not kept the earlier release
    assert tells_who_is_gone(later, audited(blind, later.on).plates)


def test_a_row_that_withdrawals_made_untrue_is_not_told_again_without_those_who_are_gone():
    early = pl.concat([people("a", 40, [2008]), people("b", 16, [2021])])
    rows = pl.concat([early, people("c", 60, [2009])])
    later = go_on(early, rows, conditions(), gone=["b-1", "b-2"])
    assert shown(build(later.batch, later.on))["closure"] == 14
    assert "closure" not in shown(audited(later.batch, later.on).plates)


def test_those_who_are_counted_now_leave_none_or_enough_of_a_row_that_holds_theirs():
    early = pl.concat([people("a", 40, [2008]), people("b", 20, [2021])])
    for left, stands in ((5, False), (11, True)):
        rows = pl.concat([early, people("c", 49 + 6, [2008]), people("d", left, [2021])])
        plates = build(go_on(early, rows, conditions()).batch, conditions())
        assert shown(plates, rung=0)["all"] == 55 + left
        assert ("before" in shown(plates)) is stands


def test_where_sources_are_unlinked_none_or_enough_of_each_are_left():
    on = conditions(persons=Persons.UNLINKED)
    of_each = [people("a", 20, [2008], [0]), people("b", 15, [2021], [0]), people("c", 12, [2008], [1])]
    more = [people("d", 15, [2008], [2]), people("e", 15, [2021], [2])]
    for left, stands in ((3, False), (12, True)):
        rows = pl.concat([*of_each, *more, people("f", left, [2021], [1])])
        plates = build(go_on(rows.head(1), rows, on).batch, on)
        assert "all" in shown(plates, rung=0)
        assert ("before" in shown(plates)) is stands
