"""Why a column must not come in, judged by what stands in it: no header has to say so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.screen import LONGEST_KEY, REACHING, is_like_a_name, plain_digits, sound

if TYPE_CHECKING:
    from collections.abc import Callable

    import polars as pl

SEEN: Final = 1000
"""Values of a column that are looked at; it is dropped in any case, this only says why."""

_SOME: Final = 0.05
_MANY: Final = 0.3
_ADDRESS: Final = (
    r"(?i:\d+\s+([a-z]+\s+){0,3}(street|st|road|rd|avenue|ave|lane)\b)|로\s*\d+|길\s*\d+|번지|아파트"
    r"|路\s*\d+|街\s*\d+|\d+\s*[号號]|小区|单元|[村屯组]\s*\d+"
)
_FILE: Final = r"(?i)\.(jpe?g|png|gif|heic|mp3|mp4|m4a|wav|amr|mov|avi|pdf|docx?)$"


def content_reason(column: pl.Series) -> str | None:
    """Return why a column is refused by what stands in it; None if nothing speaks against it."""
    values = column.drop_nulls().head(SEEN).unique().sort()
    if values.is_empty():
        return None
    plain = plain_digits(values)
    whole = sound(plain)
    for reason, sign in REACHING.items():
        if (plain.str.contains(sign) & whole).any():
            return reason
    return next((reason for reason, holds in _SIGNS.items() if holds(values)), None)


def _share(values: pl.Series, sign: str) -> float:
    share = values.str.contains(sign).mean()
    return float(share) if isinstance(share, float) else 0.0


def _names(values: pl.Series) -> bool:
    return sum(map(is_like_a_name, values.to_list())) > _MANY * len(values)


_SIGNS: Final[dict[str, Callable[[pl.Series], bool]]] = {
    "looks like free text": lambda values: bool((values.str.len_chars() > LONGEST_KEY).any()),
    "looks like a photo or recording": lambda values: _share(values, _FILE) > _SOME,
    "looks like an address": lambda values: _share(values, _ADDRESS) > _SOME,
    "looks like a name": _names,
}
