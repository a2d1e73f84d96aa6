"""Commands that try to win against what is published."""

from __future__ import annotations

from json import dumps
from pathlib import Path  # noqa: TC003 - typer reads the annotations when it runs
from typing import Annotated

import typer

from protect import derive, read_plain_table


def audit_table(
    cells: Annotated[Path, typer.Argument(help="CSV with cell, count, published (yes or no).")],
    *,
    margins: Annotated[Path, typer.Option(help="CSV with margin, cell: the cells of each margin.")],
    json: Annotated[bool, typer.Option("--json", help="Print the intervals as JSON.")] = False,
) -> None:
    """Say what an outsider can derive of each unpublished cell of a table whose margins' totals are published."""
    found = derive(read_plain_table(cells, margins))
    if json:
        rows = [{"cell": one.cell, "low": one.low, "high": one.high} for one in found]
        typer.echo(dumps({"cells": rows}, ensure_ascii=False, indent=1))
        return
    for one in found:
        typer.echo(f"{one.cell}: {_words(one.low, one.high)}")
    if not found:
        typer.echo("Every cell is published: nothing is hidden.")


def _words(low: int, high: int | None) -> str:
    if high is None:
        return f"{low} or more"
    return f"exactly {low}" if low == high else f"{low} to {high}"
