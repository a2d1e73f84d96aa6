"""What the steward knows besides a release: of each of its groups how many reports the largest case has."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Final

import polars as pl

from errors import UNPACKING, UsageError
from geo import to_text
from protect.ledger import COLUMNS, HEAD
from protect.publish import AREA_WORDS
from release import LADDERS

if TYPE_CHECKING:
    from collections.abc import Mapping

_GROUPS: Final = "groups.csv"


@dataclass(frozen=True, slots=True, repr=False)
class Known:
    """What a steward knows besides a release, and an outsider may have learnt. Private.

    `groups`: a row for each group of a ladder and edition: plate, cell, period, act and more (as published), reports
    (the figure), largest (reports of the largest case) and lost (reports that withdrew since). `complete`: plates that
    hold every report; none, once people withdrew: some plates may count them still, and others no longer.
    `release_id`: of the release that it was written with; empty where that is not written yet.
    """

    groups: pl.DataFrame
    complete: frozenset[str] = frozenset()
    release_id: str = ""

    def __repr__(self) -> str:
        """Say how many groups there are, and nothing else."""
        return f"Known({self.groups.height} groups)"


def known_of_ledger(content: bytes) -> Known:
    """Return what a ledger tells of its newest release; of its marks nothing is read, so this needs no secret.

    Raises
    ------
    UsageError
        If it is no ledger, or is damaged.
    """
    members = _members(content)
    try:
        head = json.loads(members[HEAD])
        genuine = head["files"][_GROUPS] == sha256(members[_GROUPS]).hexdigest()
        newest, withheld, gone = head["releases"][-1]["release_id"], head["withheld"][-1], head["tombstones"]
        groups = pl.read_csv(io.BytesIO(members[_GROUPS]), schema=COLUMNS["groups"])
    except (KeyError, IndexError, TypeError, ValueError, pl.exceptions.PolarsError):
        raise _damaged() from None
    if not genuine:
        raise _damaged()
    standing = groups.filter(~pl.col("dissolved"), pl.col("plate").is_in(list(LADDERS)))
    held = frozenset(name for name in LADDERS if withheld.get(name, 1) == 0)
    return Known(_public(standing), frozenset() if gone else held, newest)


def _public(groups: pl.DataFrame) -> pl.DataFrame:
    """Write the keys of groups as they are published; of no group there are no rows, but the same columns."""
    areas = groups["area"].unique().sort()
    words = [
        AREA_WORDS[area] if area in AREA_WORDS else to_text(areas[at : at + 1].to_numpy())[0]
        for at, area in enumerate(areas.to_list())
    ]
    named = pl.DataFrame({"area": areas, "cell": pl.Series(words, dtype=pl.String)})
    return groups.join(named, on="area", how="left", maintain_order="left").select(
        "plate",
        "cell",
        "period",
        "act",
        pl.col("more").fill_null(""),
        pl.col("figure_reports").alias("reports"),
        "largest",
        pl.col("lost_reports").alias("lost"),
    )


def _members(content: bytes) -> Mapping[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except UNPACKING:
        raise _damaged() from None


def _damaged() -> UsageError:
    return UsageError("The ledger beside the release is damaged, or no ledger: use the copy written with the release.")
