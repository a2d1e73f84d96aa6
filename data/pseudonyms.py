"""Pseudonyms as they are compared: what looks the same to a reader is the same person, however it was typed.

The same name of a case or a source comes from keyboards, spreadsheets and messengers in different bytes. Read as they
are, one person would be several, and the withdrawal of one would leave the others in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable

_SPACE: Final = r"[\s\u2800]+"
_UNSEEN: Final = r"[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]"
"""Format and control characters, and whatever else Unicode says may be left out when it is drawn: zero-width spaces and
joiners, soft hyphens, byte order and bidi marks, variation selectors, combining grapheme joiners, Hangul fillers.
"""
_DASH: Final = r"[\u2010-\u2015\u2212]"
_WHOLE_NUMBER: Final = r"^0*([0-9]+)(?:\.0+)?$"


def as_keys(names: pl.Series) -> pl.Series:
    r"""Return pseudonyms in the one form in which they are compared; null where nothing is left.

    Parameters
    ----------
    names
        Text, as it was read.

    Notes
    -----
    Compatibility forms are one (NFKC, Unicode Standard Annex 15), so that a syllable of Hangul is the same whole or in
    its letters, and a digit the same in half and full width; space around is taken away, space inside is one blank;
    characters that are not seen are taken away; all dashes are one. A whole number is its digits: `7`, `007` and `7.0`
    are the same, because a spreadsheet keeps no leading zero and some programs add a point. Capital letters stay apart:
    short random keys differ by them alone.

    Examples
    --------
    >>> as_keys(pl.Series(["\uff21\u2011\u200b7 ", "007", "7.0", "\u3164"])).to_list()
    ['A-7', '7', '7', None]
    """
    each = names.drop_nulls().unique()
    if len(each) == len(names):
        return _as_key(names)
    return names.replace_strict(each, _as_key(each), default=None, return_dtype=pl.String)


def _as_key(names: pl.Series) -> pl.Series:
    seen = (
        names.str.replace_all(_SPACE, " ")
        .str.normalize("NFKC")
        .str.replace_all(_UNSEEN, "")
        .str.normalize("NFKC")  # what an unseen character kept apart may be one now
        .str.replace_all(_DASH, "-")
        .str.replace_all(_SPACE, " ")
        .str.strip_chars()
        .str.replace(_WHOLE_NUMBER, "$1")
    )
    return seen.set(seen == "", None)


def read_keys(names: Iterable[str]) -> list[str]:
    """Return pseudonyms as `as_keys` does, in their order; one of which nothing is left is empty."""
    return as_keys(pl.Series("key", list(names), dtype=pl.String)).fill_null("").to_list()
