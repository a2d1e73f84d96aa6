"""What a steward decides about faults, in one file: lines to drop, points that are elsewhere, labels read as acts."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from data.toml_text import toml_text
from errors import UsageError
from terms import taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping

_WIDTH: Final = 15


@dataclass(frozen=True, slots=True)
class Decisions:
    """Decisions about one file. No value of it is in them, but labels of acts that may be told.

    `file`: digest of the file that they were made for. `drop`: lines that are left out. `elsewhere`: lines whose point
    is read as a place outside the study area. `acts`: label to code.
    """

    file: str = ""
    drop: tuple[int, ...] = ()
    elsewhere: tuple[int, ...] = ()
    acts: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether anything is decided."""
        return bool(self.drop or self.elsewhere or self.acts)

    def to_toml(self) -> str:
        """Write the decisions as the file that `--decisions` takes."""
        lines = [
            "# Decisions of the steward about one file. Delete what you do not accept, and mend the file instead.",
            f'file = "{self.file}"',
            "# Lines that are left out:",
            f"drop = {_numbers(self.drop)}",
            "# Lines whose point counts as outside the study area:",
            f"elsewhere = {_numbers(self.elsewhere)}",
        ]
        if self.acts:
            lines += ["# Labels, and the code of the taxonomy that each is read as (Z: not stated):", "[acts]"]
            lines += [f"{toml_text(label)} = {toml_text(code)}" for label, code in self.acts.items()]
        return "\n".join([*lines, ""])

    def to_json(self) -> dict[str, Any]:
        """Return the decisions as JSON has them."""
        return {
            "file": self.file,
            "drop": list(self.drop),
            "elsewhere": list(self.elsewhere),
            "acts": dict(self.acts),
        }


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    file: str = ""
    drop: list[Annotated[int, Field(ge=1)]] = []
    elsewhere: list[Annotated[int, Field(ge=1)]] = []
    acts: dict[str, str] = {}


def read_decisions(content: bytes) -> Decisions:
    """Read the file of `--decisions`.

    Raises
    ------
    UsageError
        If it is no TOML, says what no decision says, or reads a label as something that is no code.
    """
    try:
        written = _Written.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise UsageError("The decisions are no TOML in UTF-8: take the list that `check` prints.") from None
    except ValidationError:
        raise UsageError(
            "The decisions cannot be used: they have the parts file, drop and elsewhere (lists of line numbers) and "
            "[acts] (label to code), and no others."
        ) from None
    known = {code.casefold(): code for code in taxonomy().acts}
    if any(code.casefold() not in known for code in written.acts.values()):
        raise UsageError("The decisions read a label as something that is no code of terms/taxonomy.csv.")
    acts = {label: known[code.casefold()] for label, code in written.acts.items()}
    return Decisions(written.file, tuple(sorted(written.drop)), tuple(sorted(written.elsewhere)), acts)


def _numbers(lines: tuple[int, ...]) -> str:
    rows = [", ".join(map(str, lines[at : at + _WIDTH])) for at in range(0, len(lines), _WIDTH)]
    return f"[{rows[0] if rows else ''}]" if len(rows) <= 1 else "[\n  " + ",\n  ".join(rows) + ",\n]"
