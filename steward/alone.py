"""Whether a folder already tells of the people of a table.

A release that does not go on from what was published of them is not attacked together with it, and whoever has both can
subtract.
"""

from __future__ import annotations

from collections.abc import Iterable  # noqa: TC003 - dataclasses read the annotations when they run
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from errors import UsageError
from protect import is_made_with, mark_cases, read_ledger
from steward import log
from steward.files import LEDGER
from steward.keeping import read_private

if TYPE_CHECKING:
    from pathlib import Path

    from protect import Ledger, Secret


def check_alone(out: Path, cases: Iterable[str], secret: Secret, previous: Ledger | None) -> str:
    """Refuse a release of people of whom the folder tells already, but in a series that is not gone on with.

    Parameters
    ----------
    out
        The zip that is to be written.
    cases
        The case keys of the table.
    secret
        Of the steward. A ledger that was made with another one cannot be compared.
    previous
        The ledger that the release goes on from; its series, and the earlier ones in it, are attacked anyway.

    Returns
    -------
    str
        The hash of the last line of the log; empty if there is none. What is written under another one was not checked.

    Raises
    ------
    UsageError
        Naming the ledger that shares a case with the table, that is missing or damaged, or whose place would be taken.
    ReleaseError
        If the log of the folder is altered.
    """
    book = log.Book(log.verify(out.parent))
    beside = sorted(out.parent.glob(f"*{LEDGER}"))
    held = Held(book, frozenset(path.name for path in beside), ((path.name, read_private(path)) for path in beside))
    check_apart(out.name, held, cases, secret, previous)
    return book.last


@dataclass(frozen=True, slots=True, repr=False)
class Held:
    """What a folder of releases holds: its log, the names of its ledgers, and name and bytes of each, in order."""

    book: log.Book
    names: frozenset[str]
    ledgers: Iterable[tuple[str, bytes]]

    def __repr__(self) -> str:
        """Say how many ledgers there are."""
        return f"Held({len(self.names)} ledgers)"


def check_apart(out: str, held: Held, cases: Iterable[str], secret: Secret, previous: Ledger | None) -> None:
    """Refuse as `check_alone` does, by what a folder holds; the folder itself need not be at hand.

    Raises
    ------
    UsageError
        Naming the ledger that shares a case with the table, that is missing or damaged, or whose place would be taken.
    """
    known = {previous.head.series, *(one.head.series for one in previous.earlier)} if previous else set()
    _check_there(held, known)
    marks = set(mark_cases(cases, secret))
    for name, content in held.ledgers:
        found = _read(name, content, secret)
        if found is not None and found.head.series in known:
            continue
        if found is not None and not marks.isdisjoint(found.known_cases):
            raise UsageError(
                f"People of this table are in {name} already, so that this release has to be attacked together with "
                f"that one. Say --previous {name.removesuffix(LEDGER)}.zip (or the newest release of that series) to "
                "go on with it, and --new-series as well to begin afresh. Nothing was written."
            )
        if name == PurePath(out).with_suffix(LEDGER).name:
            raise UsageError(f"{name} belongs to another release and would be lost: give --out another name.")


def _check_there(held: Held, known: set[str]) -> None:
    """Refuse a folder from which the newest ledger of a series is missing: nobody can tell whom it holds."""
    entries = held.book.entries
    newest = {entry.series: entry for entry in entries if any(name.endswith(LEDGER) for name in entry.files)}
    for series, entry in newest.items():
        missing = [name for name in entry.files if name.endswith(LEDGER) and name not in held.names]
        if missing and series not in known:
            raise UsageError(
                f"Line {entry.number} of the log tells of {missing[0]}, which is not there, so that nobody can tell "
                "whether it holds people of this table. Bring it back, or write this release into a folder of its own "
                "if it shares no one with that one."
            )


def _read(name: str, content: bytes, secret: Secret) -> Ledger | None:
    """Read a ledger; None if it was made with another secret."""
    try:
        return read_ledger(content, secret) if is_made_with(content, secret) else None
    except UsageError:
        raise UsageError(f"{name} is damaged: bring back the newest copy of it.") from None
