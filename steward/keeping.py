"""Commands for what was released: the log, and whether a file is what was released."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the annotations when it runs
from typing import Annotated, Final

import typer

from errors import UsageError
from release import Verdict, verify
from steward import log

ALTERED_EXIT: Final = 3


def show_log(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the releases.")],
    *,
    check: Annotated[bool, typer.Option("--verify", help="Find a changed or removed line (exit 3).")] = False,
) -> None:
    """List what was done to the releases of a folder, or check that no line was changed since."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder.name}.")
    entries = log.verify(folder)
    if check:
        typer.echo(f"{len(entries)} line{'' if len(entries) == 1 else 's'}, none changed, removed, added or moved.")
        return
    for entry in entries:
        approval = f", approved by {entry.approved_by}" if entry.approved_by else ""
        typer.echo(f"{entry.number}  {entry.at}  {entry.action.value}  {entry.release_id[:12]}{approval}")
        for name, digest in entry.files.items():
            typer.echo(f"   {digest}  {name}")


def verify_file(
    file: Annotated[Path, typer.Argument(help="A release.")],
    *,
    newest: Annotated[
        Path | None, typer.Option("--release", help="The newest release of the same series that you have.")
    ] = None,
) -> None:
    """Say whether a file is the release that it says it is: genuine, or altered (exit 3).

    Whether a newer release has superseded or withdrawn it can be told only against that release.
    """
    found = verify(file, newest)
    typer.echo(f"{found.verdict.value}: {file.name}")
    if found.manifest:
        typer.echo(f"release {found.manifest.release_id}, as of {found.manifest.as_of}, {found.manifest.audit.value}")
    else:
        typer.echo(found.reason)
    for limit in found.limits:
        typer.echo(limit)
    if found.verdict is Verdict.ALTERED:
        raise typer.Exit(ALTERED_EXIT)
