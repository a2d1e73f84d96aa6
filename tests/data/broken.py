"""Sixty broken files, each with another fault, made here and read as a steward would: `python -m tests.data.broken`.

Prints a table of the files and of what is said of each; `python -m tests.data.broken DIR` also writes them to a folder.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import openpyxl
import polars as pl

from data import check_file, read_layout
from errors import AtlasError
from tests.data import exports
from tests.data.files import TODAY, geoparquet, points, zipped

WHOLE: Final = {
    "case": "P-1", "lat": "42.9051", "lng": "129.5072", "cell": "", "place": "", "precision": "town", "date": "2015",
    "until": "2016", "act": "B1", "actor": "private", "country": "CN", "setting": "private", "person_group": "woman",
    "source": "s-1", "reported": "2018", "authorised": "yes", "synthetic": "no",
}  # fmt: skip
_LINE: Final = {"type": "LineString", "coordinates": [[129, 42], [130, 43]]}
NOWHERE: Final = {"lat": "", "lng": ""}


@dataclass(frozen=True)
class Broken:
    """A broken file: its name, its bytes, where the fault is (None: the file as such), its column, and what is said."""

    name: str
    content: bytes
    line: int | None
    column: str | None
    said: str
    mapping: bytes = b""

    def message(self) -> str:
        """Return what is said of the file; it must be one fault and no more."""
        mapping = read_layout(self.mapping) if self.mapping else None
        try:
            faults = check_file(self.content, name=self.name, mapping=mapping, today=TODAY).faults
        except AtlasError as error:
            return str(error)
        return str(faults).partition("\n")[2].strip()


def _rows(*changes: dict[str, str]) -> pl.DataFrame:
    return pl.DataFrame([{**WHOLE, "case": f"P-{at}", **change} for at, change in enumerate(changes)])


def _csv(name: str, column: str, value: str, said: str, *, at: int = 3, **more: str) -> Broken:
    """Return a CSV with one wrong value in its second row (line 3)."""
    table = _rows({}, {**more, column: value}, {})
    return Broken(f"{name}.csv", table.write_csv().encode(), at, column, said)


def _sheet(name: str, column: str, value: object, said: str) -> Broken:
    """Return a spreadsheet with a title in row 1, headers in row 3 and one wrong value in row 5."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = "2015 table"
    sheet.merge_cells("A1:E1")
    for row, one in enumerate([list(WHOLE), list(WHOLE.values()), list({**WHOLE, column: value}.values())], start=3):
        for at, cell in enumerate(one, start=1):
            sheet.cell(row, at).value = cell
    out = io.BytesIO()
    book.save(out)
    return Broken(f"{name}.xlsx", out.getvalue(), 5, column, said)


def _text(
    name: str, text: str | bytes, line: int | None, column: str | None, said: str, *, mapping: bytes = b""
) -> Broken:
    content = text if isinstance(text, bytes) else text.encode()
    return Broken(name, content, line, column, said, mapping)


def _feature(geometry: object) -> bytes:
    properties = {"case": "P-1", "act": "B1", "date": "2015"}
    features = [
        {"type": "Feature", "properties": properties, "geometry": shape}
        for shape in ({"type": "Point", "coordinates": [129.5, 42.9]}, geometry)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 80_000_000)
    return out.getvalue()


def _no_crs() -> bytes:
    return geoparquet(points().set_crs(None, allow_override=True))


def broken() -> list[Broken]:
    """Return the sixty files."""
    return [
        _csv("no-case", "case", "", "no case"),
        _csv("name-ko", "case", "김영희", "looks like a name"),
        _csv("phone", "case", "010-1234-5678", "looks like a phone number"),
        _csv("mail", "case", "someone@example.org", "looks like an e-mail address"),
        _csv("link", "case", "https://example.org/7", "looks like a link"),
        _csv("id-number", "case", "900101-2345678", "looks like an ID number"),
        _csv("passport", "case", "M12345678", "looks like a passport number"),
        _csv("free-text", "case", "she told us " * 7, "too long for a key: free text is refused"),
        _csv("swapped", "lat", "129.5072", "lat and lng look swapped", lng="42.9051"),
        _csv("zero", "lat", "0", "0, 0 is no place", lng="0"),
        _csv("no-latitude", "lat", "-95.2", "no latitude"),
        _csv("no-longitude", "lng", "190.5", "no longitude"),
        _csv("comma", "lat", "42,9051", "a comma in a number"),
        _sheet("minutes", "lat", "42\u00b054'18\"", "degrees and minutes"),
        _csv("pair", "lng", "42.9051, 129.5072", "two numbers in one value"),
        _csv("word-for-number", "lng", "east", "not a number"),
        _csv("half-without-lng", "lng", "", "half of a point; give lng too"),
        _csv("half-without-lat", "lat", "", "half of a point; give lat too"),
        _csv("south", "lat", "-42.9051", "wrong hemisphere"),
        _csv("west", "lng", "-129.5072", "wrong hemisphere"),
        _csv("cell", "cell", "85zz", "not an H3 cell", **NOWHERE),
        _csv("unknown-place", "place", "Atlantis", "not a place of the gazetteer", **NOWHERE),
        _csv("two-provinces", "place", "Linjiang", "(Heilongjiang, Jilin); write the province", **NOWHERE),
        _csv("one-province", "place", "Huadian", "(Jilin); give lat and lng instead", **NOWHERE),
        _csv("two-ways", "place", "Yanji", "the place is stated in more than one way"),
        _csv("precision", "precision", "roughly", "not a known precision"),
        _csv("bare-precision", "precision", "2", "a bare number may be of UCDP or of ACLED"),
        _csv("date", "date", "2015-13", "not a date that can be read"),
        _sheet("day-or-month", "date", "03/04/2015", "day and month may be either way round"),
        _csv("short-year", "date", "3/4/15", "a year of two digits"),
        _csv("span", "date", "2014-2015", "two dates where one is asked for"),
        _csv("future", "date", "2031-01", "it lies in the future", until="", reported=""),
        _csv("past", "date", "1911", "it lies too far in the past"),
        _csv("ended-before", "until", "2014", "it ended before it began"),
        _csv("until", "until", "until now", "not a date that can be read"),
        _csv("told-before", "reported", "2014", "it was told before it began"),
        _csv("told-in-future", "reported", "2099", "it lies in the future"),
        _csv("no-act", "act", "", "no act"),
        _csv("unknown-act", "act", "Q17", "not a code or name of the taxonomy"),
        _text(
            "label.csv", _rows({}, *[{"act": "whipping"}] * 3).filter(pl.col("case") != "P-0").write_csv(), 2, "act",
            '"whipping" is no code or name of the taxonomy',
        ),
        _csv("actor", "actor", "somebody", "write private, prc_authority, dprk_authority or not_stated"),
        _csv("country", "country", "XX", "write CN, KP, other or not_stated"),
        _csv("setting", "setting", "outdoors", "write facility, private, transit or not_stated"),
        _sheet("group", "person_group", "person 7", "write girl, woman, other or not_stated"),
        _csv("authorised", "authorised", "perhaps", "neither yes nor no"),
        _csv("synthetic", "synthetic", "", "neither yes nor no"),
        _csv("phone-of-source", "source", "+86 139 1234 5678", "looks like a phone number"),
        _csv("name-of-source", "source", "朴英子", "looks like a name"),
        _csv("mail-as-place", "place", "a@b.example", "looks like an e-mail address", **NOWHERE),
        _text("ragged.csv", "case,place,act\nP-1,Yanji,B1\nP-2,Yanji\n", 3, None, "not as many values"),
        _text("quote.csv", 'case,place,act\nP-1,Yanji,B1\n"P-2"x,Yanji,B1\n', 3, None, "a double quote out of place"),
        _text("line.geojson", _feature(_LINE), 2, None, "its shape is not a point"),
        _text("without-case.csv", "place,act\nYanji,B1\n", None, "case", 'case = "HEADER"'),
        _text("without-act.csv", "case,place\nP-1,Yanji\n", None, "act", 'act = "HEADER"'),
        _text("without-place.csv", "case,act\nP-1,B1\n", None, "lat and lng (or cell, or place)", 'place = "HEADER"'),
        _text("act-twice.csv", "case,place,act,Act\nP-1,Yanji,B1,B1\n", None, "act", "two columns have this header"),
        _text(
            "two-points.csv", "_id,_uuid,date,_a_latitude,_a_longitude,_b_latitude,_b_longitude,act\n", None, "lat",
            "several columns could be this one",
        ),
        _text(
            "refused.csv", "Full name,place,act\nx,Yanji,B1\n", None, "case", "its column looks like a name",
            mapping=b'[columns]\ncase = "Full name"\n',
        ),
        _text("empty.csv", "case,place,act\n", None, None, "there is no row below the headers"),
        _text("bomb.xlsx", _bomb(), None, None, "would unpack to far more than it is"),
    ]  # fmt: skip


MORE: Final = {
    "no-crs.parquet": (_no_crs, "coordinate reference system"),
    "table.zip": (lambda: zipped({"rows.csv": "case,act\n"}), "read only if it holds a Shapefile"),
    "nested.xlsx": (lambda: zipped({"xl/workbook.xml": "", "more.zip": ""}), "another packed file"),
    "acled.csv": (lambda: exports.acled(3).replace(b"event_date", b"x", 1), 'date = "HEADER"'),
}
"""More files that cannot be used at all."""


def table() -> str:
    """Return the files and what is said of each, as a Markdown table."""
    rows = [
        f"| {at} | {one.name} | {one.message().replace(chr(10), '<br>')} |" for at, one in enumerate(broken(), start=1)
    ]
    return "\n".join(["| | file | message |", "| --- | --- | --- |", *rows])


if __name__ == "__main__":
    for one in broken() if len(sys.argv) > 1 else ():
        Path(sys.argv[1], one.name).write_bytes(one.content)
    print(table())  # noqa: T201 - the table is what the command is for
