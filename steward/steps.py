"""The way from a file to a release, step by step, in memory alone.

Each step is a frozen value with a report that holds no value of the data: recognised, screened, mapped, classified,
ordered, protected. A way holds the steps that were done; undoing drops the last. Nothing here reads or writes a disk.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from data import (
    Decisions,
    Incidents,
    IntakeReport,
    Layout,
    Mapped,
    Recognised,
    Screened,
    check_mapped,
    map_columns,
    read_layout,
    read_mapped,
    recognise,
    screen_columns,
)
from errors import InputError, UsageError
from protect import LossReport, Placed, loss_of, placing_of, protect
from release import read_release
from steward.alone import Held, check_apart
from steward.handing import Handed, order_of
from steward.ordering import Order, request_of
from steward.writing import Twin, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from protect import Secret
    from steward.uploads import Upload


class Stage(IntEnum):
    """The steps, in order."""

    RECOGNISE = 1
    SCREEN = 2
    MAP = 3
    CLASSIFY = 4
    ORDER = 5
    PROTECT = 6


@dataclass(frozen=True, slots=True)
class ClassifiedReport:
    """How the rows were read, and how finely their reports may be placed. Exact counts, for the steward alone."""

    intake: IntakeReport
    placing: tuple[Placed, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Classified:
    """Incidents that were read whole. Private."""

    incidents: Incidents
    report: ClassifiedReport

    def __repr__(self) -> str:
        """Say how many rows are used."""
        return f"Classified({self.report.intake.used} rows)"


@dataclass(frozen=True, slots=True)
class OrderedReport:
    """What was ordered, in the words of the order; nothing of it comes from the data."""

    title: str
    as_of: str
    k: int
    persons: str | None
    single_source: bool
    action: str
    approved_by: str | None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Ordered:
    """What the steward says of the release, and what the folder holds that it will stand in. Private.

    `held`: the log and the ledgers of that folder, as far as they were handed in. `name`: of the zip.
    """

    name: str
    order: Order
    held: Held
    approved_by: str | None
    report: OrderedReport

    def __repr__(self) -> str:
        """Say what is done."""
        return f"Ordered({self.report.action})"


@dataclass(frozen=True, slots=True, repr=False)
class ProtectedReport:
    """What came of it. Private: the loss holds exact counts."""

    release_id: str
    loss: LossReport
    tombstoned: int
    carried: bool

    def __repr__(self) -> str:
        """Say which release, and nothing of what it cost."""
        return f"ProtectedReport({self.release_id})"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Done:
    """A release that passed the audit, and the private files that belong beside it, as bytes.

    `name`: of the zip; its ledger has the same name and another ending.
    """

    name: str
    release: bytes
    ledger: bytes
    log: bytes
    report: ProtectedReport

    def __repr__(self) -> str:
        """Say which release."""
        return f"Done({self.report.release_id})"


Step: TypeAlias = Recognised | Screened | Mapped | Classified | Ordered | Done

_KINDS: Final = (Recognised, Screened, Mapped, Classified, Ordered, Done)


@dataclass(frozen=True, slots=True)
class Way:
    """The steps that were done, each made from the one before."""

    steps: tuple[Step, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse a step out of its order."""
        if any(not isinstance(step, kind) for step, kind in zip(self.steps, _KINDS, strict=False)):
            raise UsageError("The steps are taken in their order: undo the last, and go on from there.")

    @property
    def next(self) -> Stage | None:
        """The step that comes next; None when all are done."""
        return Stage(len(self.steps) + 1) if len(self.steps) < len(Stage) else None

    def then(self, step: Step) -> Way:
        """Return the way with one step more."""
        return Way((*self.steps, step))

    def undone(self) -> Way:
        """Return the way without its last step."""
        return Way(self.steps[:-1])

    def after(self, stage: Stage) -> Step:
        """Return what a step made.

        Raises
        ------
        UsageError
            If it was not taken yet.
        """
        if len(self.steps) < stage:
            raise UsageError("The steps are taken in their order: this one needs the one before.")
        return self.steps[stage - 1]


class FaultyError(InputError):
    """A file that cannot be read whole yet, with the decisions under which it could be."""

    def __init__(self, faults: str, decisions: Decisions) -> None:
        super().__init__(faults)
        self.decisions = decisions


def recognise_upload(file: Upload, sheet: str, mapping: Upload | None) -> Recognised:
    """Take the first step: read a file and find out what it is.

    Raises
    ------
    InputError, UsageError
        If the file, its sheet or the mapping cannot be read.
    """
    own = read_layout(mapping.content) if mapping else None
    return recognise(file.content, name=file.name, sheet=sheet.strip() or None, mapping=own)


def screen_upload(recognised: Recognised) -> Screened:
    """Take the second step: drop the columns that must not come in."""
    return screen_columns(recognised)


def map_upload(screened: Screened, chosen: Mapping[str, str], absent: Sequence[str] = ()) -> Mapped:
    """Take the third step: turn columns into canonical ones.

    Parameters
    ----------
    screened
        The step before.
    chosen, absent
        Canonical column to the header that the steward chose for it, and columns that the file is known not to have;
        they go before the steward's mapping, and that before what was recognised.

    Raises
    ------
    InputError
        If a column that is needed is missing, or stands twice.
    """
    own = screened.recognised.own
    if chosen or absent:
        said = Layout.model_validate({"columns": dict(chosen), "absent": tuple(absent)})
        own = said.over(own or Layout())
    mapped = map_columns(screened, own)
    if mapped.wrong:
        raise check_mapped(mapped).faults.error()
    return mapped


def classify_upload(mapped: Mapped, decisions: Decisions | None) -> Classified:
    """Take the fourth step: read the rows whole, or not at all, and tell how finely they may be placed.

    Raises
    ------
    FaultyError
        If there are faults; with it the decisions that a steward could accept instead.
    UsageError
        If the decisions are about another file.
    """
    report = check_mapped(mapped, decisions=decisions)
    if report.faults:
        raise FaultyError(str(report.faults.error()), report.decisions)
    incidents = read_mapped(mapped, decisions=decisions)
    return Classified(incidents, ClassifiedReport(incidents.report, placing_of(incidents)))


def order_release(classified: Classified, handed: Handed, secret: Secret) -> Ordered:
    """Take the fifth step: settle what is asked for.

    Raises
    ------
    AtlasError
        If a field or a file of the order cannot be used, or does not fit the incidents; it is named by its option.
    """
    order, held, approved_by = order_of(handed, secret)
    request = request_of(order, classified.report.intake)
    report = OrderedReport(
        title=order.title,
        as_of=str(order.as_of),
        k=order.policy.k,
        persons=request.persons.value if request.persons else None,
        single_source=request.single_source,
        action=order.action.value,
        approved_by=approved_by,
    )
    return Ordered(handed.out, order, held, approved_by, report)


def protect_upload(classified: Classified, ordered: Ordered, secret: Secret, progress: Callable[[str], None]) -> Done:
    """Take the last step: protect, attack, and make the files that the command would write.

    Parameters
    ----------
    classified, ordered
        The incidents, and what is asked for.
    secret
        Of the steward; it is in none of the files.
    progress
        Is told in a sentence, which holds no figure, what is being done.

    Raises
    ------
    AtlasError
        As `protect` does, and if a ledger of the folder holds people of the table.
    """
    request = request_of(ordered.order, classified.report.intake)
    name, book = ordered.name, ordered.held.book
    check_apart(name, ordered.held, classified.incidents.rows["case"].unique(), secret, request.previous)
    protected = protect(classified.incidents, secret, request, progress)
    twin = Twin(protected.ledger.digest(secret), lambda line: protected.ledger.pack(secret, line))
    action, approved_by = ordered.order.action, ordered.approved_by
    entry = entry_of(book, name, protected.release, action, approved_by=approved_by, twin=twin)
    report = ProtectedReport(
        release_id=read_release(protected.release).manifest.short_id,
        loss=loss_of(protected),
        tombstoned=protected.tombstoned,
        carried=protected.carried,
    )
    return Done(name, protected.release, twin.pack(entry.hash), book.whole(entry), report)
