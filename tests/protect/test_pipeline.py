"""The door out of the private side: what a steward asks for is checked before anything is counted."""

from dataclasses import replace

import polars as pl
import pytest

from errors import ProtectionError, UsageError
from geo import land_cells
from protect import Coverage, Month, Request, known_universes, protect
from protect.universe import with_eras
from release import Persons, read_release
from tests.protect.people import SECRET, Rows, incidents


@pytest.mark.parametrize("title", ["", "  ", "x" * 201, "two\nlines", "half \udcff"])
def test_a_title_that_cannot_be_printed_is_refused_with_a_sentence(title):
    request = Request(title=title, as_of=Month(2026, 11), single_source=True)
    with pytest.raises(UsageError, match="--title"):
        protect(Rows(incidents(30, 1, sources=1)), SECRET, request)


def test_a_file_without_a_figure_is_refused_and_the_rules_that_were_in_force_are_named():
    alone = Request(title="A test", as_of=Month(2026, 11), single_source=True)
    with pytest.raises(ProtectionError, match=r"11 people past the embargo \(rules 2 and 10\)"):
        protect(Rows(incidents(5, 1, sources=1)), SECRET, alone)
    several = Request(title="A test", as_of=Month(2026, 11), persons=Persons.LINKED)
    with pytest.raises(ProtectionError, match=r"from 3 sources past the embargo \(rules 2, 3 and 10\)"):
        protect(Rows(incidents(5, 1)), SECRET, several)


def test_a_release_holds_the_coverage_that_was_given_and_the_universes_it_was_held_to():
    cells = land_cells()[:1].tolist() * 30
    lines = {"interview": [str(at) for at in range(30)], "area": "cell", "cell": cells, "year": 2010, "asked": None}
    schema = {"interview": pl.String, "area": pl.String, "cell": pl.UInt64, "year": pl.Int16, "asked": pl.Int16}
    asked = Coverage(pl.DataFrame(lines, schema_overrides=schema))
    request = Request(title="A test", as_of=Month(2026, 11), single_source=True, coverage=asked)
    protected = protect(Rows(incidents(60, 1, sources=1)), SECRET, request)
    release = read_release(protected.release)
    assert release.coverage.equals(protected.coverage.rows)
    assert release.coverage["interviews"].to_list() == [25]
    assert release.universes == with_eras(known_universes())
    few = replace(request, coverage=Coverage(asked.rows.head(5)))
    assert read_release(protect(Rows(incidents(60, 1, sources=1)), SECRET, few).release).coverage is None
