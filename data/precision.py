"""How finely a row's place is known, and so the finest cell that may stand for it (rule 9 of protection).

Sources of the two scales of numbers: UCDP GED Codebook, `where_prec`; ACLED Codebook, `geo_precision`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import polars as pl

from data.schema import by_meaning

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.faults import FaultBook

REGION: Final = 0
"""Known no finer than a province: no cell may stand for it."""

DEFAULT: Final = "county"

FINEST: Final[Mapping[str, int]] = {
    "exact": 5,
    "town": 5,
    "county": 4,
    "prefecture": 2,
    "province": REGION,
    "region": REGION,
    "ucdp 1": 5,
    "ucdp 2": 4,
    "ucdp 3": 4,
    "ucdp 4": REGION,
    "ucdp 5": REGION,
    "ucdp 6": REGION,
    "ucdp 7": REGION,
    "acled 1": 5,
    "acled 2": 4,
    "acled 3": REGION,
}
"""Finest resolution by what may stand in the column `precision`."""

_BARE: Final = r"^\d+(\.0)?$"
_SCALE: Final = re.compile(r"^(ucdp|acled)[\s_:-]*(\d)$").pattern


def finest(rows: pl.DataFrame, book: FaultBook) -> tuple[pl.Series, pl.Series]:
    """Return the finest resolution of each row by its precision (0: the region), and which rows state none.

    A row that states none has the default, `county`. A bare number is a fault: UCDP and ACLED use the same numbers for
    different things.
    """
    given = rows["precision"]
    distinct = given.drop_nulls().unique().sort()
    plain = distinct.str.to_lowercase().str.replace(_SCALE, "$1 $2")
    words = by_meaning(plain, "precision").fill_null(plain)
    known = {one: FINEST[word] for one, word in zip(distinct.to_list(), words.to_list(), strict=True) if word in FINEST}
    bare = given.is_in(distinct.filter(words.str.contains(_BARE)).to_list())
    unknown = given.is_not_null() & ~given.is_in(list(known))
    book.note(
        bare, "precision", "a bare number may be of UCDP or of ACLED", "write it with its scale, as ucdp 3 or acled 2"
    )
    book.note(
        unknown & ~bare,
        "precision",
        "not a known precision",
        "write exact, town, county, prefecture, province, region, ucdp 1 to 7 or acled 1 to 3",
    )
    stated = given.replace_strict(known, default=REGION, return_dtype=pl.UInt8).set(given.is_null(), FINEST[DEFAULT])
    return stated, given.is_null()
