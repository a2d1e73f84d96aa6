"""Labels of acts as codes: the names of the taxonomy in three languages, and whatever a layout or a mapping adds."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import polars as pl

from data.folding import fold_header, fold_label
from data.matching import positions
from terms import taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.layouts import ActTable

YES: Final = frozenset({"1", "1.0", "yes", "true", "y"})
"""Words by which a column of yes and no says yes."""

_ASIDE: Final = re.compile(r"\s*\([^)]*\)\s*")
_PARTS: Final = re.compile(r"\s*[/\u00b7\u3001,;]\s*|\s+or\s+|\s+또는\s+|或")


@cache
def taxonomy_labels() -> Mapping[str, str]:
    """Return the code of every code and name of the taxonomy, folded, in English, Korean and Chinese.

    A name is known whole, without what stands in brackets, and by each of its parts ("detention or arrest"); a form
    that would fit two acts is left out.

    Examples
    --------
    >>> [taxonomy_labels()[label] for label in ("b1", "강제송환", "强迫婚姻", "forced marriage", "구타")]
    ['B1', 'I1', 'B1', 'B1', 'H1']
    """
    found: dict[str, str] = {}
    for forms in (_codes, _whole, _listed, _without_asides, _parts):
        fresh: dict[str, set[str]] = {}
        for code, act in taxonomy().acts.items():
            for form in forms(code, tuple(act.label.values())):
                fresh.setdefault(fold_label(form), set()).add(code)
        found |= {form: codes.pop() for form, codes in fresh.items() if form and form not in found and len(codes) == 1}
    return found


def _codes(code: str, _: Sequence[str]) -> list[str]:
    return [code]


def _whole(_: str, names: Sequence[str]) -> list[str]:
    return list(names)


def _listed(code: str, _: Sequence[str]) -> list[str]:
    return _more().get(code, [])


@cache
def _more() -> Mapping[str, list[str]]:
    text = (files("data") / "vocab" / "acts.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _without_asides(_: str, names: Sequence[str]) -> list[str]:
    return [_ASIDE.sub("", name.replace("\uff08", "(").replace("\uff09", ")")) for name in names]


def _parts(_: str, names: Sequence[str]) -> list[str]:
    return [part for name in _without_asides("", names) for part in _PARTS.split(name) if len(part) > 1]


def code_of(label: str, more: Mapping[str, str]) -> str | None:
    """Return the code of a label; `more` (folded) goes before the taxonomy."""
    folded = fold_label(label)
    return more.get(folded) or taxonomy_labels().get(folded)


def act_rows(
    columns: Sequence[pl.Series], frame: pl.DataFrame, headers: Sequence[str], table: ActTable
) -> pl.DataFrame:
    """Return the acts of each row: `row` (its position), `act` (a code, or the label if it has none), `unlisted`.

    Parameters
    ----------
    columns
        What the layout takes for the act, the best first: of each row the first that has a code counts, unless values
        are split, in which case every part of every column is an act of its own.
    frame, headers
        All columns of the file, for those of yes and no.
    table
        Labels, flags and what stands for the rest; `unlisted` rows are those that it had to stand for.
    """
    more = {fold_label(label): code for label, code in table.labels.items()}
    if len(columns) == 1 and not table.split and not table.flags:
        return _act_of_one(columns[0], more, table.otherwise)
    parts = [_coded(column, more, table.split) for column in columns]
    folded = [fold_header(header) for header in headers]
    for header, code in table.flags.items():
        for at in positions(folded, [header]):
            says = frame[str(at)].str.to_lowercase().is_in(list(YES)).fill_null(value=False)
            rows = pl.int_range(frame.height, eager=True, dtype=pl.UInt32).filter(says)
            parts.append(pl.DataFrame({"row": rows, "code": pl.Series([code] * len(rows), dtype=pl.String)}))
    coded = pl.concat(parts).unique(maintain_order=True) if parts else _NONE
    if not (table.split or table.flags):
        coded = coded.unique("row", keep="first", maintain_order=True)
    raw = columns[0] if columns else pl.Series([None] * frame.height, dtype=pl.String)
    every = pl.DataFrame({"row": pl.int_range(frame.height, eager=True, dtype=pl.UInt32), "raw": raw})
    joined = every.join(coded, on="row", how="left", maintain_order="left")
    none = joined["code"].is_null()
    rest = pl.lit(table.otherwise, dtype=pl.String) if table.otherwise else pl.col("raw")
    # What an act is not told by at all is a gap; a label that no table has is what must be counted.
    return joined.select("row", act=pl.coalesce("code", rest), unlisted=none & pl.lit(table.otherwise is not None))


def _act_of_one(column: pl.Series, more: Mapping[str, str], otherwise: str | None) -> pl.DataFrame:
    """Return the acts of the usual case: one column, one act a row."""
    labels = column.drop_nulls().unique().sort().to_list()
    known = {label: code for label in labels if (code := code_of(label, more)) is not None}
    read = column.replace_strict(known, default=None, return_dtype=pl.String)
    none = read.is_null() & pl.Series([otherwise is not None])
    rest = column if otherwise is None else pl.Series([otherwise]).new_from_index(0, len(column))
    row = pl.int_range(len(column), eager=True, dtype=pl.UInt32)
    return pl.DataFrame({"row": row, "act": read.fill_null(rest), "unlisted": none})


_NONE: Final = pl.DataFrame(schema={"row": pl.UInt32, "code": pl.String})


def _coded(column: pl.Series, more: Mapping[str, str], split: str) -> pl.DataFrame:
    """Return `row` and `code` of every value, or part of a value, that has a code."""
    frame = pl.DataFrame({"row": pl.int_range(len(column), eager=True, dtype=pl.UInt32), "label": column})
    if split:
        frame = frame.with_columns(pl.col("label").str.split(split)).explode("label")
    labels = frame["label"].drop_nulls().unique().sort().to_list()
    known = {label: code for label in labels if (code := code_of(label, more)) is not None}
    read = frame.with_columns(code=pl.col("label").replace_strict(known, default=None, return_dtype=pl.String))
    return read.select("row", "code").drop_nulls("code")
