"""How long the interval engine takes on releases of invented people: `python bench/intervals.py [PEOPLE ...]`.

The attacker to beat knows which atoms are occupied and each group's largest case. Printed for each number of people:
the size of the problem, the seconds of each part, and what an audit would find.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import polars as pl
import typer
from scipy import sparse  # type: ignore[import-untyped]  # scipy ships no types

from data import read_incidents, sample_people
from protect import Month, Policy, Secret
from protect.entry import add_limits
from protect.intervals import Engine, Published
from protect.ladder import climb_ladder
from protect.stats import KEY, Conditions
from protect.tally import tally
from release import LADDERS, STEP, Persons

ASKED = ("c5", "c4", "c3")
KINDS = ([], ["group"], ["act"], ["era"], ["year"], ["era", "group"])
OVERALL = (["year", "act"], ["year", "group"], ["era", "act"], ["era", "group"])
HIGH = 5.0


def rows_of(parts: list[list[int]], columns: int) -> sparse.csr_matrix:
    """Return a matrix with a row for each list of columns."""
    at = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    inside = np.concatenate([np.array(part, dtype=np.int64) for part in parts])
    return sparse.csr_matrix((np.ones(len(inside)), (at, inside)), shape=(len(parts), columns))


def invented(people: int) -> tuple[pl.DataFrame, Published, Policy]:
    """Return the reports of so many invented people past their embargo, and what a release publishes of them."""
    text = io.BytesIO()
    sample_people(people=people, rng=1, sources=3).write_csv(text)
    incidents = read_incidents(text.getvalue(), name="sample.csv")
    secret = Secret(b"a secret for invented people only")
    conditions = Conditions(Policy(), secret, Persons.LINKED, single_source=False, as_of=Month(2026, 11))
    reports = tally(incidents, Persons.LINKED)
    limited = add_limits(reports, conditions.policy, conditions.as_of)
    past = limited.filter("past").with_row_index("column")
    columns = past.select("report", "column")
    parts: list[list[int]] = []
    low: list[int] = []
    for ladder in LADDERS.values():
        climbed = climb_ladder(ladder, limited, reports.sources, conditions)
        own = climbed.members.join(columns, on="report").group_by("rung", *KEY).agg("column")
        groups = climbed.groups.join(own, on=["rung", *KEY], how="left")
        parts += groups["column"].to_list()
        floors = (groups["reports"] - groups["largest"]) // STEP * STEP
        low += (floors + groups["largest"]).to_list()
    least = np.array(low, dtype=np.float64)
    return past, Published(rows_of(parts, past.height), least, least + STEP - 1), conditions.policy


def small_margins(past: pl.DataFrame, k: int) -> sparse.csr_matrix:
    """Return the margins with fewer than k cases, each set of reports once."""
    keys = [*([cell, *kind] for cell in ASKED for kind in KINDS), *OVERALL]
    found: set[tuple[int, ...]] = set()
    for key in keys:
        groups = past.drop_nulls(key).group_by(key).agg("column", cases=pl.col("person").n_unique())
        found |= {tuple(sorted(part)) for part in groups.filter(pl.col("cases") < k)["column"].to_list()}
    return rows_of([list(part) for part in sorted(found)], past.height)


def merged_atoms(published: Published, questions: sparse.csr_matrix) -> int:
    """Count the atoms that differ in their groups or margins."""
    both = sparse.vstack([published.member, questions]).tocsc()
    both.sort_indices()
    return len({both.indices[both.indptr[at] : both.indptr[at + 1]].tobytes() for at in range(both.shape[1])})


def main(people: int) -> None:
    """Build a release of invented people, attack it, and print what that took."""
    past, published, policy = invented(people)
    questions = small_margins(past, policy.k)
    typer.echo(
        f"{people} people: {past.height} reports, {published.member.shape[0]} groups, "
        f"{merged_atoms(published, questions)} merged atoms, {questions.shape[0]} margins"
    )
    for knows, known in (("the true table known", np.ones(past.height)), ("no table known", None)):
        began = process_time()
        engine = Engine(published, known=known)
        made = process_time() - began
        settled = engine.settle(questions, low=0.0, high=HIGH, rng=np.random.default_rng(1))
        typer.echo(
            f"  {knows}: {process_time() - began:.1f} cpu-seconds ({made:.1f} to begin, {settled.walk_seconds:.1f} for "
            f"{settled.walks} walks, {settled.solve_seconds:.1f} for {settled.solves} linear programs)\n"
            f"    bounds settled: {settled.known} by the first table, {settled.walked} by walks, {settled.solved} by "
            f"linear programs; found: {(~settled.reaches_low).sum()} margins cannot be nothing, "
            f"{(~settled.reaches_high).sum()} cannot be {HIGH:.0f}"
        )


if __name__ == "__main__":
    for number in sys.argv[1:] or ["280", "3000"]:
        main(int(number))
