"""The scan finds a key or a name wherever it stands in a release and however it is written there."""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache

import polars as pl
import pytest

from errors import ProtectionError
from protect import known_universes
from protect.leaks import scan
from release import Universe, read_release, write_release
from release.archive import pack
from tests.made import manifest
from tests.protect.sealing import members
from tests.release.releases import plates

PLANTED = (
    "Kanarienvogel-7731", "Haus der Kanarien", "연변 단체", "沈阳组织", "Volière", 'the "yellow" bird', "a,b;c d",
    "P-7", "80412356", "★★★", "(case 12)", "x/y/z", "back\\slash 1",
)  # fmt: skip
FILES = (
    "README.txt", "codebook.csv", "datapackage.json", "cells.geojson", "universe.csv", "plates/where.csv",
    "manifest.json",
)  # fmt: skip


@dataclass(frozen=True)
class Table:
    """What a scan needs of incidents."""

    rows: pl.DataFrame


def table(*names, column="case"):
    other = {"case": "source", "source": "case"}[column]
    return Table(pl.DataFrame({column: list(names), other: "nobody-of-ours"}))


@cache
def whole():
    """Return a release in which nothing stands but words of ours."""
    return write_release(manifest(title="Handmade"), plates(), universes=known_universes())


def planted(file, text):
    """Put a text into a file of a release, as a program writes it there."""
    held = members(whole())
    if file.endswith("json"):
        told = json.loads(held[file])
        told["note"] = [{"deep": text}]
        held[file] = json.dumps(told, ensure_ascii=True).encode()
    elif file.endswith(".csv"):
        quoted = text.replace('"', '""')
        held[file] += f'"{quoted}",1\n'.encode()
    else:
        held[file] += f"see {text}.\n".encode()
    return pack(held)


@pytest.fixture(autouse=True)
def _unchecked(monkeypatch):
    """Let the scan see releases that no reader would take: a fault may put a key anywhere."""
    read = read_release(whole())
    monkeypatch.setattr("protect.leaks.read_release", lambda _: read)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", PLANTED)
def test_a_name_is_found_in_every_file_however_it_is_quoted_or_escaped(file, name):
    scan(whole(), (), table(name))
    for column in ("case", "source"):
        with pytest.raises(ProtectionError, match=file.replace(".", r"\.")) as told:
            scan(planted(file, name), (), table("someone-else", name, column=column))
        assert name not in str(told.value)


@pytest.mark.parametrize("name", PLANTED[:5])
def test_a_name_is_found_in_another_form_and_in_the_name_of_a_file(name):
    other = "\u200b" + unicodedata.normalize("NFD", name.upper()).replace(" ", "\u00a0")
    with pytest.raises(ProtectionError, match=r"README\.txt"):
        scan(planted("README.txt", other), (), table(name))
    held = members(whole())
    with pytest.raises(ProtectionError, match="refuses: plates"):
        scan(pack({**held, f"plates/{name}.csv": b"cell\n"}), (), table(name))


@pytest.mark.parametrize("name", [*PLANTED, "2015"])
def test_a_name_is_found_in_what_the_steward_wrote(name):
    with pytest.raises(ProtectionError, match="the title"):
        scan(whole(), ("A title", f"About {name.lower()}, and more"), table(name))


def test_a_number_is_found_with_leading_zeros_and_not_inside_another():
    with pytest.raises(ProtectionError):
        scan(whole(), ("Case 00080412356.0",), table("80412356"))
    for other in ("180412356", "80412356.5", "5.80412356", "80412356a"):
        scan(whole(), (other,), table("80412356"))
        scan(planted("README.txt", other), (), table("80412356"))


@pytest.mark.parametrize(
    "name",
    [
        "all", "CN", "2015", "120", "100", "where_what", "reopening", "undated", "elsewhere", "not_stated", "B1",
        "region", "reports", "prc_authority", "HRW", "private", "girl", "Polygon", "red-zone-atlas", "people", "12345",
        "Trafficking", "Feature", "Atlas", "80412", "coverage",
    ],
)  # fmt: skip
def test_a_name_that_is_a_word_of_every_release_or_a_short_number_is_no_alarm(name):
    scan(whole(), ("Handmade",), table(name))
    scan(whole(), ("Handmade",), table(name, column="source"))


def test_an_area_of_a_universe_is_no_alarm_and_the_name_of_its_source_is_one():
    universe = Universe("CN-JL", "2021", "I1", 900, "Volière Foundation")
    held = write_release(manifest(), plates(), universes=(universe,))
    read = read_release(held)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("protect.leaks.read_release", lambda _: read)
        scan(held, (), table("CN-JL"))
        with pytest.raises(ProtectionError, match=r"universe\.csv"):
            scan(held, (), table("Volière"))


def test_a_name_is_not_found_where_a_letter_goes_on():
    for other in ("P-77", "XP-7", "P-7a"):
        scan(planted("README.txt", other), (other,), table("P-7"))


def test_many_keys_that_begin_alike_take_no_time():
    keys = [f"case-{number}" for number in range(100, 60_000)]
    scan(planted("README.txt", "case-9 " * 5000), ("case " * 500,), table(*keys))
