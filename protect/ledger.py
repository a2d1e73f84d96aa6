"""The ledger: the private twin of a release. It knows again what was published of whom, and tells it to nobody.

It holds marks (keyed hashes), group numbers, and of each group its public key, counts and figures. Not kept: a case
key, a source, a place, year or act of a single report. It is sealed with the steward's secret, and useless without it.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass, replace
from typing import Annotated, Final

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from errors import UNPACKING, UsageError
from protect.secret import Secret  # noqa: TC001 - dataclasses and pydantic read the annotations when they run
from release import Earlier, Persons, SourceMode, State

FORMAT: Final = 2
HEAD: Final = "ledger.json"
_EARLIER: Final = "earlier-"
_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_OWNERS: Final = 0o600 << 16
_UNIX: Final = 3

COLUMNS: Final = {
    "entries": {"n": pl.UInt32, "report": pl.String, "case": pl.String, "person": pl.String, "same": pl.String},
    "placed": {"n": pl.UInt32, "plate": pl.String, "edition": pl.UInt16, "group": pl.UInt32, "bears": pl.Boolean},
    "groups": {
        "plate": pl.String, "edition": pl.UInt16, "group": pl.UInt32, "rung": pl.Int16, "area": pl.UInt64,
        "period": pl.String, "act": pl.String, "more": pl.String, "cases": pl.Int64, "reports": pl.Int64,
        "largest": pl.Int64, "figure_reports": pl.Int64, "figure_people": pl.Int64, "lost_cases": pl.Int64,
        "lost_reports": pl.Int64, "dissolved": pl.Boolean,
    },
    "counted": {
        "plate": pl.String, "edition": pl.UInt16, "group": pl.UInt32, "case": pl.String, "person": pl.String,
        "bears": pl.Boolean,
    },
}  # fmt: skip
"""The tables of a ledger, as `Ledger` describes them."""

_Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
_YearMonth = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Fixed(_Frozen):
    """All that must stay the same in every edition of a series; only `universes` may grow.

    `universes`: what figures were held to (rule 13), each as area, period, act, people and source, sorted.
    """

    policy: dict[str, JsonValue]
    taxonomy: str
    eras: dict[str, str]
    ladders: dict[str, str]
    persons: Persons
    sources: SourceMode
    synthetic: bool
    universes: list[tuple[str, str, str, int, str]]


class Made(_Frozen):
    """A release of the series: its id, and the month of its newest edition."""

    release_id: _Sha256
    as_of: _YearMonth


class Head(_Frozen):
    """The content of ledger.json.

    `releases`: all of the series so far, and `withheld`: of each edition, the reports of each plate that were not
    published. `tombstones`: the marks of cases that withdrew. `coverage`: the sha256 of coverage.csv of the newest
    release, empty where there is none; `covered`: whether any release so far holds coverage, in this series or an
    earlier one. `log`: the hash of the line of the log that tells of this
    file, empty before it is written. `check`: shows whether a secret is the right one. `files`: the sha256 of each
    table. `seal`: an HMAC of all this.
    """

    format: int = Field(default=FORMAT, ge=FORMAT, le=FORMAT)
    series: _Sha256
    fixed: Fixed
    releases: list[Made]
    withheld: list[dict[str, int]]
    tombstones: list[str]
    coverage: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    covered: bool = False
    log: str = Field(default="", pattern=r"^([0-9a-f]{64})?$")
    check: str = ""
    files: dict[str, _Sha256] = {}
    seal: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Ledger:
    """A ledger in memory. Private.

    `entries`: every report past its embargo that was seen: n (a number of its own), and its marks, as
    `protect.marks.mark_reports` describes them. `placed`: n, and the group that it is in; `bears`: whether the group's
    counts rest on it (where sources are unlinked, those on the largest source alone). `groups`: every group and every
    row of a table that was published, by plate, edition and number, with its public key, its counts, its figures, what
    it has lost to withdrawals, and whether it is dissolved: no longer published. `counted`: who stands in a row of a
    table. `earlier`: the ledgers of earlier series of the same data, the newest first: whoever kept their releases
    still has them.
    """

    head: Head
    entries: pl.DataFrame
    placed: pl.DataFrame
    groups: pl.DataFrame
    counted: pl.DataFrame
    earlier: tuple[Ledger, ...] = ()

    def __repr__(self) -> str:
        """Say how many editions there are, and nothing else."""
        return f"Ledger({self.editions} editions)"

    @property
    def editions(self) -> int:
        """How many editions it holds."""
        return len(self.head.withheld)

    @property
    def standing(self) -> pl.DataFrame:
        """The groups that are still published."""
        return self.groups.filter(~pl.col("dissolved"))

    @property
    def untrue(self) -> pl.DataFrame:
        """The groups whose figure is larger than what withdrawals have left of it."""
        reports = pl.col("reports") - pl.col("lost_reports") < pl.col("figure_reports")
        people = pl.col("cases") - pl.col("lost_cases") < pl.col("figure_people")
        return self.standing.filter(reports | people)

    @property
    def known_cases(self) -> frozenset[str]:
        """The marks of all cases that it tells of: in this series or an earlier one, or withdrawn."""
        own = {*self.entries["case"], *self.counted["case"], *self.head.tombstones}
        return frozenset(own.union(*(one.known_cases for one in self.earlier)))

    @property
    def history(self) -> list[Earlier]:
        """All releases so far, as a newer one tells of them: withdrawn where a figure in them has been dissolved."""
        first = self.groups.filter("dissolved")["edition"].min()
        return [
            Earlier(
                release_id=made.release_id,
                as_of=made.as_of,
                state=State.SUPERSEDED if first is None or number < int(str(first)) else State.WITHDRAWN,
            )
            for number, made in enumerate(self.head.releases, start=1)
        ]

    def released(self, release_id: str, as_of: str, coverage: str = "") -> Ledger:
        """Return the ledger with one more release in it; `coverage`: the sha256 of its coverage.csv, if it has one."""
        made = [*self.head.releases, Made(release_id=release_id, as_of=as_of)]
        told = {"releases": made, "coverage": coverage, "covered": self.head.covered or bool(coverage)}
        return replace(self, head=self.head.model_copy(update=told))

    def pack(self, secret: Secret, log: str = "") -> bytes:
        """Return the file: the same ledger, secret and line of the log give the same bytes.

        Parameters
        ----------
        secret
            Which seals it.
        log
            The hash of the line of the log that tells of this file.
        """
        tables = {f"{name}.csv": getattr(self, name).write_csv().encode() for name in COLUMNS}
        tables |= {f"{_EARLIER}{at:03d}": ledger.pack(secret) for at, ledger in enumerate(self.earlier)}
        files = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(tables.items())}
        bare = self.head.model_copy(update={"log": log, "check": _check(secret), "files": files, "seal": ""})
        sealed = bare.model_copy(update={"seal": _seal(bare, secret)})
        return _zip({HEAD: _written(sealed), **tables})

    def digest(self, secret: Secret) -> str:
        """Return what the log says of the file: the sha256 of it without the hash of that line of the log."""
        return hashlib.sha256(self.pack(secret)).hexdigest()


def read_ledger(content: bytes, secret: Secret) -> Ledger:
    """Read a ledger, and check that it is whole and that the secret is the one it was made with.

    Raises
    ------
    UsageError
        If it is no ledger, is damaged, or was made with another secret.
    """
    members = _unzip(content)
    head = _head(members)
    if head.check != _check(secret):
        raise UsageError("The secret is not the one that this ledger was made with: editions need the same one.")
    tables = {}
    for name, schema in COLUMNS.items():
        try:
            tables[name] = pl.read_csv(io.BytesIO(members[f"{name}.csv"]), schema=schema)
        except (KeyError, pl.exceptions.PolarsError):
            raise _damaged() from None
    earlier = tuple(read_ledger(members[name], secret) for name in sorted(members) if name.startswith(_EARLIER))
    ledger = Ledger(head, **tables, earlier=earlier)
    if ledger.pack(secret, head.log) != content:  # hashes, seal, members and every byte between them
        raise _damaged()
    return ledger


def is_made_with(content: bytes, secret: Secret) -> bool:
    """Tell whether a ledger was made with a secret.

    Raises
    ------
    UsageError
        If it is no ledger, or is damaged.
    """
    return _head(_unzip(content)).check == _check(secret)


def log_line(content: bytes) -> str:
    """Return the hash of the line of the log that a ledger was written with; this needs no secret.

    Raises
    ------
    UsageError
        If it is no ledger, or is damaged.
    """
    return _head(_unzip(content)).log


def _damaged() -> UsageError:
    return UsageError("The ledger is damaged, or no ledger: use the copy that was written with the release.")


def _check(secret: Secret) -> str:
    return secret.digest("ledger check").hex()


def _seal(bare: Head, secret: Secret) -> str:
    return secret.digest("ledger seal", _written(bare).decode()).hex()


def _written(head: Head) -> bytes:
    return (head.model_dump_json(indent=1) + "\n").encode()


def _head(members: dict[str, bytes]) -> Head:
    try:
        return Head.model_validate_json(members[HEAD])
    except (KeyError, ValidationError):
        raise _damaged() from None


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, date_time=_FIRST_DAY)
            entry.create_system, entry.external_attr = _UNIX, _OWNERS
            archive.writestr(entry, members[name])
    return buffer.getvalue()


def _unzip(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except UNPACKING:
        raise _damaged() from None
