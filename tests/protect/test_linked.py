"""Totals that someone else published: what they pin together with a release is found, and nothing else is."""

from functools import cache

import polars as pl
import pytest

from data import read_incidents, sample_people
from errors import InputError
from geo import climb, from_text, land_children, province_cells, provinces, to_text
from protect import Kind, Known, Month, Request, Secret, Total, attack, known_of_ledger, protect
from protect.hunt import BEYOND
from protect.outlook import NAMED
from tests.protect.sealing import handmade

SECRET = Secret(b"a secret of thirty-two bytes or more")
HOME = province_cells("CN-JL")[0][192:193]  # its r3 cell lies wholly inside the province
WIDE, HERE = (to_text(climb(HOME, size))[0] for size in (3, 4))
THERE = next(cell for cell in to_text(climb(land_children(int(climb(HOME, 3)[0])), 4)) if cell != HERE)
SCHEMA = {**dict.fromkeys(NAMED, pl.String), "reports": pl.Int64, "largest": pl.Int64, "lost": pl.Int64}
MOST = 5
"""Reports of the largest case of each row here: a figure v stands for v + 5 to v + 9."""


def linked(rows, *totals, complete=(), alone=False):
    """Attack rows (plate: cell, resolution, period, act, reports) with totals, as whoever knows each largest case."""
    plates = {name: [(*row, 10) for row in own] for name, own in rows.items()}
    groups = [(name, row[0], row[2], row[3], "", row[4], MOST, 0) for name, own in rows.items() for row in own]
    known = None if alone else Known(pl.DataFrame(groups, schema=SCHEMA, orient="row"), frozenset(complete))
    told = tuple(Total(line, *total) for line, total in enumerate(totals, start=2))
    return attack(handmade(plates), told, known)


def pinned(*args, **kwargs):
    findings = linked(*args, **kwargs).findings
    assert {finding.kind for finding in findings} <= {Kind.TOTAL}
    assert {finding.rule for finding in findings} <= {"rule 2"}
    return {finding.message.split("(linked): ")[1] for finding in findings}


PLACED = {"where": [(HERE, 4, "all", "all", 20), (THERE, 4, "all", "all", 30)]}
"""25 to 29 reports in one cell, 35 to 39 in another."""


@pytest.mark.parametrize(("total", "found"), [(29, False), (30, True), (35, True), (36, False), (60, False)])
def test_a_cell_whose_total_leaves_one_to_ten_beyond_its_row_is_found(total, found):
    left = "what line 2 of the totals counts beyond the rows of plate where within it."
    assert pinned(PLACED, (HERE, "all", "all", total)) == ({left} if found else set())


def test_a_list_of_cells_is_compared_with_all_rows_within_it():
    both = ";".join(sorted([HERE, THERE]))
    assert len(pinned(PLACED, (both, "all", "all", 69))) == 1  # 60 to 68 are shown
    assert pinned(PLACED, (both, "all", "all", 68)) == set()
    assert pinned(PLACED, (both, "all", "all", 71)) == set()
    assert pinned(PLACED, (HERE, "all", "all", 40), (THERE, "all", "all", 50)) == set()


def test_whoever_does_not_know_the_largest_case_finds_less():
    assert pinned(PLACED, (HERE, "all", "all", 31), alone=True) == set()  # 21 to 34 are shown
    assert len(pinned(PLACED, (HERE, "all", "all", 31))) == 1


def test_a_province_counts_the_rows_wholly_inside_it():
    assert len(pinned(PLACED, ("CN-JL", "all", "all", 70))) == 1
    assert pinned(PLACED, ("CN-JL", "all", "all", 90)) == set()
    assert pinned(PLACED, ("CN-HL", "all", "all", 70)) == set()
    assert "CN-JL" in provinces()


def test_the_region_by_era_and_group_is_compared_with_its_rows():
    rows = {"where_when_what": [("region", None, "closure", "C", 20), (WIDE, 3, "closure", "C", 20)]}
    assert len(pinned(rows, ("region", "closure", "C", 60))) == 1  # 50 to 58 are shown
    assert pinned(rows, ("region", "closure", "C", 55)) == set()
    assert pinned(rows, ("region", "before", "C", 60)) == set()


def test_what_one_total_leaves_of_those_within_it_is_found():
    years = [("region", "2020", "C", 20), ("region", "2021", "C", 17)]
    found = pinned({"where": [("region", None, "all", "all", 50)]}, ("region", "closure", "C", 40), *years)
    assert found == {"what line 2 of the totals holds beyond that of lines 3 and 4."}
    assert pinned(PLACED, ("region", "all", "C", 40), ("region", "closure", "C", 34)) == {
        "what line 2 of the totals holds beyond that of line 3."
    }
    assert pinned({"where": [("region", None, "all", "all", 50)]}, ("region", "closure", "C", 60), *years) == set()


def test_a_year_and_an_act_that_are_few_by_themselves_are_found_and_none_are_not():
    rows = {"where": [("region", None, "all", "all", 50)]}
    assert pinned(rows, ("region", "2021", "C1", 6)) == {"region, 2021, act C1."}
    assert pinned(rows, ("region", "2021", "C1", 0)) == set()
    assert pinned(rows, ("region", "2021", "C1", 11)) == set()
    assert pinned(rows, (";".join(sorted([HERE, THERE])), "2021", "C1", 6)) == {"the cells of line 2, 2021, act C1."}


def test_what_a_published_cell_leaves_of_a_total_is_found_where_a_plate_holds_every_report():
    rows = {"where": [(HERE, 4, "all", "all", 20), ("elsewhere", None, "all", "all", 20)]}
    assert pinned(rows, (WIDE, "all", "all", 32), complete=["where"]) != set()
    assert pinned(rows, (WIDE, "all", "all", 28), complete=["where"]) == set()


def test_what_plates_pin_together_is_found_once_and_without_any_total():
    rows = {
        "where": [(HERE, 4, "all", "all", 20), (THERE, 4, "all", "all", 10)],  # 25 to 29, and 15 to 19
        "where_when": [(HERE, 4, "before", "all", 15), (WIDE, 3, "closure", "all", 10)],  # 20 to 24, and 15 to 19
    }
    complete = ["where", "where_when"]
    findings = linked(rows, ("region", "all", "all", 42), complete=complete).findings
    found = [finding for finding in findings if finding.message.endswith(f": cell {HERE}, closure, all acts.")]
    assert [(finding.rule, finding.kind) for finding in found] == [("rule 2", Kind.MARGIN)]
    assert linked(rows, complete=["where"]).findings == ()


def test_totals_of_more_reports_than_a_release_holds_are_tried_all_the_same():
    rows = {"where": [(HERE, 4, "all", "all", 20)]}
    outcome = linked(rows, (HERE, "all", "all", 300), ("region", "2021", "C", 4), complete=["where"])
    assert outcome.notes == (BEYOND,)
    assert [finding.message.split("(linked): ")[1] for finding in outcome.findings] == ["region, 2021, act C."]


@pytest.mark.parametrize(
    ("totals", "said"),
    [
        ([(HERE, "all", "all", 300), (THERE, "all", "all", 12)], "line 3, column total: fewer reports"),
        ([("region", "all", "all", 300), ("region", "before", "all", 301)], "lines 2, 3 cannot all be true"),
    ],
)
def test_totals_that_cannot_be_of_these_reports_are_refused_by_line(totals, said):
    with pytest.raises(InputError, match=said) as raised:
        linked(PLACED, *totals)
    assert "301" not in str(raised.value)


def test_a_row_that_the_ledger_has_not_is_found():
    known = Known(pl.DataFrame([("where", HERE, "all", "all", "", 25, MOST, 0)], schema=SCHEMA, orient="row"))
    content = handmade({"where": [(HERE, 4, "all", "all", 20, 10), (THERE, 4, "all", "all", 20, 10)]})
    found = [finding for finding in attack(content, known=known).findings if finding.rule == "ledger"]
    assert len(found) == 2
    assert all(finding.kind is Kind.ALTERED for finding in found)


@cache
def ours():
    """Return a release of invented people, what its ledger tells, and the reports that are in it."""
    table = sample_people(people=100, rng=5, sources=1).write_csv().encode()
    request = Request(title="Invented", as_of=Month(2026, 11), single_source=True, synthetic=True)
    made = protect(read_incidents(table, name="sample.csv"), SECRET, request)
    return made.release, known_of_ledger(made.ledger.pack(SECRET)), made.rows.filter("past")


def true(reports, cell):
    [number] = from_text([cell]).tolist()
    return reports.filter(pl.any_horizontal(pl.col("c5", "c4", "c3", "c2") == number)).height


def test_of_true_totals_of_all_published_cells_those_are_found_that_leave_few_for_certain():
    content, known, reports = ours()
    groups = known.groups.filter(pl.col("plate") == "where", pl.col("cell").str.starts_with("8"))
    cells = groups.filter(pl.col("cell").str.contains("^8[345]"))["cell"].unique(maintain_order=True).to_list()
    totals = [Total(line, cell, "all", "all", true(reports, cell)) for line, cell in enumerate(cells, start=2)]
    found = {}
    for total in totals:
        findings = attack(content, [total], known).findings
        for finding in findings:
            assert finding.kind is Kind.TOTAL
        found[total.area] = any("plate where within" in finding.message for finding in findings)
    expected = {}
    for total in totals:
        own = [
            (row["reports"] + row["largest"], row["reports"] + row["largest"] + 4)
            for row in groups.iter_rows(named=True)
            if true_within(row["cell"], total.area)
        ]
        low, high = total.total - sum(most for _, most in own), total.total - sum(least for least, _ in own)
        expected[total.area] = low >= 1 and high <= 10
    assert found == expected


def true_within(cell, area):
    size = int(area[1])
    return int(cell[1]) >= size and to_text(climb(from_text([cell]), size)) == [area]


def test_true_totals_of_many_reports_pin_nothing():
    content, known, reports = ours()
    inside = reports.filter(pl.col("area").is_in(["cell", "region"])).height
    assert attack(content, [Total(2, "region", "all", "all", inside)], known).findings == ()


def test_a_total_made_to_leave_three_beside_a_published_group_is_found():
    content, known, reports = ours()
    row = known.groups.filter(pl.col("plate") == "where", pl.col("cell").str.starts_with("84")).row(0, named=True)
    shown = row["reports"] + row["largest"] + 4
    inner = known.groups.filter(pl.col("plate") == "where", pl.col("cell").str.starts_with("85"))
    shown += sum(
        one["reports"] + one["largest"] + 4
        for one in inner.iter_rows(named=True)
        if true_within(one["cell"], row["cell"])
    )
    findings = attack(content, [Total(2, row["cell"], "all", "all", shown + 3)], known).findings
    assert any("plate where within" in finding.message for finding in findings)
    assert true(reports, row["cell"]) >= row["reports"]
