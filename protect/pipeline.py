"""From incidents to a release: tally, climb every ladder, write what may be shown.

This is the one door out of the private side.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from importlib.metadata import version
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import ProtectionError, UsageError
from geo import to_text
from protect.entry import add_limits
from protect.ladder import AREAS, POOL_RUNG, Climbed, climb_ladder
from protect.policy import Policy
from protect.rules import figures
from protect.stats import Conditions
from protect.tally import tally
from release import (
    ELSEWHERE,
    LADDERS,
    LONGEST_TITLE,
    MINIMA,
    NO_ENDORSEMENT,
    NOT_PREVALENCE,
    NOT_STATED,
    POOL,
    REGION,
    STEP,
    SYNTHETIC_NOTE,
    Audit,
    Edition,
    Manifest,
    Persons,
    Plate,
    PublicPolicy,
    Signer,
    SourceMode,
    sort_rows,
    write_release,
)
from terms import VERSION, eras

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data import Incidents
    from protect.entry import Month
    from protect.secret import Secret

SEVERAL: Final = 3
"""Sources that a file needs for rule 3 to be met at all."""
_WORDS: Final = {0: POOL, AREAS["region"]: REGION, AREAS["elsewhere"]: ELSEWHERE, AREAS["not_stated"]: NOT_STATED}
_LICENCE: Final = "CC-BY-4.0"


@dataclass(frozen=True, slots=True)
class Request:
    """What a steward decides about a release, besides the incidents and the secret."""

    title: str
    as_of: Month
    persons: Persons | None = None
    single_source: bool = False
    synthetic: bool = False
    policy: Policy = field(default_factory=Policy)
    signer: Signer | None = None


@dataclass(frozen=True, slots=True, repr=False)
class Protected:
    """A release as bytes, fit for anyone, and beside it what became of the reports, which is the steward's alone."""

    release: bytes
    climbed: Mapping[str, Climbed]
    reports: int
    embargoed: int

    def __repr__(self) -> str:
        """Say how large the release is, and nothing else."""
        return f"Protected({len(self.release)} bytes)"


def protect(incidents: Incidents, secret: Secret, request: Request) -> Protected:
    """Turn incidents into a release.

    Notes
    -----
    Nothing here attacks the result: the release says that it is not audited.

    Raises
    ------
    UsageError
        If what the steward says of persons and sources does not fit the file, or the title cannot be printed; the
        option is named.
    ProtectionError
        If no figure at all can be shown under the policy.
    """
    _check_title(request.title)
    conditions = _conditions(incidents, secret, request)
    tallies = {
        merged: tally(incidents, conditions.persons, merge_girls=merged)
        for merged in sorted({ladder.has_places for ladder in LADDERS.values()})
    }
    limited = {merged: add_limits(part, request.policy, request.as_of) for merged, part in tallies.items()}
    climbed = {
        name: climb_ladder(ladder, limited[ladder.has_places], tallies[ladder.has_places].sources, conditions)
        for name, ladder in LADDERS.items()
    }
    plates = {name: plate for name, one in climbed.items() if (plate := to_plate(one)).rows.height}
    if not plates:
        several = "" if conditions.single_source else f" from {request.policy.sources} sources"
        rules = "rules 2 and 10" if conditions.single_source else "rules 2, 3 and 10"
        raise ProtectionError(
            f"No figure reaches {request.policy.k} people{several} past the embargo ({rules}), so there is nothing to "
            "show."
        )
    whole = limited[True]
    return Protected(
        release=write_release(_draft(climbed, conditions, request), plates, request.signer),
        climbed=climbed,
        reports=whole.height,
        embargoed=whole.filter(~pl.col("past")).height,
    )


def _check_title(title: str) -> None:
    if not title.strip() or len(title) > LONGEST_TITLE or not title.isprintable():
        raise UsageError(f"--title must be one line of 1 to {LONGEST_TITLE} printable characters.")


def _conditions(incidents: Incidents, secret: Secret, request: Request) -> Conditions:
    """Settle how sources and persons are read (rules 3 and 12), or say which option must be given."""
    named = incidents.rows["source"].drop_nulls().n_unique()
    if request.single_source and named >= SEVERAL:
        raise UsageError(f"--single-source was given, but the file names {named} sources: leave the option out.")
    if not request.single_source and named < SEVERAL:
        raise UsageError(
            f"The file names {named} sources, and a figure needs {SEVERAL} (rule 3). If it is the work of one "
            "organisation, say --single-source; the release will say so."
        )
    if request.persons is None and named > 1:
        raise UsageError(
            "The file has several sources: say --persons linked (one key over all sources), disjoint (no person is in "
            "two sources) or unlinked (the same person may stand in two sources under two keys)."
        )
    return Conditions(
        policy=request.policy,
        secret=secret,
        persons=request.persons or Persons.LINKED,
        single_source=request.single_source,
        as_of=request.as_of,
    )


def to_plate(climbed: Climbed) -> Plate:
    """Write the groups of a plate as its public rows."""
    groups = climbed.groups
    areas = groups["area"].to_numpy()
    cells = [
        _WORDS[area] if area in _WORDS else to_text(areas[at : at + 1])[0] for at, area in enumerate(areas.tolist())
    ]
    of_rung = {
        number: rung.area.value if rung.area.is_place else None for number, rung in enumerate(climbed.ladder.rungs)
    } | {POOL_RUNG: None}
    rows = pl.DataFrame(
        {
            "cell": pl.Series(cells, dtype=pl.String),
            "resolution": groups["rung"].replace_strict(of_rung, return_dtype=pl.UInt8),
            "period": groups["period"],
            "act": groups["act"],
        }
    ).hstack(figures(groups))
    return Plate(climbed.ladder.name, sort_rows(rows))


def _draft(climbed: Mapping[str, Climbed], conditions: Conditions, request: Request) -> Manifest:
    policy = request.policy
    largest = max((one.groups["largest"].to_list() for one in climbed.values()), key=lambda all_: max(all_, default=0))
    caveats = [NOT_PREVALENCE, MINIMA, NO_ENDORSEMENT]
    software = version("red-zone-atlas")
    synthetic = " [synthetic data]" if request.synthetic else ""
    return Manifest(
        format=1,
        title=request.title,
        release_id="0" * 64,
        series=conditions.secret.digest("series", request.title, str(request.as_of)).hex(),
        history=[],
        software=software,
        synthetic=request.synthetic,
        editions=[Edition(as_of=str(request.as_of))],
        persons=conditions.persons,
        sources=SourceMode.SINGLE if conditions.single_source else SourceMode.SEVERAL,
        audit=Audit.NOT_AUDITED,
        left_out=[],
        taxonomy=VERSION,
        policy=PublicPolicy(
            k=policy.k,
            step=STEP,
            embargo_months=policy.embargo.model_dump(),
            thin_below_arrivals=policy.thin_below,
            eras={era.id: f"{era.first or ''}-{era.last or ''}" for era in eras()},
            ladders={name: ladder.text for name, ladder in LADDERS.items()},
            largest_case=-(-max(largest, default=0) // 10) * 10,
            hold_back=policy.hold_back > 0,
        ),
        caveats=[SYNTHETIC_NOTE, *caveats] if request.synthetic else caveats,
        licence=_LICENCE,
        cite_as=f"{request.title}{synthetic}. Release of {request.as_of}, made with Red Zone Atlas {software}.",
        files={},
    )
