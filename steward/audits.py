"""Commands that try to win against what is published."""

from __future__ import annotations

from json import dumps
from pathlib import Path  # noqa: TC003 - typer reads the annotations when it runs
from typing import Annotated, Final

import typer

from errors import UsageError
from protect import Outcome, attack, derive, known_of_ledger, read_plain_table, read_totals

FOUND_EXIT: Final = 3
LISTED: Final = 50
"""Findings that are listed as lines; the others are counted, and all of them are in the JSON."""


def audit_release(
    file: Annotated[Path, typer.Argument(help="A release; if its ledger lies beside it, that is used too.")],
    *,
    against: Annotated[
        Path | None, typer.Option(help="CSV with area, period, act, total: what someone else published.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Attack a release as an outsider would: exit 3 if anything is disclosed, or the file was altered.

    An area is `region`, the ISO 3166-2 code of a province, or H3 cells joined by `;`; a total counts reports.
    """
    totals = read_totals(against) if against else ()
    beside = file.with_suffix(".ledger")
    known = known_of_ledger(_bytes(beside)) if beside != file and beside.exists() else None
    outcome = attack(_bytes(file), totals, known)
    typer.echo(dumps(_json(outcome), ensure_ascii=False, indent=1) if json else "\n".join(_lines(outcome)))
    if outcome.findings:
        raise typer.Exit(FOUND_EXIT)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        raise UsageError(f"{file.name} cannot be opened: check its path and that you may read it.") from None


def _json(outcome: Outcome) -> dict[str, object]:
    return {
        "findings": [{"rule": one.rule, "kind": one.kind.value, "message": one.message} for one in outcome.findings],
        "tested": {"margins": outcome.margins, "rows": outcome.rows, "totals": outcome.totals},
        "notes": list(outcome.notes),
    }


def _lines(outcome: Outcome) -> list[str]:
    tried = f"{outcome.margins} margins, {outcome.rows} rows and {outcome.totals} totals were tried"
    listed = [f"{one.rule}: {one.message}" for one in outcome.findings[:LISTED]]
    more = len(outcome.findings) - len(listed)
    return [
        *listed,
        *([f"and {more} findings more."] if more else []),
        *outcome.notes,
        f"{len(outcome.findings)} findings: {tried}." if listed else f"Nothing is disclosed: {tried}.",
    ]


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
