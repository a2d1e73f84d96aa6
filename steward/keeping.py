"""Commands for what was released: the log, whether a file is what was released, and withdrawal from it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path  # noqa: TC003 - typer reads the annotations when it runs
from typing import Annotated, Final

import typer

from briefing import Examination, check_file
from errors import UsageError
from protect import check_known, log_line, read_cases, read_ledger, withdraw, withdrawal_notes
from release import Verdict, Verification, read_release
from steward import log
from steward.files import Content
from steward.secret import read_secret
from steward.writing import second_person

ALTERED_EXIT: Final = 3


def show_log(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of the releases.")],
    *,
    check: Annotated[bool, typer.Option("--verify", help="Find a changed or removed line (exit 3).")] = False,
) -> None:
    """List what was done to the releases of a folder, or check that no line was changed since."""
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder.name}.")
    heads = [(path.name, _line(path)) for path in sorted(folder.glob("*.ledger"))] if check else []
    entries = log.verify(folder, heads)
    if check:
        typer.echo(f"{len(entries)} line{'' if len(entries) == 1 else 's'}, none changed, removed, added or moved.")
        return
    for entry in entries:
        approval = f", approved by {entry.approved_by}" if entry.approved_by else ""
        typer.echo(f"{entry.number}  {entry.at}  {entry.action.value}  {entry.release_id[:12]}{approval}")
        for name, digest in entry.files.items():
            typer.echo(f"   {digest}  {name}")


def verify_file(
    file: Annotated[Path, typer.Argument(help="A release, or any file that was saved or exported from one.")],
    *,
    newest: Annotated[
        Path | None, typer.Option("--release", help="The newest release of the same series that you have.")
    ] = None,
) -> None:
    """Say whether a file is what left the atlas: genuine, or altered (exit 3).

    Whether a newer release has superseded or withdrawn the one in question can be told only against that release.
    """
    found = check_file(file, newest)
    typer.echo(f"{found.verdict.value}: {file.name}")
    for line in _told(found):
        typer.echo(line)
    for limit in found.limits:
        typer.echo(limit)
    if found.verdict is Verdict.ALTERED:
        raise typer.Exit(ALTERED_EXIT)


def _told(found: Examination | Verification) -> list[str]:
    """Return what a genuine file says of itself, or why it is altered."""
    match found:
        case Verification(manifest=manifest) if manifest:
            return [f"release {manifest.release_id}, as of {manifest.as_of}, {manifest.audit.value}"]
        case Examination(receipt=receipt) if receipt:
            views = [f"view {view}" for view in receipt.views]
            return [f"export {receipt.kind} of release {receipt.release_id}, in {receipt.language.value}", *views]
    return [found.reason]


def withdraw_cases(
    file: Annotated[Path, typer.Argument(help="The newest release of the series; its ledger lies beside it.")],
    *,
    cases: Annotated[Path, typer.Option(help="CSV with one column, case: who withdraws.")],
    not_yet_in: Annotated[
        bool, typer.Option("--not-yet-in", help="Take cases too that are in no release: they stay out of all to come.")
    ] = False,
    approve: Annotated[str | None, typer.Option(help="The second person who approves; named in the log only.")] = None,
) -> None:
    """Take people out of the ledger of a release. No public figure changes, and no later release holds them."""
    secret, approved_by, leaving = read_secret(), second_person(approve), read_cases(cases)
    manifest = read_release(file).manifest
    beside = file.with_suffix(".ledger")
    with log.writing(file.parent) as book:
        ledger = read_ledger(read_private(beside), secret)
        if ledger.head.releases[-1].release_id != manifest.release_id:
            raise UsageError(
                f"{beside.name} is not the ledger of {file.name}: withdraw from the release it belongs to."
            )
        book.check_newest(manifest, beside.name, ledger.head.log)
        if not not_yet_in:
            check_known(ledger, leaving, secret)
        done = withdraw(ledger, leaving, secret)
        if done.repeated < done.cases:
            digest = done.ledger.digest(secret)
            now = datetime.now(tz=UTC)
            entry = book.entry(log.Action.WITHDRAWAL, {beside.name: digest}, manifest, approved_by, now)
            book.write(entry, [Content(beside, done.ledger.pack(secret, entry.hash), private=True)])
    for line in withdrawal_notes(done):
        typer.echo(line)


def read_private(ledger: Path) -> bytes:
    """Return the bytes of a ledger.

    Raises
    ------
    UsageError
        If it is not there, or cannot be read.
    """
    try:
        return ledger.read_bytes()
    except OSError:
        raise UsageError(
            f"The ledger {ledger.name} cannot be opened: it was written beside the release, keep the two together."
        ) from None


def _line(ledger: Path) -> str:
    """Return the hash of the line of the log that a ledger was written with, or name the ledger that is damaged."""
    try:
        return log_line(read_private(ledger))
    except UsageError:
        raise UsageError(f"{ledger.name} is damaged, or cannot be opened: bring back the newest copy of it.") from None
