"""The safe view nearest to the one that was asked for, and what was asked for and cannot be shown.

What no plate answers the atlas does not answer. A link or a control may still ask for it: then a wider act, a longer
time or a larger area is shown, never a finer one, and the page says which and why. Words that the atlas does not know
are never repeated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from release import ALL_ACTS, EXPLORED, TESSELLATIONS, Level, Selection, offered_acts, offered_periods, view
from terms import ALL_TIME, UNDATED, era_of, eras, taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from release import Release

    _Kind = TypeVar("_Kind")
    _Default = TypeVar("_Default")

ASKING: Final = ("plate", "period", "act", "level")
"""Fields that ask for figures; the others are a matter of taste, and fall back without a word."""

_YEAR: Final = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that was asked for and cannot be shown.

    `field` is one of `ASKING`, `choice` (an act and a period together) or `cell`. `why` ends the key of its words in
    the catalogs. `asked` and `shown` are codes; `asked` is empty where the atlas knows no such word.
    """

    field: str
    why: str
    asked: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


def asked_before(lacks: Iterable[Lack]) -> dict[str, str]:
    """Return the act and the period that were asked for together and had no figure; nothing if they had one."""
    for lack in lacks:
        if lack.field == "choice":
            act, period = lack.asked
            return {"act": act, "period": period}
    return {}


def one_of(wanted: str | None, offered: Iterable[_Kind], default: _Default) -> _Kind | _Default:
    """Return what is offered and is written as wanted, else the default."""
    return next((own for own in offered if str(own) == wanted), default)


def nearest_plate(link: Mapping[str, str], release: Release) -> tuple[str, tuple[Lack, ...]]:
    """Return the plate that a link asks for, or the one of the release that tells most of what it asks for."""
    held, asked = release.explored, link.get("plate")
    if asked in held or not asked:
        plate = asked or next(iter(held))
        return plate, ()
    if asked not in EXPLORED:
        plate = next(iter(held))
        return plate, (Lack("plate", "unknown", shown=(plate,)),)
    own = EXPLORED[asked]
    wanted = (own.has_places, link.get("period", ALL_TIME) != ALL_TIME, link.get("act", ALL_ACTS) != ALL_ACTS)
    tells = (own.has_places, own.has_period, own.has_acts)

    def distance(name: str) -> tuple[int, int]:
        other = EXPLORED[name]
        told = (other.has_places, other.has_period, other.has_acts)
        lost = sum(one and not two for one, two in zip(wanted, told, strict=True))
        return lost, sum(one != two for one, two in zip(tells, told, strict=True))

    plate = min(held, key=distance)
    why = "unsafe" if asked in release.manifest.left_out else "missing"
    return plate, (Lack("plate", why, (asked,), (plate,)),)


def nearest_period(asked: str | None, plate: str, release: Release) -> tuple[str, tuple[Lack, ...]]:
    """Return the period that is asked for, or the shortest one around it that the plate tells."""
    offered = offered_periods(release.plates[plate])
    if not asked or asked in offered:
        return asked or ALL_TIME, ()
    is_year = _YEAR.fullmatch(asked) is not None
    if not is_year and asked not in {UNDATED, *(era.id for era in eras())}:
        return ALL_TIME, (Lack("period", "unknown", shown=(ALL_TIME,)),)
    around = era_of(int(asked)) if is_year else ALL_TIME
    shown = around if around in offered else ALL_TIME
    why = "untold" if not EXPLORED[plate].has_period else "wider" if shown != ALL_TIME else "missing"
    return shown, (Lack("period", why, (plate, asked), (shown,)),)


def nearest_act(asked: str | None, plate: str, release: Release) -> tuple[str, tuple[Lack, ...]]:
    """Return the act that is asked for, or its kind if the plate tells that, else all acts."""
    offered = offered_acts(release.plates[plate])
    if not asked or asked in offered:
        return asked or ALL_ACTS, ()
    if asked not in taxonomy().acts:
        return ALL_ACTS, (Lack("act", "unknown", shown=(ALL_ACTS,)),)
    shown = one_of(taxonomy().acts[asked].group, offered, ALL_ACTS)
    why = "untold" if not EXPLORED[plate].has_acts else "wider" if shown != ALL_ACTS else "missing"
    return shown, (Lack("act", why, (plate, asked), (shown,)),)


def nearest_choice(asked: Selection, release: Release, kept: str = "") -> tuple[Selection, tuple[Lack, ...]]:
    """Return a selection, or the nearest one around it that has a figure, if it has none itself.

    Parameters
    ----------
    asked
        A plate, and a period and an act that it offers, though perhaps not together.
    release
        What is offered.
    kept
        The field that the reader has just chosen, which is the last to be widened; of a link, the act is widened first.
    """
    plate = release.plates[asked.plate]
    periods = _around(asked.period, _era_of(asked.period), ALL_TIME, offered_periods(plate))
    acts = _around(asked.act, _kind_of(asked.act), ALL_ACTS, offered_acts(plate))
    steps = [(when, what) for when in range(len(periods)) for what in range(len(acts))]
    order = {"period": lambda own: own, "act": lambda own: own[::-1]}.get(kept, lambda own: (sum(own), own[0]))
    for when, what in sorted(steps, key=order):
        found = Selection(asked.plate, periods[when], acts[what])
        seen = view(release, found, Level.REGION)
        if seen.shown or seen.elsewhere or seen.not_stated:
            lacks = (Lack("choice", "empty", (asked.act, asked.period), (found.act, found.period)),)
            return found, lacks if found != asked else ()
    return asked, ()


def nearest_level(
    asked: str | None, plate: str, offered: tuple[Level, ...], suits: Level
) -> tuple[Level | None, tuple[Lack, ...]]:
    """Return the level that is asked for, or the finest one offered that is no finer; None where none is asked for."""
    level = one_of(asked, offered, None)
    if level or not asked:
        return level, ()
    known = one_of(asked, Level, None)
    if known is None:
        return None, (Lack("level", "unknown", shown=(suits.value,)),)
    if not EXPLORED[plate].has_places:
        return None, (Lack("level", "untold", shown=(plate,)),)
    wider = [own for own in TESSELLATIONS if own in offered and (own.resolution or 0) < (known.resolution or 9)]
    shown = wider[-1] if wider else Level.REGION
    return shown, (Lack("level", "finer", (known.value,), (shown.value,)),)


def _era_of(period: str) -> str:
    return era_of(int(period)) if period.isdecimal() else period


def _kind_of(act: str) -> str:
    return act if act == ALL_ACTS else taxonomy().acts[act].group


def _around(own: str, around: str, everything: str, offered: tuple[str, ...]) -> list[str]:
    """Return a word and those around it that are offered, each once, nearest first."""
    return [word for word in dict.fromkeys((own, around, everything)) if word in offered]
