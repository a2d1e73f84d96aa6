"""What is published of protected plates: their rows, and the manifest that speaks for them."""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Final

import polars as pl

from geo import to_text
from protect.ladder import AREAS, POOL_RUNG
from protect.stats import BETWEEN
from release import (
    ELSEWHERE,
    EVENTS,
    MINIMA,
    NO_ENDORSEMENT,
    NOT_PREVALENCE,
    NOT_STATED,
    PLATES,
    POOL,
    REGION,
    STEP,
    SYNTHETIC_NOTE,
    Audit,
    Edition,
    Manifest,
    Plate,
    PublicPolicy,
    SourceMode,
    sort_rows,
)
from terms import VERSION, eras

if TYPE_CHECKING:
    from collections.abc import Mapping

    from protect.ledger import Ledger
    from protect.pipeline import Request
    from protect.stats import Conditions
    from release import Ladder

AREA_WORDS: Final = {0: POOL, AREAS["region"]: REGION, AREAS["elsewhere"]: ELSEWHERE, AREAS["not_stated"]: NOT_STATED}
_LICENCE: Final = "CC-BY-4.0"
_BEHIND: Final = (
    "These plates hold nothing of the edition of {month}, because with it they could not be made safe: {plates}. Their "
    "sums are not complete, and do not compare with those of the other plates."
)
OWN_CAVEATS: Final = [NOT_PREVALENCE, MINIMA, NO_ENDORSEMENT, SYNTHETIC_NOTE, _BEHIND]
"""What a manifest may say in our words; no other caveat is written."""


def to_plate(ladder: Ladder, groups: pl.DataFrame, told: pl.DataFrame) -> Plate:
    """Write the groups of a plate as its public rows.

    Parameters
    ----------
    ladder
        The plate's ladder, or the table's rungs.
    groups
        rung and the columns of `protect.stats.KEY`.
    told
        reports and people: what is said of each group.
    """
    areas = groups["area"].to_numpy()
    cells = [
        AREA_WORDS[area] if area in AREA_WORDS else to_text(areas[at : at + 1])[0]
        for at, area in enumerate(areas.tolist())
    ]
    of_rung = {number: rung.area.value if rung.area.is_place else None for number, rung in enumerate(ladder.rungs)}
    rows = pl.DataFrame(
        {
            "cell": pl.Series(cells, dtype=pl.String),
            "resolution": groups["rung"].replace_strict(of_rung | {POOL_RUNG: None}, return_dtype=pl.UInt8),
            "period": groups["period"],
            "act": groups["act"],
            **_axes(groups["more"], ladder),
        }
    ).hstack(told.select("reports", "people"))
    return Plate(ladder.name, sort_rows(rows.select(list(ladder.schema))))


def _axes(more: pl.Series, ladder: Ladder) -> dict[str, pl.Series]:
    """Take apart what a plate tells besides area, period and act; the pool tells nothing of it."""
    parts = more.str.split(BETWEEN)
    return {axis: parts.list.get(at, null_on_oob=True).fill_null(POOL) for at, axis in enumerate(ladder.axes)}


def draft(
    ledger: Ledger, plates: Mapping[str, Plate], given_up: tuple[str, ...], conditions: Conditions, request: Request
) -> Manifest:
    """Return the manifest of a release that passed the audit, but for what is known only when it is written.

    Parameters
    ----------
    ledger
        With all editions, the newest among them, and every release but this one.
    plates
        The public rows.
    given_up
        Plates that could not be made safe in the newest edition. One that earlier editions have published stays, and
        the manifest and its caveats say that it lacks the newest.
    conditions, request
        What the release was made with.
    """
    policy = request.policy
    # Of dissolved groups too: if it fell, it would tell that the person of the largest case was in one of them.
    largest = max(ledger.groups["largest"].to_list(), default=0)
    behind = [name for name in PLATES if name in given_up and name in plates]
    months = [*(made.as_of for made in ledger.head.releases), str(request.as_of)]
    lacking = [_BEHIND.format(plates=", ".join(behind), month=request.as_of)] if behind else []
    events = [EVENTS] if request.events else []
    caveats = [NOT_PREVALENCE, MINIMA, *events, *lacking, NO_ENDORSEMENT]
    software = version("red-zone-atlas")
    synthetic = " [synthetic data]" if request.synthetic else ""
    return Manifest(
        format=1,
        title=request.title,
        release_id="0" * 64,
        series=ledger.head.series,
        history=ledger.history,
        software=software,
        synthetic=request.synthetic,
        editions=[Edition(as_of=month) for month in months],
        persons=conditions.persons,
        sources=SourceMode.SINGLE if conditions.single_source else SourceMode.SEVERAL,
        audit=Audit.PASSED,
        left_out=[name for name in PLATES if name in given_up and name not in plates],
        behind=behind,
        taxonomy=VERSION,
        policy=PublicPolicy(
            k=policy.k,
            step=STEP,
            embargo_months=policy.embargo.model_dump(),
            thin_below_arrivals=policy.thin_below,
            eras={era.id: f"{era.first or ''}-{era.last or ''}" for era in eras()},
            ladders={name: ladder.text for name, ladder in PLATES.items()},
            largest_case=-(-largest // 10) * 10,
            hold_back=policy.hold_back > 0,
        ),
        caveats=[SYNTHETIC_NOTE, *caveats] if request.synthetic else caveats,
        licence=_LICENCE,
        cite_as=f"{request.title}{synthetic}. Release of {request.as_of}, made with Red Zone Atlas {software}.",
        files={},
    )
