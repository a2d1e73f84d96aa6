"""How long it takes to protect, attack and mend releases of invented people: `python bench/audit.py [PEOPLE ...]`.

Printed for each number of people: the size of the problem, how the first attack settled its bounds, and the seconds of
this process's time that each part took, the whole of `protect` last.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np
import typer

from data import read_incidents, sample_people
from protect import Month, Policy, Request, Secret, protect
from protect.audit import HIGH, LOW
from protect.build import Batch, build
from protect.entry import add_limits
from protect.ground import ground
from protect.intervals import Engine
from protect.problem import pose
from protect.stats import Conditions
from protect.tally import tally
from release import Persons

SECRET = Secret(b"a secret for invented people only")
AS_OF = Month(2026, 11)


def main(people: int) -> None:
    """Build a release of invented people, attack it once, then make it as a steward would, and print what that took."""
    table = sample_people(people=people, rng=1, sources=3).write_csv().encode()
    began = process_time()
    incidents = read_incidents(table, name="sample.csv")
    read = process_time()
    conditions = Conditions(Policy(), SECRET, Persons.LINKED, single_source=False, as_of=AS_OF)
    reports = tally(incidents, conditions.persons)
    batch = Batch(add_limits(reports, conditions.policy, AS_OF), reports.sources)
    plates = build(batch, conditions)
    built = process_time()
    here = ground(batch, plates.counted, conditions)
    problem = pose(here, plates, batch, conditions)
    engine = Engine(problem.published, known=here.known)
    settled = engine.settle(here.questions, low=LOW, high=HIGH, rng=np.random.default_rng(1))
    attacked = process_time()
    typer.echo(
        f"{people} people, {reports.rows.height} reports: {problem.published.member.shape[0]} sums of "
        f"{len(here.known)} counts, {here.questions.shape[0]} margins\n"
        f"  reading {read - began:.1f} s, tally and plates {built - read:.1f} s, one attack {attacked - built:.1f} s "
        f"({settled.walk_seconds:.1f} for {settled.walks} walks, {settled.solve_seconds:.1f} for {settled.solves} "
        f"linear programs)\n"
        f"  bounds settled: {settled.known} by the true table, {settled.walked} by walks, {settled.solved} by linear "
        f"programs; exposed: {(~settled.reaches_low).sum()} margins cannot be nothing, "
        f"{(~settled.reaches_high).sum()} cannot be {HIGH:.0f}"
    )
    request = Request(title="Bench", as_of=AS_OF, persons=Persons.LINKED, synthetic=True)
    began = process_time()
    made = protect(
        incidents, SECRET, request, lambda words: typer.echo(f"    {process_time() - began:5.1f} s  {words}")
    )
    attacks = made.audited.attacks
    typer.echo(
        f"  protect: {process_time() - began:.1f} s in all, {len(attacks)} attacks on all margins, "
        f"{made.audited.sent_up.height} groups went up, {len(made.audited.given_up)} plates were given up"
    )


if __name__ == "__main__":
    for number in sys.argv[1:] or ["280", "3000"]:
        main(int(number))
