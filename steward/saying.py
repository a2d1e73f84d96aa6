"""What the page says of each step, in three languages, from the reports alone: no value of the data is in a report."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, assert_never

from data import Mapped, Recognised, Screened
from layers import level_name
from release import LADDERS, Area, Level
from steward.steps import Classified, Done, Ordered
from terms import LocationClass, say

if TYPE_CHECKING:
    from protect import LossReport, Placed
    from steward.steps import Step
    from terms import Language

_LEVELS: Final = {0: Level.REGION, 2: Level.R2, 3: Level.R3, 4: Level.R4, 5: Level.R5}


@dataclass(frozen=True, slots=True)
class Listing:
    """A small table: a key of its own, what it is, its headings, and its rows as text.

    `are_figures`: all columns but the first hold figures.
    """

    key: str
    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    are_figures: bool = False


def sentences(step: Step, language: Language) -> list[str]:
    """Return what is said of a step that was done."""
    match step:
        case Recognised():
            return _recognised(step, language)
        case Screened():
            many = len(step.report.refused)
            return [say("steward-screened" if many else "steward-screened-none", language, columns=many)]
        case Mapped():
            return _mapped(step, language)
        case Classified():
            return _classified(step, language)
        case Ordered():
            own = step.report
            said = [say("steward-ordered", language, title=own.title, as_of=own.as_of, k=own.k)]
            return [*said, *([say("steward-ordered-single", language)] if own.single_source else [])]
        case Done():
            return _done(step, language)
        case _:
            assert_never(step)


def listings(step: Step, language: Language) -> list[Listing]:
    """Return the tables of a step that was done; of what is empty there is none."""
    match step:
        case Recognised():
            return _columns("recognised", step.report.mapping, language)
        case Screened():
            refused = tuple((name, reason_of(reason, language)) for name, reason in step.report.refused)
            headings = (say("steward-header", language), say("steward-reason", language))
            return [Listing("refused", say("steward-step-2", language), headings, refused)] if refused else []
        case Mapped():
            return _columns("mapped", step.report.mapping, language)
        case Classified():
            return [_placing(step.report.placing, language)]
        case Ordered():
            return []
        case Done():
            return [_loss(step.report.loss, language)]
        case _:
            assert_never(step)


def reason_of(reason: str, language: Language) -> str:
    """Return why a column is refused, in the reader's language."""
    return say(f"steward-reason-{re.sub(r'[^a-z]+', '-', reason.lower())}", language)


def _columns(key: str, mapping: tuple[tuple[str, str], ...], language: Language) -> list[Listing]:
    headings = (say("steward-column", language), say("steward-header", language))
    return [Listing(key, say("steward-read-from", language), headings, mapping)] if mapping else []


def _placing(placing: tuple[Placed, ...], language: Language) -> Listing:
    """Return how many reports of each class may be placed in areas of each size at finest, widest first."""
    sizes = sorted({one.finest for one in placing})
    many = {(one.location, one.finest): f"{one.reports:,}" for one in placing}
    rows = tuple(
        (say(f"steward-class-{own.value}", language), *(many.get((own, size), "0") for size in sizes))
        for own in LocationClass
    )
    headings = (say("steward-class", language), *(level_name(_LEVELS[size], language) for size in sizes))
    return Listing("placing", say("steward-placing", language), headings, rows, are_figures=True)


def _recognised(step: Recognised, language: Language) -> list[str]:
    own = step.report
    layout = own.title or own.layout
    said = [say("steward-recognised", language, layout=layout, rows=own.rows, columns=len(own.headers))]
    if own.encoding not in {None, "utf-8"}:
        said.append(say("steward-encoding", language, encoding=own.encoding))
    if step.found.missing:
        said.append(say("steward-lacking", language, columns=", ".join(step.found.missing)))
    elif own.events:
        said.append(say("steward-events", language))
    return said


def _mapped(step: Mapped, language: Language) -> list[str]:
    own = step.report
    counted = {"columns": len(own.mapping), "rows": own.rows, "dropped": len(own.dropped)}
    said = [say("steward-mapped", language, **counted)]
    return [*said, *([say("steward-unlisted", language, rows=own.unlisted)] if own.unlisted else [])]


def _classified(step: Classified, language: Language) -> list[str]:
    own = step.report.intake
    aside = say(
        "steward-aside",
        language,
        undated=own.undated,
        unplaced=own.not_stated,
        elsewhere=own.elsewhere.count,
        refused=own.not_authorised,
        dropped=own.dropped_lines,
    )
    return [say("steward-classified", language, used=own.used, rows=own.rows, reports=own.reports), aside]


def _done(step: Done, language: Language) -> list[str]:
    own, loss = step.report, step.report.loss
    free = loss.reports - loss.embargoed - loss.pending
    counted = {name: getattr(loss, name) for name in ("reports", "people", "embargoed", "pending")}
    audit = {name: getattr(loss.audit, name) for name in ("sums", "margins", "exposed")}
    said = [
        say("steward-done", language, id=own.release_id),
        say("steward-loss-lead", language, free=free, **counted),
        say("steward-audit", language, **audit),
    ]
    return [*said, *([say("steward-tombstoned", language, reports=own.tombstoned)] if own.tombstoned else [])]


def _loss(loss: LossReport, language: Language) -> Listing:
    """Return what can be shown of each question: the share in fine areas, and that neither pooled nor withheld."""
    rows = []
    for name, plate in loss.plates.items():
        title = say(f"{'steward' if name in _NOT_ON_THE_MAP else 'choose'}-plate-{name}", language)
        if plate.given_up:
            rows.append((title, say("steward-loss-left-out", language), ""))
            continue
        fine = {str(rung) for rung in LADDERS[name].rungs if rung.area >= Area.R3}
        told = sum(many for rung, many in plate.rungs.items() if rung in fine)
        whole = max(plate.reports, 1)
        places = f"{told / whole:.0%}" if fine else ""
        rows.append((title, places, f"{sum(plate.rungs.values()) / whole:.0%}"))
    headings = ("steward-loss-plate", "steward-loss-fine", "steward-loss-shown")
    return Listing("loss", "", tuple(say(one, language) for one in headings), tuple(rows), are_figures=True)


_NOT_ON_THE_MAP: Final = frozenset({"who_what", "lag"})
