"""What is handed in on a page, words and uploads, as the order that the command line would make of files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from errors import UsageError
from protect import Policy, log_line, read_coverage, read_policy, read_totals, read_universes
from release import Persons
from steward.alone import Held
from steward.files import LEDGER
from steward.log import LOG, Book, read_log
from steward.ordering import Before, Order, go_on_from, read_month
from steward.signing import read_signer
from steward.writing import second_person

if TYPE_CHECKING:
    from protect import Secret
    from steward.uploads import Upload

_ZIP: Final = re.compile(r"[\w][\w.-]{0,80}\.zip")


@dataclass(frozen=True, slots=True)
class Handed:
    """The fields of the form, as they were filled in; each bears the option of the command that it stands for.

    `private`: the ledgers and the log of the folder that the release will stand in.
    """

    title: str
    out: str = "release.zip"
    as_of: str = ""
    persons: str = ""
    single_source: bool = False
    synthetic: bool = False
    k: int = Policy().k
    policy: Upload | None = None
    previous: Upload | None = None
    private: tuple[Upload, ...] = field(default=())
    new_series: bool = False
    all_now: bool = False
    coverage: Upload | None = None
    universe: Upload | None = None
    against: Upload | None = None
    approve: str = ""


def people_range() -> tuple[int, int]:
    """Return the least and the most that may be asked for as k; the policy has the floor.

    Examples
    --------
    >>> people_range()
    (6, 100)
    """
    known = Policy.model_json_schema()["properties"]["k"]
    return known["minimum"], known["maximum"]


def order_of(handed: Handed, secret: Secret) -> tuple[Order, Held, str | None]:
    """Return the order, what the folder holds, and who approves.

    Raises
    ------
    AtlasError
        As the command `release` raises it: each field is named by its option.
    """
    if _ZIP.fullmatch(handed.out) is None:
        raise UsageError("--out must be a plain file name that ends in .zip.")
    approved_by = second_person(handed.approve or None)
    held = held_of(handed.private)
    before = _before(handed, held, secret) if handed.previous else None
    order = Order(
        title=handed.title,
        as_of=read_month(handed.as_of.strip()),
        persons=Persons(handed.persons) if handed.persons else None,
        single_source=handed.single_source,
        synthetic=handed.synthetic,
        policy=read_policy(handed.policy) if handed.policy else Policy(k=handed.k),
        signer=read_signer(),
        universes=read_universes(handed.universe),
        coverage=read_coverage(handed.coverage) if handed.coverage else None,
        before=before,
        new_series=handed.new_series,
        all_now=handed.all_now,
        against=read_totals(handed.against) if handed.against else (),
    )
    return order, held, approved_by


def held_of(private: tuple[Upload, ...]) -> Held:
    """Return what a folder holds, by its private files; each ledger is held to the log, as `log --verify` does.

    Raises
    ------
    UsageError
        If a file is neither a ledger nor the log, or a ledger is damaged.
    ReleaseError
        If the log is altered, or a ledger is an old copy.
    """
    ledgers = {one.name: one.content for one in private if one.name.endswith(LEDGER)}
    logs = [one.content for one in private if one.name == LOG]
    if len(ledgers) + len(logs) < len(private) or len(logs) > 1:
        raise UsageError(f"Give the files that end in {LEDGER}, and {LOG}, each once and under its own name.")
    if ledgers and not logs:
        raise UsageError(
            f"Give {LOG} of the same folder as well: without it nobody can tell which ledger is the newest."
        )
    heads = [(name, _line(name, content)) for name, content in sorted(ledgers.items())]
    book = Book(read_log(logs[0], heads) if logs else ())
    return Held(book, frozenset(ledgers), tuple(sorted(ledgers.items())))


def _line(name: str, content: bytes) -> str:
    try:
        return log_line(content)
    except UsageError:
        raise UsageError(f"{name} is damaged: bring back the newest copy of it.") from None


def _before(handed: Handed, held: Held, secret: Secret) -> Before:
    """Find the ledger of the release to go on from among the private files."""
    previous = handed.previous
    if previous is None or not previous.name.endswith(".zip"):
        raise UsageError("--previous must be a release, a file that ends in .zip.")
    beside = previous.name.removesuffix(".zip") + LEDGER
    found = next((one for one in handed.private if one.name == beside), None)
    if found is None:
        raise UsageError(f"Give {beside} and {LOG} as well: they lie beside {previous.name}.")
    return go_on_from(previous, found, held.book, secret)
