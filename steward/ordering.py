"""What a steward orders, from the command line or from the page: the same words make the same request to protect."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from errors import UsageError
from protect import Month, Policy, Request, known_universes, read_ledger
from release import Persons, read_release
from steward.log import Action

if TYPE_CHECKING:
    import polars as pl

    from data import IntakeReport
    from protect import Coverage, Ledger, Secret, Source, Total
    from release import Signer, Universe
    from steward.log import Book


@dataclass(frozen=True, slots=True, repr=False)
class Before:
    """The release that a new one goes on from: its ledger, the ledger's bytes as they were read, and its coverage."""

    ledger: Ledger
    content: bytes
    coverage: pl.DataFrame | None

    def __repr__(self) -> str:
        """Say nothing of what it holds."""
        return "Before(...)"


def go_on_from(release: Source, ledger: Source, book: Book, secret: Secret) -> Before:
    """Read the release to go on from and its ledger, and refuse an old one.

    Parameters
    ----------
    release, ledger
        The newest release of a series, and the private file beside it.
    book
        The log of their folder.
    secret
        Of the steward.

    Raises
    ------
    UsageError
        If a file cannot be read, the two do not belong together, or the log tells of a newer release.
    ReleaseError
        If the release is altered, or the log tells of a newer state of the ledger.
    """
    old = read_release(_bytes(release))
    content = _bytes(ledger)
    known = read_ledger(content, secret)
    if known.head.releases[-1].release_id != old.manifest.release_id:
        raise UsageError(f"{ledger.name} is not the ledger of {release.name}: go on from the release it belongs to.")
    book.check_newest(old.manifest, ledger.name, known.head.log)
    return Before(known, content, old.coverage)


def _bytes(source: Source) -> bytes:
    try:
        return source.read_bytes()
    except OSError:
        raise UsageError(
            f"{source.name} cannot be opened: check its path and your rights; release and ledger are kept together."
        ) from None


@dataclass(frozen=True, slots=True)
class Order:
    """All that a steward says of a release, besides the file and the secret; the fields are those of `Request`."""

    title: str
    as_of: Month
    persons: Persons | None = None
    single_source: bool = False
    synthetic: bool = False
    policy: Policy = field(default_factory=Policy)
    signer: Signer | None = None
    universes: tuple[Universe, ...] = field(default_factory=known_universes)
    coverage: Coverage | None = None
    before: Before | None = None
    new_series: bool = False
    all_now: bool = False
    against: tuple[Total, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a new series that comes after nothing."""
        if self.new_series and self.before is None:
            raise UsageError("--new-series needs --previous: the release that the new series comes after.")

    @property
    def action(self) -> Action:
        """What the log says of it."""
        if self.before is None:
            return Action.RELEASE
        return Action.NEW_SERIES if self.new_series else Action.EDITION


def request_of(order: Order, report: IntakeReport) -> Request:
    """Return what is asked of `protect`: the order, and what the file itself fixes.

    Raises
    ------
    UsageError
        If the order calls invented rows real, or real ones invented.
    """
    if report.synthetic != order.synthetic:
        raise UsageError(
            "The rows are marked as synthetic: say --synthetic."
            if report.synthetic
            else "--synthetic was given, but the rows are not marked so (column `synthetic`, yes in every row)."
        )
    fixed = Persons(report.persons) if report.persons else None
    return Request(
        title=order.title,
        as_of=order.as_of,
        persons=order.persons or fixed,
        single_source=order.single_source or report.single_source,
        synthetic=order.synthetic,
        events=report.events,
        policy=order.policy,
        signer=order.signer,
        universes=order.universes,
        coverage=order.coverage,
        previous=order.before.ledger if order.before else None,
        carried=order.before.coverage if order.before else None,
        new_series=order.new_series,
        all_now=order.all_now,
        against=order.against,
    )


def read_month(text: str) -> Month:
    """Read a month, YYYY-MM; empty is this one.

    Raises
    ------
    UsageError
        If it is no month, or has not begun: embargoes would end before their time.
    """
    now = datetime.now(tz=UTC)
    if not text:
        return Month(now.year, now.month)
    try:
        given = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC)
    except ValueError:
        raise UsageError("--as-of must be a month, written YYYY-MM.") from None
    if (given.year, given.month) > (now.year, now.month):
        raise UsageError("--as-of lies in the future: embargoes would end before their time.")
    return Month(given.year, given.month)
