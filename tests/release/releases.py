"""Releases made by hand, for tests of the public side."""

from geo import climb, land_cells, to_text
from release import Plate
from tests.made import plate

FINE = land_cells()[1200]
R5, R4, R3, R2 = (to_text(climb(land_cells()[1200:1201], size))[0] for size in (5, 4, 3, 2))


def plates() -> dict[str, Plate]:
    """Return a few plates that agree with one another."""
    return {
        "where": plate("where", [
            (R5, 5, "all", "all", 40, 20), (R4, 4, "all", "all", 30, 25), (R2, 2, "all", "all", 15, 10),
            ("region", None, "all", "all", 100, 50), ("elsewhere", None, "all", "all", 20, 10),
            ("", None, "", "", 10, 10),
        ]),
        "where_when": plate("where_when", [
            (R5, 5, "2015", "all", 20, 10), (R5, 5, "2016", "all", 10, 10), (R4, 4, "before", "all", 25, 15),
            (R3, 3, "closure", "all", 15, 10), ("region", None, "undated", "all", 10, 10),
        ]),
        "where_what": plate("where_what", [
            (R4, 4, "all", "B1", 20, 20), (R4, 4, "all", "B", 15, 10), (R3, 3, "all", "A1", 10, 10),
        ]),
        "when_what": plate("when_what", [
            ("region", None, "2015", "A", 30, 20), ("region", None, "before", "Z", 10, 10),
            ("region", None, "all", "all", 10, 10),
        ]),
    }  # fmt: skip
