"""Makes the releases that come with the atlas: `python -m steward.bundle`. All of them are of invented people.

The secret is public on purpose: there is nothing in them to protect, and whoever doubts it can make them again.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Final

from data import read_incidents, sample_people
from protect import Month, Request, Secret, protect
from release import Persons
from steward.files import write_whole

SECRET: Final = Secret(b"public: these people are invented")
AS_OF: Final = Month(2026, 11)
SIZES: Final = {280: 1, 1500: 3, 3000: 3}
"""People, and the number of organisations that tell of them."""


def bundle(people: int) -> bytes:
    """Return the bundled release of so many invented people."""
    sources = SIZES[people]
    table = sample_people(people=people, rng=people, sources=sources)
    incidents = read_incidents(table.write_csv().encode(), name="sample.csv")
    request = Request(
        title=f"A synthetic example of {people:,} people",
        as_of=AS_OF,
        persons=Persons.LINKED,
        single_source=sources == 1,
        synthetic=True,
    )
    return protect(incidents, SECRET, request).release


def main() -> None:
    """Write all of them into `release/bundled/`."""
    for people in SIZES:
        write_whole(Path(str(files("release"))) / "bundled" / f"people_{people}.zip", bundle(people))


if __name__ == "__main__":
    main()
