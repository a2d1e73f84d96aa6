"""Any bytes are read or refused, and nothing that is said holds a value of them."""

import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.data.fuzz import mutated, outcome, repacked, run, seeds, summary

HELD = sorted(seeds().items())


@pytest.mark.parametrize("name", [name for name, _ in HELD])
def test_every_file_that_is_broken_later_is_read_while_it_is_whole(name):
    assert outcome(dict(HELD)[name], name) == "read"


@settings(max_examples=40)
@given(st.sampled_from(HELD), st.integers(0, 2**32), st.booleans())
def test_broken_bytes_are_read_or_refused_and_never_echoed(held, seed, inside):
    name, content = held
    rng = random.Random(seed)  # noqa: S311 - the same seed gives the same bytes
    broken = repacked(content, rng) if inside and content.startswith(b"PK") else mutated(content, rng)
    assert outcome(broken, name) in {"read", "faults", "refused"}


@settings(max_examples=40)
@given(st.binary(max_size=400), st.sampled_from([name for name, _ in HELD]))
def test_any_bytes_by_any_name_are_read_or_refused(content, name):
    assert outcome(content, name) in {"read", "faults", "refused"}


@pytest.mark.long
def test_a_hundred_thousand_broken_files_bring_no_traceback_and_no_echo():
    found = run(100_000, 1)
    print(summary(found))  # noqa: T201 - the summary is for whoever runs it
    assert {what for _, what in found} <= {"read", "faults", "refused"}


@pytest.mark.long
def test_ten_minutes_of_bytes_bent_towards_what_was_not_reached_bring_no_traceback_and_no_echo():
    pytest.importorskip("atheris", reason="it comes with requirements-bench.txt")
    command = [sys.executable, "-m", "tests.data.guided", "600"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Done " in done.stderr
