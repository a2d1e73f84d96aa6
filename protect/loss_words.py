"""The loss report in plain words, a line for each thing that a tired person must know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from protect.loss import measure_loss
from release import LADDERS, Area, Period
from terms import UNDATED, eras

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from protect.loss import AuditLoss, LossReport, MapLoss, PlateLoss, TableLoss
    from protect.pipeline import Protected
    from release import Rung

_FINE: Final = Area.R3
"""What counts as a map: places as fine as this, about as large as a prefecture."""
_LEAST: Final = 0.005
_NAMES: Final = {"group": "group of acts", "person_group": "group of persons"}


def summarise(protected: Protected) -> Iterator[str]:
    """Measure what a release cost, and say it line by line. Private: exact counts, never to be published."""
    yield from tell_loss(loss_of(protected))


def loss_of(protected: Protected) -> LossReport:
    """Measure what a release cost."""
    return measure_loss(
        protected.rows,
        protected.audited,
        protected.conditions,
        pending=protected.pending,
        coverage=protected.coverage,
        edition=protected.ledger.editions,
        fresh=protected.fresh,
    )


def tell_loss(report: LossReport) -> Iterator[str]:
    """Say line by line what can be shown and what cannot. Private: exact counts, never to be published."""
    yield _waiting(report)
    if report.single_source:
        yield "One organisation: no figure rests on three sources (rule 3), and the release says so."
    if report.edition > 1:
        yield (
            f"This is edition {report.edition}: what follows is of the reports that were new in it. What was published "
            "before stays as it was."
        )
    yield _where(report)
    yield _when(report)
    yield _acts(report.plates["when_what"])
    yield _people(report.tables["people"])
    for name, plate in report.plates.items():
        yield f"{name}: {_rungs(plate, 'wait for the next edition' if report.pending else 'withheld')}."
    yield f"ongoing: {_rows(report.tables['ongoing'])}."
    if report.map:
        yield from _distances(report.map)
    yield _audit(report.audit)
    if report.coverage:
        yield (
            f"Coverage: {report.coverage.rows} rows of {_many(report.coverage.interviews, 'interview')}; "
            f"{report.coverage.embargoed} wait for their embargo, {report.coverage.withheld} are too few to show."
        )


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _percent(share: float) -> str:
    return "under 1 %" if 0 < share < _LEAST else f"{100 * share:.0f} %"


def _waiting(report: LossReport) -> str:
    people = "1 person" if report.people == 1 else f"{report.people:,} people"
    free = report.reports - report.embargoed - report.pending
    pending = f", {report.pending:,} for the next edition" if report.pending else ""
    wait = f"{report.embargoed:,} wait for their embargo{pending}"
    return f"{_many(report.reports, 'report')} of {people}: {wait}; {free:,} may be shown."


def _share(name: str, plate: PlateLoss, fits: Callable[[Rung], bool]) -> float:
    told = sum(plate.rungs.get(str(rung), 0) for rung in LADDERS[name].rungs if fits(rung))
    return told / plate.reports if plate.reports else 0.0


def _where(report: LossReport) -> str:
    where = report.plates["where"]
    if where.given_up:
        return "There is no map: where reports are could not be told without giving people away."
    if report.map is None:
        return f"There is no map: no place is told well enough by {report.k} people."
    share = _share("where", where, lambda rung: rung.area >= _FINE)
    area = report.map.median_km2
    half = f", half of those in the region in one of at most {area:,.0f} km2" if area is not None else ""
    return f"There is a map: {_percent(share)} of the reports can be shown in an area of r3 or finer{half}."


def _when(report: LossReport) -> str:
    when = report.plates["where_when"]
    if when.given_up:
        return "Where and when cannot be shown together: it could not be told without giving people away."
    share = _share("where_when", when, lambda rung: rung.area >= _FINE)
    names = {**{era.id: era.name.lower() for era in eras()}, UNDATED: UNDATED}
    finest = [
        f"{names[era]} {'no place at all' if rung is None else f'nothing finer than {rung}'}"
        for era, rung in report.finest_in.items()
    ]
    return f"Where and when together: {_percent(share)} in an area of r3 or finer; {', '.join(finest)}."


def _acts(plate: PlateLoss) -> str:
    if plate.given_up:
        return "Acts over time cannot be shown: they could not be told without giving people away."
    year = _share("when_what", plate, lambda rung: rung.period is Period.YEAR)
    era = _share("when_what", plate, lambda rung: rung.period is Period.ERA)
    if not year + era:
        return "There are no acts over time: too few people are in any era."
    told = f"{_percent(era + year)} of the reports by era or year, {_percent(year)} by single year"
    return f"There are acts by era: {told}; the rest by neither."


def _people(table: TableLoss) -> str:
    if not sum(table.shown.values()):
        return "There are no person counts: no number of people can be told without giving some away."
    return f"There are person counts: {_rows(table)}."


def _by(rung: str) -> str:
    """Say what a rung of a table is divided by."""
    names = [_NAMES.get(word, word) for word in rung.split()[1:]]
    return f"by {' and '.join(names)}" if names else "for all people"


def _rows(table: TableLoss) -> str:
    if table.given_up:
        return "left out, it could not be made safe"
    told = [f"{table.shown[rung]} of {_many(many, 'row')} {_by(rung)}" for rung, many in table.rows.items()]
    return ", ".join(told) or "nobody"


def _rungs(plate: PlateLoss, left: str) -> str:
    if plate.given_up:
        return "left out, it could not be made safe"
    whole = max(plate.reports, 1)
    told = [f"{_percent(many / whole)} at {rung}" for rung, many in plate.rungs.items()]
    pooled = [f"{_percent(plate.pooled / whole)} with nothing told of them (pool)"] if plate.pooled else []
    withheld = [f"{plate.withheld:,} {left}"] if plate.withheld else []
    shown = plate.reports - plate.withheld
    sums = (
        f"{_many(plate.groups, 'figure')}, which add up to {_percent(plate.summed / max(shown, 1))} of what they hold"
    )
    return f"{', '.join([*told, *pooled, *withheld]) or 'nothing'}; {sums}"


def _distances(drawn: MapLoss) -> Iterator[str]:
    yield (
        f"The map against the true counts: on average a report stands {drawn.moved_km:,.0f} km from where it was; "
        f"Hellinger distance {drawn.hellinger:.2f} (0 the same, 1 nothing in common)."
    )
    hot = {"r4": drawn.hot_r4, "r3": drawn.hot_r3}
    kept = [f"{_percent(share)} at {size}" for size, share in hot.items() if share is not None]
    if kept:
        yield f"Hot cells (Gi*) that the map and the true counts have in common: {', '.join(kept)}."
    else:
        yield "Neither the map nor the true counts have hot cells (Gi*)."


def _audit(audit: AuditLoss) -> str:
    found = f"{audit.exposed:,} were exposed at first" if audit.exposed else "none was exposed"
    sent = sum(audit.sent_up.values())
    where = ", ".join(f"{name} {many}" for name, many in audit.sent_up.items())
    mended = f"; {_many(sent, 'figure')} went one rung up ({where})" if sent else ""
    given = f"; left out: {', '.join(audit.given_up)}" if audit.given_up else "; no plate was left out"
    times = "once" if audit.attacks == 1 else f"{audit.attacks} times"
    return (
        f"The auditor attacked {_many(audit.sums, 'sum')} {times}, over {_many(audit.margins, 'margin')} of fewer than "
        f"k people: {found}{mended}{given}. The release passed."
    )
