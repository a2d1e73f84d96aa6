"""What the steward is told: true to the counts, in plain words, and not by accident."""

import json
import re
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from data import read_incidents, sample_people
from geo import climb, land_cells
from protect import LossReport, Month, Request, loss_of, protect, summarise, tell_loss
from protect.ladder import AREAS, POOL_RUNG
from protect.loss import AuditLoss, CoverageLoss, MapLoss, PlateLoss, TableLoss
from protect.spread import map_cells, spread, widen
from release import LADDERS, TABLES, read_release
from release.archive import unpack
from tests.protect.people import SECRET


@pytest.fixture(scope="module")
def protected():
    """Return the release of 280 invented people who told one organisation."""
    table = sample_people(people=280, rng=1)
    incidents = read_incidents(table.write_csv().encode(), name="sample.csv")
    request = Request(title="A test", as_of=Month(2026, 11), single_source=True, synthetic=True)
    return protect(incidents, SECRET, request)


@pytest.fixture(scope="module")
def report(protected) -> LossReport:
    return loss_of(protected)


def test_280_people_of_one_organisation_have_a_map_person_counts_and_acts_by_era(protected):
    told = list(summarise(protected))
    assert [line.partition(":")[0] for line in told[:6]] == [
        "1,602 reports of 280 people",
        "One organisation",
        "There is a map",
        "Where and when together",
        "There are acts by era",
        "There are person counts",
    ]
    shown = int(told[2].split(":")[1].split("%")[0])
    assert 35 <= shown <= 65  # about half of `where` at r3 or finer
    assert "border closure no place at all" in told[3] or "border closure nothing finer than r" in told[3]
    assert int(told[4].split(":")[1].split("%")[0]) >= 50
    assert "1 of 1 row for all people" in told[5]


def test_each_report_is_told_waits_or_is_withheld_in_every_plate(protected, report):
    assert report.reports == protected.rows.height
    assert set(report.plates) == set(LADDERS)
    assert set(report.tables) == set(TABLES)
    for plate in report.plates.values():
        assert plate.reports == report.reports - report.embargoed
        assert 0 < plate.summed <= plate.reports - plate.withheld


def test_sums_are_those_of_the_release(protected, report):
    plates = read_release(protected.release).plates
    for name, plate in report.plates.items():
        assert plate.summed == plates[name].rows["reports"].sum()
        assert plate.groups == plates[name].rows.height
    for name, table in report.tables.items():
        assert sum(table.shown.values()) == plates[name].rows.height


def test_the_finest_place_in_an_era_is_that_of_the_release(protected, report):
    rows = read_release(protected.release).plates["where_when"].rows
    for era, rung in report.finest_in.items():
        years = {"before": range(1900, 2020), "closure": range(2020, 2023), "reopening": range(2023, 2100)}.get(era, [])
        own = rows.filter(pl.col("period").is_in([era, *(str(year) for year in years)]))["resolution"].max()
        assert own == (int(rung[1]) if rung else None)


def test_the_audit_is_told_as_it_was(protected, report):
    assert report.audit.attacks == len(protected.audited.attacks)
    assert sum(report.audit.sent_up.values()) == protected.audited.sent_up.height
    assert report.audit.margins > 1000


def test_it_is_written_as_json_and_shown_only_when_asked(report):
    written = json.loads(json.dumps(report.to_json()))
    assert written["plates"]["where"]["rungs"] == report.plates["where"].rungs
    assert written["audit"]["margins"] == report.audit.margins
    assert repr(report) == "LossReport(...)"
    assert str(report.reports) not in repr(report.plates) + repr(report.audit) + repr(report)


def test_no_exact_count_of_all_reports_is_in_the_release(protected, report):
    exact = re.compile(rf"\b({report.reports}|{report.reports - report.embargoed})\b")
    assert exact.search(next(summarise(protected)).replace(",", ""))
    for name, content in unpack(protected.release).items():
        assert not exact.search(content.decode()), name


def test_a_true_map_is_not_moved():
    cells = map_cells()
    counts = pl.DataFrame({"area": cells, "count": np.arange(len(cells))}).with_columns(pl.col("area").cast(pl.UInt64))
    assert spread(counts).tolist() == list(range(len(cells)))


def test_a_wider_count_lies_evenly_on_its_land_and_what_is_nowhere_on_none():
    wide = climb(land_cells()[1200:1201], 3)
    areas = [int(wide[0]), AREAS["elsewhere"], AREAS["not_stated"], 0]
    found = spread(pl.DataFrame({"area": areas, "count": [70, 5, 5, 5]}, schema={"area": pl.UInt64, "count": pl.Int64}))
    assert found.sum() == pytest.approx(70)
    assert set(climb(map_cells()[found > 0], 3).tolist()) == set(wide.tolist())
    assert widen(found).max() == pytest.approx(70)
    everywhere = pl.DataFrame({"area": [AREAS["region"]], "count": [100.0]}, schema_overrides={"area": pl.UInt64})
    assert (spread(everywhere) > 0).all()


def made(**changes) -> LossReport:
    """Return a report by hand."""
    plate = PlateLoss({}, 0, 0, 0, 0)
    when = PlateLoss({"region year act": 30, "region era group": 50, "region": 10}, 5, 5, 80, 9)
    plain = LossReport(
        k=11, single_source=False, reports=120, people=40, embargoed=12, pending=8,
        plates={
            **dict.fromkeys(LADDERS, plate),
            "where": PlateLoss({"r4": 50, "r3": 24, "region": 20}, 4, 2, 85, 7),
            "when_what": when,
        },
        tables={"people": TableLoss({"region": 1, "region era": 2}, {"region": 1, "region era": 4}),
                "ongoing": TableLoss({}, {}, given_up=True)},
        finest_in={"before": "r4 year", "closure": "r3 era", "reopening": None, "undated": None},
        map=MapLoss(12345.6, 0.25, 31.4, 0.5, None),
        audit=AuditLoss(2, 300, 4000, 7, {"where": 3, "lag": 1}, ()),
        coverage=CoverageLoss(50, 3, 4, 2),
    )  # fmt: skip
    return replace(plain, **changes)


def said(**changes) -> str:
    return "\n".join(tell_loss(made(**changes)))


def test_what_waits_and_what_is_shown_is_said_in_plain_words():
    text = said()
    for words in (
        "120 reports of 40 people: 12 wait for their embargo, 8 for the next edition; 100 may be shown.",
        "There is a map: 74 % of the reports can be shown in an area of r3 or finer",
        "half of those in the region in one of at most 12,346 km2",
        "before the closure nothing finer than r4 year, border closure nothing finer than r3 era",
        "There are acts by era: 80 % of the reports by era or year, 30 % by single year",
        "There are person counts: 1 of 1 row for all people, 2 of 4 rows by era.",
        "ongoing: left out, it could not be made safe.",
        "a report stands 31 km from where it was",
        "have in common: 50 % at r4.",
        "attacked 300 sums 2 times, over 4,000 margins of fewer than k people: 7 were exposed at first; 4 figures",
        "went one rung up (where 3, lag 1); no plate was left out.",
        "Coverage: 2 rows of 50 interviews; 3 wait for their embargo, 4 are too few to show.",
    ):
        assert words in text
    assert "One organisation" not in text


def test_what_there_is_not_is_said_too():
    assert "There is no map: no place is told well enough by 11 people." in said(map=None)
    lost = {**made().plates, "where": PlateLoss({}, 0, 0, 0, 0, given_up=True),
            "when_what": PlateLoss({"region": 40}, 0, 0, 35, 1)}  # fmt: skip
    text = said(plates=lost, map=None, tables={"people": TableLoss({"region": 0}, {"region": 1}),
                                               "ongoing": TableLoss({}, {})})  # fmt: skip
    assert "There is no map: where reports are could not be told" in text
    assert "There are no acts over time" in text
    assert "There are no person counts" in text
    assert "left out: where" in said(audit=AuditLoss(1, 1, 1, 0, {}, ("where",)))
    assert "One organisation" in said(single_source=True)
    assert "Neither the map nor the true counts have hot cells" in said(map=MapLoss(None, 0.1, 1, None, None))
    assert "half of those" not in said(map=MapLoss(None, 0.1, 1, None, None))


def test_the_pool_is_no_rung(protected, report):
    where_what = protected.audited.plates.climbed["where_what"]
    pooled = where_what.members.filter(pl.col("rung") == POOL_RUNG).height
    assert report.plates["where_what"].pooled == pooled
