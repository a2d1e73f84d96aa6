"""What a file lacks, told as the lines of a mapping that would supply it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from data.faults import Fault
from data.matching import PLACE_WAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.matching import Found

_SUPPLY: Final = {
    "case": "a pseudonym for each person, the same in each of her rows",
    "act": "a code of the taxonomy, or a label",
    PLACE_WAYS: "degrees, an H3 cell, or the name of a town",
    "date": "when the act began",
}
_LINES: Final = {
    "case": 'case = "HEADER"',
    "act": 'act = "HEADER"',
    PLACE_WAYS: 'lat = "HEADER" and lng = "HEADER" (or cell = "HEADER", or place = "HEADER")',
    "date": 'date = "HEADER" (or, above [columns], absent = ["date"] if no date is known)',
}


def lines_to_write(found: Found, told: Sequence[str]) -> tuple[str, ...]:
    """Return, for each column that the file lacks or has twice, the line of a mapping to write."""
    several = tuple(_choice(name, at, told) for name, at in found.several.items())
    return (*(_LINES[name] for name in found.missing), *several)


def _choice(name: str, at: Sequence[int], told: Sequence[str]) -> str:
    return f'{name} = "HEADER" (one of {", ".join(told[one] for one in at)})'


def faults_of_headers(found: Found, told: Sequence[str], refused: Mapping[int, str]) -> tuple[Fault, ...]:
    """Return what is wrong with the headers as such: what is missing, stands twice, may be several, or is refused."""
    faults = [
        Fault(
            None,
            name,
            "the file has no such column",
            f"add a column with this header: {_SUPPLY[name]}; or write below [columns] of a mapping: {_LINES[name]}",
        )
        for name in found.missing
    ]
    faults += [Fault(None, name, "two columns have this header", "leave one") for name in found.repeated]
    faults += [
        Fault(None, name, "several columns could be this one", f"write in a mapping: {_choice(name, at, told)}")
        for name, at in found.several.items()
    ]
    faults += [
        Fault(None, name, "the mapping names a header that the file has not", "write it as it stands in the file")
        for name in found.unknown
    ]
    faults += [
        Fault(None, name, f"its column {refused[at]}", "take another column: what is refused cannot be mapped")
        for name, at in found.mapping.items()
        if at in refused
    ]
    return tuple(faults)
