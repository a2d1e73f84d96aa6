"""Marks: what stands in a ledger for a person, a case or a report. The ledger knows them again, and they tell nothing.

A mark is an HMAC under the steward's secret. Who has the ledger and not the secret cannot try out names or places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterable

    from protect.secret import Secret
    from protect.tally import Reports

_BYTES: Final = 16
"""Of an HMAC that are kept: two marks are the same by chance once in 2**64 marks."""


def _mark(secret: Secret, purpose: str, *parts: str) -> str:
    return secret.digest(purpose, *parts)[:_BYTES].hex()


def mark_cases(cases: Iterable[str], secret: Secret) -> list[str]:
    """Return the mark of each case key; in unlinked files a key has one mark, whatever source it stands under."""
    return [_mark(secret, "case", case) for case in cases]


def mark_reports(reports: Reports, secret: Secret) -> pl.DataFrame:
    """Mark every report.

    Returns
    -------
    pl.DataFrame
        number (of the report), person_number, and the marks: report (one person, place, year and act), case, person
        (differs from source to source where the same case of two sources is two persons), same (one case key, place,
        year and act: it does not depend on how sources relate).
    """
    people = reports.keys.with_columns(
        case_mark=pl.Series(mark_cases(reports.keys["case"], secret), dtype=pl.String),
        person_mark=pl.Series(
            [
                _mark(secret, "person", case, "" if source is None else source, str(source is None))
                for case, source in reports.keys.select("case", "source").iter_rows()
            ],
            dtype=pl.String,
        ),
    )
    place = pl.coalesce("c5", "c4", "c3", "c2").cast(pl.String)
    told = reports.rows.select(
        "report",
        "person",
        place=pl.when(pl.col("area") == "cell").then(place).otherwise(pl.col("area").cast(pl.String)),
        year=pl.col("year").cast(pl.String).fill_null(""),
        act="act",
    ).join(people.select("person", "case_mark", "person_mark"), on="person", how="left")
    marks = {
        name: [_mark(secret, name, *parts) for parts in told.select(of, "place", "year", "act").iter_rows()]
        for name, of in (("report", "person_mark"), ("same", "case_mark"))
    }
    return told.select(
        number="report",
        person_number="person",
        report=pl.Series(marks["report"], dtype=pl.String),
        case="case_mark",
        person="person_mark",
        same=pl.Series(marks["same"], dtype=pl.String),
    )
