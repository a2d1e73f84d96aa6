"""Dates as people and spreadsheets write them, in three languages, read to the first day that they may mean.

What may mean two days (03/04/2019) is not guessed, and a year of two digits is none.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from enum import StrEnum
from typing import Final


class Unread(StrEnum):
    """Why something written is no date."""

    UNREADABLE = "not a date that can be read"
    AMBIGUOUS = "day and month may be either way round"
    SHORT = "a year of two digits"
    SPAN = "two dates where one is asked for"


MENDS: Final = {
    Unread.UNREADABLE: "write YYYY-MM-DD, YYYY-MM or YYYY, or leave it empty",
    Unread.AMBIGUOUS: 'write YYYY-MM-DD, or date_order = "DMY" or "MDY" in a mapping',
    Unread.SHORT: "write the year with four digits",
    Unread.SPAN: "write the year in which it began into `date`, and the one in which it ended into `until`",
}

FIRST_SERIAL: Final = 17_533
"""1948-01-01 as spreadsheets count days, from 1899-12-30."""
LAST_SERIAL: Final = 65_380
"""2078-12-31, so that no year is taken for a day."""

_EPOCH: Final = date(1899, 12, 30)
_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PART: Final = "초|중순?|말|초순|하순|상순|份|初|底|中旬|上旬|下旬"
_SEASON: Final = r"봄|여름|가을|겨울|春天?|夏天?|秋天?|冬天?|spring|summer|autumn|fall|winter"
_TIME: Final = re.compile(
    r"(?<=\d)(T|\s+)\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*(am|pm)?\s*(z|utc|[+-]\d{2}:?\d{2})?$", re.IGNORECASE
)
_DAY_ASIDE: Final = re.compile(
    r"\s*[(,]?\s*((mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?|[월화수목금토일]요일|(星期|周)[一二三四五六日天])\s*[),]?\s*",
    re.IGNORECASE,
)
_CHINESE: Final = {**{digit: str(at) for at, digit in enumerate("〇一二三四五六七八九")}, "零": "0", "○": "0"}
_HAN_DATE: Final = re.compile(r"[〇零○一二三四五六七八九十\d]+\s*[年月日号號]")
_Y: Final = r"(?P<y>\d{4})"
_M: Final = r"(?P<m>\d{1,2})"
_D: Final = r"(?P<d>\d{1,2})"
_NAME: Final = rf"(?P<name>{_MONTH})\.?"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_Y}",
        rf"{_Y}(?P<s>[-/.])\s?{_M}((?P=s)\s?{_D})?\.?",
        rf"{_Y}(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])",
        rf"{_Y}\s*[년年](\s*도)?(\s*{_M}\s*[월月](\s*{_D}\s*[일日号號])?)?(\s*({_PART}))?",
        rf"{_Y}\s*[년年]?\s*({_SEASON})",
        rf"({_SEASON})\s+(of\s+)?{_Y}",
        rf"{_D}(st|nd|rd|th)?[\s.\-/]+(of\s+)?{_NAME}[\s,.\-/]+{_Y}",
        rf"{_NAME}[\s.\-/]+{_D}(st|nd|rd|th)?[\s,]+{_Y}",
        rf"{_NAME}[\s,.\-/]+{_Y}",
        rf"{_Y}[\s,.\-/]+{_NAME}([\s.\-/]+{_D}(st|nd|rd|th)?)?",
        rf"{_M}[/.-]{_Y}",
        rf"{_D}\.\s?{_M}\.\s?{_Y}\.?",
    )
)
_EITHER: Final = re.compile(r"(?P<a>\d{1,2})(?P<s>[-/])\s?(?P<b>\d{1,2})(?P=s)\s?(?P<y>\d{4})")
_SHORT: Final = re.compile(r"\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?\d{2}|'?\d{2}\s*[년年].*")
_SPAN: Final = re.compile(r".*\d{4}\D{0,12}\s*(-|~|\u2013|\u2014|to|until|부터|至|到|/)\s*\D{0,3}\d{4}\D*")
_SERIAL: Final = re.compile(r"\d{5}([.,]\d+)?")


def read_written(text: str, order: str | None = None) -> date | Unread:
    """Return the first day that something written may mean, or why it is no date.

    Parameters
    ----------
    text
        As it stands in the file, trimmed.
    order
        `DMY` or `MDY` where the steward has said how two numbers before a year are meant.

    Examples
    --------
    >>> forms = ("2019-03-04", "4 March 2019", "04.03.2019", "二〇一九年三月四日", "2019. 3. 4.", "43528")
    >>> {str(read_written(form)) for form in forms}
    {'2019-03-04'}
    >>> str(read_written("2019년 3월")), str(read_written("Mar 2019")), str(read_written("2019"))
    ('2019-03-01', '2019-03-01', '2019-01-01')
    >>> read_written("03/04/2019").value, str(read_written("03/04/2019", "DMY")), str(read_written("13/04/2019"))
    ('day and month may be either way round', '2019-04-03', '2019-04-13')
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if _HAN_DATE.search(plain):
        plain = _arabic(plain)
    plain = _DAY_ASIDE.sub(" ", _TIME.sub("", plain)).strip()
    for form in _FORMS:
        if found := form.fullmatch(plain):
            return _date(found.groupdict())
    if found := _EITHER.fullmatch(plain):
        return _either(int(found["a"]), int(found["b"]), int(found["y"]), order)
    if is_serial(plain):
        return _EPOCH + timedelta(days=int(re.split("[.,]", plain)[0]))
    if _SHORT.fullmatch(plain):
        return Unread.SHORT
    return Unread.SPAN if _SPAN.fullmatch(plain) else Unread.UNREADABLE


def is_serial(text: str) -> bool:
    """Whether something written is the number of a day, as spreadsheets count them."""
    return _SERIAL.fullmatch(text) is not None and FIRST_SERIAL <= float(text.replace(",", ".")) <= LAST_SERIAL


def _date(part: dict[str, str | None]) -> date | Unread:
    name = part.get("name")
    month = _MONTHS[name.casefold()] if name else int(part.get("m") or 1)
    return _day(int(part["y"] or 0), month, int(part.get("d") or 1))


def _either(first: int, second: int, year: int, order: str | None) -> date | Unread:
    if order:
        return _day(year, second, first) if order == "DMY" else _day(year, first, second)
    readings = {one for one in (_day(year, first, second), _day(year, second, first)) if isinstance(one, date)}
    if not readings:
        return Unread.UNREADABLE
    return readings.pop() if len(readings) == 1 else Unread.AMBIGUOUS


def _day(year: int, month: int, day: int) -> date | Unread:
    try:
        return date(year, month, day)
    except ValueError:
        return Unread.UNREADABLE


def _arabic(text: str) -> str:
    """Return a date with its Chinese numerals as digits; of them only 1 to 31 are written with a ten."""

    def tens(found: re.Match[str]) -> str:
        ten, one = _CHINESE.get(found[1], found[1] or "1"), _CHINESE.get(found[2], found[2] or "0")
        return f"{ten}{one}" if len(ten) == len(one) == 1 else found[0]

    ones = "〇零○一二三四五六七八九"
    plain = re.sub(rf"([{ones}]?)十([{ones}]?)", tens, text)
    return "".join(_CHINESE.get(character, character) for character in plain)
