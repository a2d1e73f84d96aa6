"""A record is planted in the input and searched for in everything that comes out."""

import io
import json
import re
import zipfile

import polars as pl
import pytest

from data import read_incidents
from layers import figure_csv, figure_geojson, figure_of, one_file_html
from protect import Month, Request, Secret, protect
from release import EXPLORED, Persons, Selection, offered_levels, read_release
from terms import Language

PEOPLE, ACTS = 60, 6
CANARY = {
    "case": "Kanarienvogel-7731",
    "source": "Volière-42",
    "lat": "42.917347",
    "lng": "129.513862",
    "date": "2011-03-17",
    "until": "2013",
    "nickname": "Gelbschnabel",
    "notes": "she told us in the kitchen",
}
TRACES = ("Kanarien", "Voli", "917347", "513862", "2011-03", "03-17", "Gelbschnabel", "kitchen", "nickname")
COORDINATE = re.compile(rb"\d{2,3}\.\d{6,}")


def rows() -> pl.DataFrame:
    """Return people of one town, all of them with the canary's columns and one of them the canary."""
    plain = [
        {
            "case": f"Kanarienvogel-{person}", "source": f"Volière-{person % 4}", "lat": "42.9051", "lng": "129.5072",
            "date": f"20{(person + act) % 15:02d}-03-17", "until": "", "nickname": "Gelbschnabel",
            "notes": "she told us in the kitchen", "act": ("B1", "F1", "A4", "C1", "H5", "G3")[act],
            "precision": "town", "reported": "2018",
        }
        for person in range(PEOPLE)
        for act in range(ACTS)
    ]  # fmt: skip
    return pl.DataFrame([*plain, {**plain[0], **CANARY}])


@pytest.fixture(scope="module")
def released():
    incidents = read_incidents(rows().write_csv().encode(), name="canary.csv")
    request = Request("T", Month(2026, 11), Persons.LINKED)
    return incidents, protect(incidents, Secret(b"canary" * 8), request)


def clean(content: bytes) -> bool:
    """Whether no trace of the record is in some bytes."""
    return not any(trace.encode() in content for trace in TRACES)


def test_the_canary_is_read_and_its_group_is_published(released):
    incidents, protected = released
    assert "Kanarienvogel-7731" in set(incidents.rows["case"])
    assert read_release(protected.release).plates["where"].rows["reports"].sum() > 0


def test_the_search_finds_a_planted_canary(released):
    assert not clean(released[0].rows.write_csv().encode())


def test_no_file_of_the_release_holds_it(released):
    with zipfile.ZipFile(io.BytesIO(released[1].release)) as archive:
        for name in archive.namelist():
            assert clean(archive.read(name)), name
            if not name.endswith(".geojson"):
                assert not COORDINATE.search(archive.read(name)), name


def test_no_figure_and_no_export_holds_it(released):
    release = read_release(released[1].release)
    for plate in EXPLORED:
        for level in offered_levels(release, Selection(plate)):
            figure = figure_of(release, Selection(plate), level, Language.EN)
            for text in (figure_csv(figure), figure_geojson(figure), repr(figure)):
                assert clean(text.encode()), (plate, level)
    shown = figure_of(release, Selection("where"), offered_levels(release, Selection("where"))[-1], Language.EN)
    assert clean(one_file_html(shown).encode())


def test_nothing_private_says_more_of_itself_than_how_much_there_is(released):
    incidents, protected = released
    told = json.dumps(incidents.report.to_json(), default=str)
    said = f"{incidents!r} {protected!r} {protected.audited!r} {protected.audited.plates!r} {told}"
    for trace in set(TRACES) - {"nickname"}:
        assert trace not in said
