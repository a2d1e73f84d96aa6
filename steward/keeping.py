"""Commands for what was released: the log."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations when it runs
from typing import Annotated

import typer

from errors import UsageError
from steward.log import verify


def show_log(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the releases.")],
    *,
    check: Annotated[bool, typer.Option("--verify", help="Find a changed or removed line (exit 3).")] = False,
) -> None:
    """List what was done to the releases of a folder, or check that no line was changed since."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder.name}.")
    entries = verify(folder)
    if check:
        typer.echo(f"{len(entries)} line{'' if len(entries) == 1 else 's'}, none changed, removed, added or moved.")
        return
    for entry in entries:
        approval = f", approved by {entry.approved_by}" if entry.approved_by else ""
        typer.echo(f"{entry.number}  {entry.at}  {entry.action.value}  {entry.release_id[:12]}{approval}")
        for name, digest in entry.files.items():
            typer.echo(f"   {digest}  {name}")
