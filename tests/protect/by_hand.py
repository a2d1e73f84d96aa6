"""Incidents recounted row by row, in plain Python: what the code under test must find, and never asks it for.

Rows must be such that no two of them are merged but those that two sources tell in the same words (`lives`).
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from geo import climb
from terms import taxonomy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import polars as pl

    from protect.tally import Reports

    Row = dict[str, Any]
    Name = tuple[int, str, str, str]  # rung, period, act, more
    People = dict[str, set[tuple[str, str]]]  # by source: who

LAST_YEAR = {"A": 2020, "B": 2023, "C": 2024}
"""The last year past the embargo of each class in November 2026."""
ERAS = {"before": (1900, 2019), "closure": (2020, 2022), "reopening": (2023, 2100)}
ALL = "all"
SMALL = [
    (cell, *more)
    for cell in ("c5", "c4", "c3", "c2", "wide")
    for more in ((), ("group",), ("act",), ("era",), ("year",), ("era", "group"))
] + [
    (period, act) for period in ("year", "era") for act in ("told_act", "group")
] + [
    (*who, "group") for who in (("actor",), ("country",), ("actor", "country"), ("actor", "country", "era"))
] + [("lag",), ("era", "lag")]  # fmt: skip
"""What small margins are of."""


def letter(row: Row) -> str:
    """Return the location class of a row."""
    act = taxonomy().acts[row["act"].replace("B2", "B1")]
    return str((act.class_in_facility if row["setting"] == "facility" else act.location_class).value)


def is_past(row: Row) -> bool:
    """Tell whether a row is past its embargo: from its year, or, undated, from its telling."""
    since = row["year"] if row["year"] is not None else row["reported"]
    return since is not None and since <= LAST_YEAR[letter(row)]


def past_rows(rows: pl.DataFrame) -> list[Row]:
    """Return the rows past their embargo, with group, era, and the cells that hold each place."""
    found = [row for row in rows.iter_rows(named=True) if is_past(row)]
    for row in found:
        row["told_act"], row["act"] = row["act"], row["act"].replace("B2", "B1")
        row["group"], row["era"] = row["act"][0], era_of(row["year"])
        row["wide"], row["lag"] = row["area"].replace("cell", "region"), lag(row)
        row["country"], row["actor"] = row["country"] or "not_stated", row["actor"] or "not_stated"
        cell = row["cell"]
        size = 0 if cell is None else cell >> 52 & 15
        row |= {f"c{want}": climb_one(cell, want) if size >= want else None for want in (5, 4, 3, 2)}
    return found


def lag(row: Row) -> str:
    """Return how long it took until a row was told."""
    if row["year"] is None or row["reported"] is None:
        return "not_stated"
    years = row["reported"] - row["year"]
    return next(word for word, last in (("0-1", 1), ("2-4", 4), ("5-9", 9), ("10+", 999)) if years <= last)


@cache
def climb_one(cell: int, resolution: int) -> int:
    """Return the cell that holds another."""
    return int(climb(np.array([cell], dtype=np.uint64), resolution)[0])


def era_of(year: int | None) -> str:
    """Return the era of a year."""
    if year is None:
        return "undated"
    return next(name for name, (first, last) in ERAS.items() if first <= year <= last)


def person(row: Row, *, unlinked: bool) -> tuple[str, str]:
    """Return who a row tells of: where sources are unlinked, a case of one source."""
    return (row["case"], row["source"] if unlinked else "")


def in_people(row: Row) -> Iterator[Name]:
    """Yield the rows of the table `people` that a row stands in."""
    era, group, girl = row["era"], row["group"], row["person_group"]
    yield 0, ALL, ALL, ALL
    yield 1, era, ALL, ALL
    yield 2, era, group, ALL
    yield 3, era, ALL, girl
    yield 4, ALL, group, girl


def in_ongoing(row: Row) -> Iterator[Name]:
    """Yield the rows of the table `ongoing` that a row stands in: each era that the captivity lasted into."""
    act = "G3" if row["act"] == "G3" else row["group"]
    if act not in {"B", "C", "F", "G3"}:
        return
    first = row["year"]
    if first is None:
        touched = ["undated"]
    else:
        last = min(row["until"] if row["until"] is not None else first, LAST_YEAR[letter(row)])
        touched = [name for name, (begins, ends) in ERAS.items() if first <= ends and last >= begins]
    for era in touched:
        yield 0, era, ALL, ""
        yield 1, era, act, ""


IN = {"people": in_people, "ongoing": in_ongoing}


def tables(rows: pl.DataFrame, *, unlinked: bool) -> dict[str, dict[Name, People]]:
    """Return who stands in each row of each table of people, by source (one for all where sources are linked)."""
    found: dict[str, dict[Name, People]] = {name: defaultdict(lambda: defaultdict(set)) for name in IN}
    for row in past_rows(rows):
        if row["area"] in {"cell", "region"}:
            who = person(row, unlinked=unlinked)
            for plate, stands in IN.items():
                for name in stands(row):
                    found[plate][name][who[1]].add(who)
    return found


def most(people: People) -> int:
    """Count people, or those of the largest single source."""
    return max((len(own) for own in people.values()), default=0)


def without(people: People, others: People) -> People:
    """Return the people who are not among others."""
    return {source: own - others.get(source, set()) for source, own in people.items()}


def union(people: People, others: People) -> People:
    """Return all people who are in either."""
    return {source: people.get(source, set()) | others.get(source, set()) for source in {*people, *others}}


def holds(wide: Name, narrow: Name) -> bool:
    """Tell whether one row of a table holds all who stand in another."""
    return wide != narrow and all(one in {ALL, other} for one, other in zip(wide[1:], narrow[1:], strict=True))


def numbers(reports: Reports) -> dict[tuple[object, ...], int]:
    """Return the number that each report has in a tally, by who, act and year."""
    keys = {row["person"]: (row["case"], row["source"] or "") for row in reports.keys.iter_rows(named=True)}
    return {
        (*keys[row["person"]], row["act"], row["year"]): row["report"] for row in reports.rows.iter_rows(named=True)
    }


def margins(rows: Iterable[Row], keys: Iterable[tuple[str, ...]], k: int, *, unlinked: bool) -> set[frozenset[object]]:
    """Return the reports of each margin of 1 to k - 1 people (of the largest single source)."""
    rows = list(rows)
    found: set[frozenset[object]] = set()
    for key in keys:
        told: dict[tuple[object, ...], set[object]] = defaultdict(set)
        people: dict[tuple[object, ...], People] = defaultdict(lambda: defaultdict(set))
        for row in rows:
            if key[0].startswith("c") and key[0] != "country" and row[key[0]] is None:
                continue
            at = tuple(row[name] for name in key)
            who = person(row, unlinked=unlinked)
            told[at].add((*who, row["act"], row["year"]))
            people[at][who[1]].add(who)
        found |= {frozenset(told[at]) for at in told if most(people[at]) < k}
    return found


def few_people(tables_: Iterable[dict[Name, People]], k: int) -> set[frozenset[object]]:
    """Return the people of each row that are fewer than k, and those that a row of k or more has and another has not.

    Of each source by itself, where sources are unlinked.
    """
    found: set[frozenset[object]] = set()
    own: dict[str, list[set[tuple[str, str]]]] = defaultdict(list)
    for rows in tables_:
        for people in rows.values():
            for source, some in people.items():
                own[source].append(some)
    for sets in own.values():
        found |= {frozenset(one) for one in sets if len(one) < k}
        large = [one for one in sets if len(one) >= k]
        found |= {frozenset(one - other) for one in large for other in large if 0 < len(one - other) < k}
    return found
