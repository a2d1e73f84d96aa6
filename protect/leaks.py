"""The leak scan: nothing that stands in the table may stand in what leaves the building."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from data import read_keys
from errors import ProtectionError
from protect.publish import OWN_CAVEATS
from protect.universe import known_universes
from release import (
    ALL_ACTS,
    ALL_VALUES,
    AXES,
    CAPTIVITY,
    COVERAGE,
    COVERAGE_SCHEMA,
    ELSEWHERE,
    NOT_STATED,
    PLATES,
    REGION,
    read_release,
    write_release,
)
from terms import ALL_TIME, UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data import Incidents
    from release import Release

TELLING: Final = 8
"""Digits from which a whole number is looked for in every file: shorter ones stand in figures and years by chance."""
SHORTEST: Final = 3
"""Characters from which a key or a name is looked for at all."""
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"(?<![\w.])0*([0-9]+)(?:\.0+)?(?!\w|\.[0-9])")
_SHAPES: Final = ("FeatureCollection", "Feature", "MultiPolygon", "Polygon", "geometry", "coordinates", "properties")
_KEYS: Final = (ALL_ACTS, ALL_TIME, ALL_VALUES, ELSEWHERE, NOT_STATED, REGION, UNDATED, *CAPTIVITY)


def scan(release: bytes, written: tuple[str, ...], incidents: Incidents) -> None:
    """Refuse a release in which a case key or the name of a source stands.

    Parameters
    ----------
    release
        The bytes of the zip.
    written
        What the steward wrote of it in words of their own.
    incidents
        The table. Points, dates and free text are not kept of it at all, and cannot be looked for.

    Raises
    ------
    ProtectionError
        Naming the file of the release, and never what was found in it.

    Notes
    -----
    Texts are read as keys are (`data.as_keys`), without regard to capital letters, and as whoever opens the file reads
    them: values of CSV without their quotes, strings of JSON without their escapes, and names of files. A key stands in
    a text where no letter or digit goes on from it. Keys that are words of ours (an act, an era, a word of the README)
    are in every release, and say nothing; in what the steward wrote they are refused too.
    """
    names = {name for column in ("case", "source") for name in incidents.rows[column].drop_nulls().unique().to_list()}
    keys = _Keys(name.casefold() for name in read_keys(names) if len(name) >= SHORTEST)
    if any(keys.found(text) for text in _plain(written)):
        raise ProtectionError(
            "The leak scan refuses: the title, or the name of a source of --universe, holds a case key or the name of "
            "a source of the table. Choose other words."
        )
    ours = {key for text in _plain(_words_of_ours(read_release(release))) for key in keys.found(text)}
    with zipfile.ZipFile(io.BytesIO(release)) as archive:
        for file in archive.namelist():
            texts = _plain([file, *_texts(file, archive.read(file))])
            found = {key for text in texts for key in keys.found(text)} - ours
            if any(not key.isdecimal() or len(key) >= TELLING for key in found):
                raise ProtectionError(f"The leak scan refuses: {file} holds a case key or the name of a source.")


class _Keys:
    """Keys that are looked for, by their first word, so that a text is read once however many there are. Private."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._numbers: set[str] = set()
        self._unworded: set[str] = set()
        self._led: defaultdict[str, defaultdict[tuple[int, int], set[str]]] = defaultdict(lambda: defaultdict(set))
        for key in keys:
            first = _WORD.search(key)
            if first is None:
                self._unworded.add(key)
            elif key.isdecimal():
                self._numbers.add(key)
            else:
                self._led[first.group()][first.start(), len(key)].add(key)

    def found(self, text: str) -> set[str]:
        """Return the keys that stand in a text."""
        found = {key for key in self._unworded if key in text}
        found |= self._numbers.intersection(match.group(1) for match in _NUMBER.finditer(text))
        for word in _WORD.finditer(text):
            for (lead, length), keys in self._led.get(word.group(), {}).items():
                start = word.start() - lead
                part = text[start : start + length] if start >= 0 else ""
                if part in keys and not _goes_on(text, start, start + length):
                    found.add(part)
        return found


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a letter or digit joins what stands between two places of a text."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(
        (_WORD.match(before) and _WORD.match(text[start])) or (_WORD.match(after) and _WORD.match(text[end - 1]))
    )


def _plain(texts: Iterable[str]) -> list[str]:
    return [text.casefold() for text in read_keys(texts)]


def _texts(file: str, content: bytes) -> Iterator[str]:
    """Yield a file as it is, line by line, and as whoever opens it reads it."""
    text = content.decode(errors="replace")
    yield from text.splitlines()
    if file.endswith((".json", ".geojson")):
        yield from _strings(json.loads(text))
    if file.endswith(".csv"):
        yield from (value for row in csv.reader(io.StringIO(text, newline="")) for value in row)


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    """Yield all strings of a value of JSON, names of members too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, dict):
        yield from _strings([*value.keys(), *value.values()])


def _words_of_ours(release: Release) -> Iterator[str]:
    """Yield what stands in every release: all that neither a row of the table nor a steward has written."""
    bare: Mapping[str, object] = {"title": "-", "cite_as": "-", "caveats": OWN_CAVEATS, "left_out": [], "behind": []}
    known = [one for one in release.universes if one in known_universes()]
    content = write_release(release.manifest.model_copy(update=bare), {}, universes=known)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for file in archive.namelist():
            yield from (file, *_texts(file, archive.read(file)))
    for plate in (*PLATES.values(), COVERAGE):
        yield from (plate.name, plate.question, f"plates/{plate.name}.csv", *plate.schema)
    yield from (*COVERAGE_SCHEMA, *_SHAPES, *_KEYS, *(value for values in AXES.values() for value in values))
    for one in release.universes:
        yield from (*one.area.split(";"), one.period, one.act)
