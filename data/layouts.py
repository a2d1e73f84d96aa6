"""Layouts: how the columns and labels of an organisation's export become canonical ones. Each is a small TOML file.

A steward's own mapping (`--mapping M.toml`) is the same kind of file: what it says goes before the layout that was
recognised, and what it does not say is left to that layout.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from data.folding import fold_label
from data.schema import CANONICAL
from data.toml_text import toml_text
from errors import UsageError
from terms import taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping

EVENT: Final = "event"
"""Column of a layout that identifies an event; it stands for `case` where the export knows no persons."""

POINT: Final = "point"
"""Column of a layout that holds latitude and longitude in one value, as `_geolocation` does."""

ANY: Final = "*"
"""Label that stands for every label which is not listed."""

NAMES: Final = ("hxl", "acled", "ucdp", "kobo", "htcds", "ctdc", "canonical")
"""Layouts in the order in which they are tried."""

Headers = Annotated[tuple[str, ...], Field(strict=False)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class ActTable(_Frozen):
    """How acts are told: `labels` to codes, headers of yes/no columns (`flags`) to codes, and how values are split.

    `otherwise`: the code of what no label fits; without it an unknown label is a fault.
    """

    labels: dict[str, str] = {}
    flags: dict[str, str] = {}
    split: str = ""
    otherwise: str | None = None

    @field_validator("labels", "flags")
    @classmethod
    def _codes(cls, given: dict[str, str]) -> dict[str, str]:
        return {label: _code(code) for label, code in given.items()}

    @field_validator("otherwise")
    @classmethod
    def _one(cls, given: str | None) -> str | None:
        return None if given is None else _code(given)


class Layout(_Frozen):
    """One layout, or a steward's mapping.

    `signature`: headers by which an export is known, of which `least` must be there. `columns`: canonical column (or
    `event`, `point`) to the headers it may have, the best first; `*` stands for any letters. `needs`: canonical columns
    that are optional elsewhere and not here. `absent`: columns that the file is known not to have. `values`: canonical
    column to its labels and what each means. `persons`, `single_source`: what the kind of export fixes of sources.
    """

    layout: str = "own"
    title: str = ""
    signature: tuple[str, ...] = ()
    least: int = 1
    columns: dict[str, Headers] = {}
    needs: Headers = ()
    absent: Headers = ()
    values: dict[str, dict[str, str]] = {}
    act: ActTable = ActTable()
    persons: Literal["linked", "disjoint", "unlinked"] | None = None
    single_source: bool = False
    date_order: Literal["DMY", "MDY"] | None = None
    rows_are_events: bool = False

    @field_validator("columns", mode="before")
    @classmethod
    def _several(cls, given: object) -> object:
        if not isinstance(given, dict):
            return given
        unknown = set(given) - {*CANONICAL, EVENT, POINT}
        if unknown:
            raise ValueError("columns")
        return {name: (one,) if isinstance(one, str) else one for name, one in given.items()}

    @field_validator("needs", "absent", mode="before")
    @classmethod
    def _one_or_several(cls, given: object) -> object:
        return (given,) if isinstance(given, str) else given

    @field_validator("values")
    @classmethod
    def _of_columns(cls, given: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        if set(given) - set(CANONICAL):
            raise ValueError("values")
        return {name: {fold_label(label): word for label, word in own.items()} for name, own in given.items()}

    def over(self, base: Layout) -> Layout:
        """Return this mapping laid over a layout: what it says goes first, the rest is the layout's."""
        said = self.model_fields_set - {"layout", "title", "signature", "least", "columns", "values", "act"}
        values = {**base.values, **{name: {**base.values.get(name, {}), **own} for name, own in self.values.items()}}
        act = ActTable(
            labels={**base.act.labels, **self.act.labels},
            flags={**base.act.flags, **self.act.flags},
            split=self.act.split or base.act.split,
            otherwise=self.act.otherwise or base.act.otherwise,
        )
        kept = {name: own for name, own in base.columns.items() if name not in self.absent}
        return base.model_copy(
            update={
                **{name: getattr(self, name) for name in said},
                "columns": {**kept, **self.columns},
                "values": values,
                "act": act,
            }
        )

    def to_toml(self) -> str:
        """Write the mapping as the file that `--mapping` takes."""
        lines = [f"layout = {toml_text(self.layout)}"]
        lines += [_line(name, value) for name in ("persons", "date_order") if (value := getattr(self, name))]
        lines += [f"{name} = true" for name in ("single_source", "rows_are_events") if getattr(self, name)]
        lines += [f"{name} = {_texts(getattr(self, name))}" for name in ("needs", "absent") if getattr(self, name)]
        lines += ["", "[columns]", *(f"{name} = {_texts(wanted)}" for name, wanted in self.columns.items())]
        for column, labels in self.values.items():
            lines += ["", f"[values.{column}]", *(_line(toml_text(label), word) for label, word in labels.items())]
        if self.act != ActTable():
            lines += ["", "[act]"]
            lines += [_line(name, value) for name in ("split", "otherwise") if (value := getattr(self.act, name))]
            for part in ("labels", "flags"):
                own = [_line(toml_text(one), code) for one, code in getattr(self.act, part).items()]
                lines += ["", f"[act.{part}]", *own] if own else []
        return "\n".join([*lines, ""])


def _line(name: str, value: str) -> str:
    return f"{name} = {toml_text(value)}"


def _texts(values: tuple[str, ...]) -> str:
    return toml_text(values[0]) if len(values) == 1 else f"[{', '.join(map(toml_text, values))}]"


def _code(given: str) -> str:
    known = {code.casefold(): code for code in taxonomy().acts}
    if given.casefold() not in known:
        raise ValueError("act")
    return known[given.casefold()]


@cache
def layouts() -> Mapping[str, Layout]:
    """Return the layouts that are packaged with this version, in the order in which they are tried."""
    folder = files("data") / "vocab"
    return {name: _checked(tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))) for name in NAMES}


def read_layout(content: bytes) -> Layout:
    """Read a steward's mapping.

    Raises
    ------
    UsageError
        If it is no TOML, or says something that no mapping says; the part is named, never its value.
    """
    try:
        return _checked(tomllib.loads(content.decode("utf-8-sig")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError):
        raise UsageError('The mapping is no TOML: write lines such as case = "Header" below [columns].') from None


def _checked(plain: dict[str, object]) -> Layout:
    try:
        return Layout.model_validate(plain)
    except ValidationError as error:
        part = next((str(step) for step in error.errors()[0]["loc"]), "")
        known = ", ".join(Layout.model_fields)
        named = part if part in Layout.model_fields else "a part that is none of a mapping"
        raise UsageError(
            f"The mapping cannot be used: {named} is at fault. Its parts are {known}; columns and values are named "
            f"as in the canonical layout ({', '.join(CANONICAL)}, or event, point), acts by codes of the taxonomy."
        ) from None
