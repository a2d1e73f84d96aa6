"""The command that audits a plain table."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CELLS = "cell,count,published\na,5,no\nb,2,no\nc,4,yes\nlone,9,no\nalone,6,no\n"
MARGINS = "margin,cell\nall,a\nall,b\nall,c\none,alone\n"


@pytest.fixture
def table(tmp_path):
    (tmp_path / "cells.csv").write_text(CELLS, encoding="utf-8")
    (tmp_path / "margins.csv").write_text(MARGINS, encoding="utf-8")
    return tmp_path


def audit(folder, *options):
    command = [sys.executable, "-m", "steward", "audit-table", str(folder / "cells.csv"), "--margins"]
    return subprocess.run(
        [*command, str(folder / "margins.csv"), *options], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_intervals_are_printed_in_words_and_as_json(table):
    said = audit(table)
    assert (said.returncode, said.stderr) == (0, "")
    assert said.stdout.splitlines() == ["a: 0 to 7", "b: 0 to 7", "lone: 0 or more", "alone: exactly 6"]
    assert json.loads(audit(table, "--json").stdout) == {
        "cells": [
            {"cell": "a", "low": 0, "high": 7},
            {"cell": "b", "low": 0, "high": 7},
            {"cell": "lone", "low": 0, "high": None},
            {"cell": "alone", "low": 6, "high": 6},
        ]
    }


def test_a_fault_is_one_sentence_on_stderr_and_exit_2(table):
    (table / "margins.csv").write_text("margin,cell\nall,nobody\n", encoding="utf-8")
    said = audit(table)
    assert (said.returncode, said.stdout) == (2, "")
    assert "line 2, column cell" in said.stderr
    assert "nobody" not in said.stderr
