"""The manifest: what a release says about itself, and nothing about anyone in it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Final, Self, assert_never

from pydantic import BaseModel, ConfigDict, Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from release.plates import PLATES

FORMAT: Final = 1
LONGEST_TITLE: Final = 200

NOT_PREVALENCE: Final = "Documented reports, not prevalence. Absence of colour is not absence of harm."
NO_ENDORSEMENT: Final = "Boundaries and names shown imply no endorsement."
MINIMA: Final = "Every figure is a minimum. Reports are not people, and people of different figures do not add up."
EVENTS: Final = (
    "k counts events: the records know no persons, so that every case is an event, and no person is counted."
)
SYNTHETIC_NOTE: Final = "Synthetic data: invented people and events, to try the software. It is evidence of nothing."

YearMonth = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Signature = Annotated[str, Field(pattern=r"^[0-9a-f]{128}$")]


class Persons(StrEnum):
    """How the case keys of several sources relate."""

    LINKED = "linked"  # one key over all sources: a case is a person
    DISJOINT = "disjoint"  # no person is in two sources
    UNLINKED = "unlinked"  # the same person may stand in two sources under two keys

    @property
    def parts_add(self) -> bool:
        """Whether reports of different groups and editions may be added."""
        match self:
            case Persons.LINKED | Persons.DISJOINT:
                return True
            case Persons.UNLINKED:
                return False
            case _:
                assert_never(self)


class SourceMode(StrEnum):
    """Whether every figure rests on several sources."""

    SEVERAL = "several"
    SINGLE = "single"


class Audit(StrEnum):
    """What the auditor said; a release that was never attacked never claims to be safe from attack."""

    NOT_AUDITED = "not audited"
    PASSED = "passed the audit"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, use_enum_values=False)


class PublicPolicy(_Frozen):
    """The part of the policy that may be known: it helps to read the figures and helps no attacker."""

    k: int = Field(ge=1)
    step: int = Field(ge=1)
    embargo_months: dict[str, int]
    thin_below_arrivals: int = Field(ge=0)
    eras: dict[str, str]
    ladders: dict[str, str]
    largest_case: int = Field(ge=0, multiple_of=10)
    hold_back: bool


class Edition(_Frozen):
    """One batch of reports, protected together and then frozen."""

    as_of: YearMonth


class State(StrEnum):
    """What became of an earlier release of a series."""

    SUPERSEDED = "superseded"  # a newer one holds what it held
    WITHDRAWN = "withdrawn"  # it should no longer be used


class Earlier(_Frozen):
    """A release of the same series that came before this one."""

    release_id: Sha256
    as_of: YearMonth
    state: State


class Manifest(_Frozen):
    """The content of manifest.json; `files` holds the sha256 of every other file of the release.

    `series` is the same for all releases that continue one another, and says nothing else. `history`: the earlier ones,
    oldest first. `left_out`: plates that could not be made safe. `behind`: plates that hold earlier editions and
    nothing of the newest, because with it they could not be made safe; not written where there are none. `public_key`
    and `signature` (ed25519, over this manifest without the signature) are None where the steward has no key.
    """

    format: int = Field(ge=FORMAT, le=FORMAT)
    title: str = Field(min_length=1, max_length=LONGEST_TITLE)
    release_id: Sha256
    series: Sha256
    history: list[Earlier]
    software: str
    synthetic: bool
    editions: list[Edition] = Field(min_length=1)
    persons: Persons
    sources: SourceMode
    audit: Audit
    left_out: list[str]
    behind: list[str] = []
    taxonomy: str
    policy: PublicPolicy
    caveats: list[str]
    licence: str
    cite_as: str
    files: dict[str, Sha256]
    public_key: Sha256 | None = None
    signature: Signature | None = None

    @model_validator(mode="after")
    def _agrees_with_itself(self) -> Self:
        ids = [self.release_id, *(earlier.release_id for earlier in self.history)]
        if len(set(ids)) < len(ids):
            raise ValueError("a release stands twice in its history")
        if [name for name in PLATES if name in self.left_out] != self.left_out:
            raise ValueError("what is left out is no list of plates in their order")
        if any(f"plates/{name}.csv" in self.files for name in self.left_out):
            raise ValueError("a plate that is left out is there")
        if [name for name in PLATES if name in self.behind and name not in self.left_out] != self.behind:
            raise ValueError("what is behind is no list of plates that are there, in their order")
        if self.behind and (len(self.editions) == 1 or any(self._lacks(name) for name in self.behind)):
            raise ValueError("a plate is behind that is not there, or in a first edition")
        return self

    @model_serializer(mode="wrap")
    def _written(self, write: SerializerFunctionWrapHandler) -> dict[str, Any]:
        told: dict[str, Any] = write(self)
        return told if self.behind else {name: value for name, value in told.items() if name != "behind"}

    def _lacks(self, plate: str) -> bool:
        """Whether a sealed manifest lists no file of a plate; a draft lists no file at all."""
        return bool(self.files) and f"plates/{plate}.csv" not in self.files

    @property
    def short_id(self) -> str:
        """The first twelve digits of the release id, as printed on maps and in links."""
        return self.release_id[:12]

    @property
    def as_of(self) -> str:
        """The month (YYYY-MM) of the newest edition."""
        return self.editions[-1].as_of
