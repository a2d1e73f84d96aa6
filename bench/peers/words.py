"""The table of the comparison as METHOD.md shows it."""

from __future__ import annotations

import re
from typing import Final

import polars as pl

SHOWN: Final = {
    "ladder": "**ladder**",
    "suppression r5": "suppression",
    "merge": "merge",
    "cell key 10-5 r5": "cell key, rounded",
    "cell key noise r5": "cell key, noise",
    "laplace r4": "Laplace noise",
}
"""Methods that are shown, and their names, each at the resolution that serves it best."""
ROWS: Final = {
    "reports in a figure, %": pl.col("shown") * 100,
    "reports shown at r3 or finer, %": pl.col("r3") * 100,
    "reports shown at r5, %": pl.col("r5") * 100,
    "half are shown within, thousand km²": pl.col("area_km2") / 1000,
    "figures add up to, % of reports": pl.col("added") * 100,
    "map is off by, km": pl.col("moved_km"),
    "Hellinger distance, %": pl.col("hellinger") * 100,
    "hot cells in common, %": pl.col("hot_r4") * 100,
    "small margins given away": pl.col("pinned"),
    "figures above the truth, %": pl.col("above") / pl.col("figures") * 100,
    "figures one withdrawal makes untrue, %": pl.col("above_later") / pl.col("figures") * 100,
}
_FEW: Final = 10.0


def markdown(table: pl.DataFrame) -> str:
    """Return the table: a row a measure, a column a method, in each cell the means of all sizes from small to large."""
    lines = [f"| measure | {' | '.join(SHOWN.values())} |", f"|---{'|---' * len(SHOWN)}|"]
    for label, value in ROWS.items():
        cells = [
            " / ".join(
                _number(one) for one in table.filter(pl.col("method") == name).sort("people").select(value).to_series()
            )
            for name in SHOWN
        ]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines)


def put_in(method: str, table: pl.DataFrame) -> str:
    """Return the text of METHOD.md with this table in the place of the one that it has.

    Raises
    ------
    ValueError
        If it has no such table, or several.
    """
    parts = re.split(r"(?<=\n)\| measure \| \*\*ladder\*\* .*?(?=\n\n)", method, flags=re.DOTALL)
    if len(parts) != 2:  # noqa: PLR2004 - before and after it
        raise ValueError("METHOD.md must hold the table of the comparison once")
    return markdown(table).join(parts)


def _number(value: float) -> str:
    """Write whole numbers from ten on, else one decimal, and `none` for what has no end."""
    if value == float("inf"):
        return "none"
    return f"{value:.0f}" if value >= _FEW or not value else f"{value:.1f}"
