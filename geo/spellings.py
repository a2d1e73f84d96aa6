"""Other spellings of places: as Koreans read Chinese names, as provinces and cities are written out, and far places.

The list (`assets/spellings.csv`) is our own. A spelling of a town leads to its name in the gazetteer; a province is
known no finer than itself; a place outside is one that testimony often names and that is not in the study area.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# The apostrophes and hyphens of romanised Chinese and Korean, as people type and as typesetters set them.
_FOLDED: Final = re.compile(r"[\s'`\u00b4\u02bb\u02bc\u2018\u2019\u2032\u2010-\u2015\u2212-]+")
_COUNTRY: Final = re.compile(r"^(중국|中国|中國|북한|조선|朝鲜|朝鮮|北韩|北韓)(?=.{2})")
_TAIL: Final = re.compile(
    r"(시|군|현|구역|구|읍|진|市|县|縣|区|區|镇|鎮|郡|邑|city|county|town|district|municipality)$"
)
_ROMAN_TAIL: Final = re.compile(r"(?i)[-\s](gun|kun|si|up|shi|xian|zhen)$")
_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Spellings:
    """Folded spelling to what it means: `towns` to a name in the gazetteer, `provinces` to one, and what is outside."""

    towns: Mapping[str, str]
    provinces: Mapping[str, str]
    outside: frozenset[str]


def fold(name: str) -> str:
    """Return the form in which names are compared.

    Examples
    --------
    >>> fold(" Ch\u2019\u014fngjin "), fold("JI'AN"), fold("Musan-\u016dp")
    ('ch\u014fngjin', 'jian', 'musan\u016dp')
    """
    return _FOLDED.sub("", unicodedata.normalize("NFKC", name).casefold())


@cache
def spellings() -> Spellings:
    """Return the list that is packaged with this version."""
    text = files("geo").joinpath("assets", "spellings.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    of: dict[str, dict[str, str]] = {"town": {}, "province": {}, "outside": {}}
    for row in rows:
        of[row["kind"]] |= {fold(spelling): row["name"] for spelling in row["spellings"].split("|")}
    return Spellings(of["town"], of["province"], frozenset(of["outside"]))


def is_province(name: str) -> bool:
    """Whether a name is that of a province of the study area, or of the DPRK as a whole.

    Examples
    --------
    >>> is_province("함경북도"), is_province("吉林省"), is_province("Yanji")
    (True, True, False)
    """
    return _bare(name) in spellings().provinces


def is_outside(name: str) -> bool:
    """Whether a name is that of a place outside the study area which testimony often names.

    Examples
    --------
    >>> is_outside("베트남"), is_outside("山东省"), is_outside("Yanji")
    (True, True, False)
    """
    return _bare(name) in spellings().outside


def forms(name: str) -> list[tuple[str, str | None]]:
    """Return what a name may be short for, folded, the likeliest first, each with the province that it states.

    Examples
    --------
    >>> forms("길림성 연길시")[-1]
    ('연길', 'Jilin')
    """
    plain = _COUNTRY.sub("", fold(_ROMAN_TAIL.sub("", name.strip())))
    found: list[tuple[str, str | None]] = [(plain, None)]
    for spelling, province in spellings().provinces.items():
        if plain.startswith(spelling) and len(plain) - len(spelling) >= _LEAST:
            found.append((plain[len(spelling) :], province))
    found += [(_TAIL.sub("", form), province) for form, province in found if len(_TAIL.sub("", form)) >= _LEAST]
    return list(dict.fromkeys(found))


def _bare(name: str) -> str:
    folded = fold(name)
    return folded if folded in spellings().provinces else _COUNTRY.sub("", folded)
