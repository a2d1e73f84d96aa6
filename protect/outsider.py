"""The outsider's audit of a release: who has nothing but the file, and perhaps totals of someone else, tries to win."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import polars as pl
from pydantic import ValidationError

from errors import UsageError
from protect.beside import universe_faults, whole_faults
from protect.entry import Month
from protect.hunt import Hunt
from protect.keys import LADDER, figure_faults, key_faults
from protect.opened import open_release
from protect.outlook import NAMED, named
from protect.policy import Policy
from protect.solver import ContradictionError
from protect.universe import known_universes
from release import ALL_ACTS, LADDERS, POOL, STEP
from terms import ALL_TIME, VERSION, eras

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from protect.against import Total
    from protect.known import Known
    from release import Manifest


class Kind(StrEnum):
    """What a finding is of."""

    ALTERED = "altered"  # the file is not the one that was released
    ROW = "row"  # a row breaks a rule by itself, or beside another
    CONTRADICTION = "contradiction"  # no reports can give all the figures
    MARGIN = "margin"  # what is published pins a number that is not
    TOTAL = "total"  # a total of someone else does


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is disclosed or wrong: the rule, and a sentence in which only public keys are named."""

    rule: str
    kind: Kind
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an outsider found, and how much was tried: margins, rows and totals."""

    findings: tuple[Finding, ...]
    margins: int
    rows: int
    totals: int
    notes: tuple[str, ...] = ()


def attack(content: bytes, totals: Sequence[Total] = (), known: Known | None = None) -> Outcome:
    """Attack a release as an outsider would.

    Parameters
    ----------
    content
        The bytes of a release; one that was altered is attacked as far as it can be read.
    totals
        Published by someone else of the same reports: further equations.
    known
        What the ledger adds, if the steward has it: whoever holds it has the narrowest intervals.

    Raises
    ------
    UsageError
        If it is no release, or was made with other acts or eras than this version has.
    InputError
        If the totals cannot be of the same reports; the line is named.

    Notes
    -----
    He knows the plausible cells, the rows, and the largest case of all groups. Unknown is how many reports each area,
    era and group of acts has; a margin is pinned if these must be at least one and fewer than k (linked tables:
    *Handbook on Statistical Disclosure Control*, 2nd ed., ch. 4.2; de Wolf & Giessing 2009).
    """
    opened = open_release(content)
    altered = [Finding("integrity", Kind.ALTERED, opened.fault)] if opened.fault else []
    if opened.manifest is None or not opened.plates:
        return Outcome(tuple(altered), 0, 0, 0)
    manifest, rows = opened.manifest, named(opened.plates.values())
    _check_words(manifest)
    policy, found = _policy(manifest)
    as_of = Month(*(int(part) for part in manifest.as_of.split("-")))
    universes = tuple(dict.fromkeys([*known_universes(), *opened.universes]))
    odd = list(key_faults(rows, policy, as_of))
    fit = (
        rows.with_row_index("row")
        .filter(~pl.col("row").is_in([fault.row for fault in odd if fault.rule == LADDER]))
        .drop("row")
    )
    faults = [
        *figure_faults(rows, policy.k),
        *odd,
        *universe_faults(fit, universes, policy, as_of),
        *(whole_faults(fit, as_of) if len(manifest.editions) == 1 else ()),
    ]
    told = [
        Finding(fault.rule, Kind.ROW, f"{_name(rows.row(fault.row, named=True))} {fault.problem}.") for fault in faults
    ]
    hunt = Hunt(fit, manifest, policy.k, totals, known)
    hunted = list(_hunted(hunt, totals=bool(totals)))
    findings = (*altered, *found, *told, *_unlike(rows, manifest, known), *hunted)
    return Outcome(findings, hunt.margins, rows.height, len(totals), tuple(hunt.notes))


def _hunted(hunt: Hunt, *, totals: bool) -> Iterator[Finding]:
    """Yield what is pinned; totals are not tried against a release that contradicts itself."""
    try:
        alone = hunt.alone()
    except ContradictionError:
        names = hunt.blamed()
        blame = f"Plate {' or '.join(names)} contradicts the others" if names else "The plates contradict one another"
        yield Finding("audit 2", Kind.CONTRADICTION, f"{blame}: no reports can give all these figures.")
        return
    for name in alone:
        yield Finding("rule 2", Kind.MARGIN, f"What is published pins a number below k (outsider): {name}.")
    for name in hunt.linked() if totals else ():
        if name not in alone:
            yield Finding("rule 2", Kind.TOTAL, f"A published total pins a number below k (linked): {name}.")


def _check_words(manifest: Manifest) -> None:
    own = {era.id: f"{era.first or ''}-{era.last or ''}" for era in eras()}
    if manifest.taxonomy != VERSION or manifest.policy.eras != own:
        raise UsageError(
            "The release was made with other acts or eras than this version has: audit it with its own one."
        )


def _policy(manifest: Manifest) -> tuple[Policy, list[Finding]]:
    """Return the thresholds that a manifest states, or the defaults and a finding if no policy may have them."""
    stated = manifest.policy
    try:
        policy = Policy.model_validate(
            {"k": stated.k, "embargo": stated.embargo_months, "thin_below": stated.thin_below_arrivals}
        )
    except ValidationError as error:
        names = ", ".join(str(fault["loc"][0]) for fault in error.errors())
        message = f"The manifest states thresholds that no policy may have: {names}."
        return Policy(), [Finding("floors", Kind.ALTERED, message)]
    if stated.step != STEP:
        return policy, [
            Finding("rule 8", Kind.ALTERED, f"The manifest states figures that are no multiples of {STEP}.")
        ]
    return policy, []


def _unlike(rows: pl.DataFrame, manifest: Manifest, known: Known | None) -> Iterator[Finding]:
    """Yield the rows of which the ledger says something else, and those that only the ledger has."""
    if known is None:
        return
    if known.release_id not in {"", manifest.release_id}:
        yield Finding("ledger", Kind.ALTERED, "The release is not the one that the ledger beside it was written with.")
    figure = pl.col("reports").sum() if manifest.persons.parts_add else pl.col("reports").max()
    own = known.groups.group_by(NAMED, maintain_order=True).agg(figure)
    public = rows.filter(pl.col("plate").is_in(list(LADDERS)))
    for row in public.join(own, on=[*NAMED, "reports"], how="anti").iter_rows(named=True):
        yield Finding("ledger", Kind.ALTERED, f"{_name(row)} is not what the ledger has.")
    for row in own.join(public, on=NAMED, how="anti").iter_rows(named=True):
        yield Finding("ledger", Kind.ALTERED, f"{_name(row)} is in the ledger and not in the release.")


def _name(row: dict[str, object]) -> str:
    """Name a row by its public key."""
    if row["cell"] == POOL:
        return f"Plate {row['plate']}, the row without an area"
    told = [row["cell"], "all years" if row["period"] == ALL_TIME else row["period"]]
    told.append("all acts" if row["act"] == ALL_ACTS else f"act {row['act']}")
    return f"Plate {row['plate']}, row {', '.join(str(word) for word in [*told, row['more']] if word)}"
