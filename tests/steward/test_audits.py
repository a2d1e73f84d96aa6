"""The commands that audit a release and a plain table."""

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from release import read_release
from steward.audits import LISTED
from tests.protect.sealing import added, members, seal

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


@pytest.fixture
def release(tmp_path):
    path = tmp_path / "R.zip"
    path.write_bytes(files("release").joinpath("bundled", "people_280.zip").read_bytes())
    return path


def test_a_release_of_which_nothing_is_disclosed_ends_with_what_was_tried(run, release):
    code, said, complained = run("audit", str(release))
    assert (code, complained) == (0, "")
    assert said.startswith("Nothing is disclosed: ")
    assert "margins, " in said
    code, said, _ = run("audit", str(release), "--json")
    told = json.loads(said)
    assert (code, told["findings"], told["notes"]) == (0, [], [])
    assert set(told["tested"]) == {"margins", "rows", "totals"}
    assert told["tested"]["rows"] == sum(plate.rows.height for plate in read_release(release).plates.values())


def test_an_edited_release_exits_3_and_says_which_rule(run, release):
    release.write_bytes(added(release.read_bytes(), "where", "region", None, "all", "all", 5, 5))
    code, said, _ = run("audit", str(release))
    assert code == 3
    assert "rule 2: Plate where, row region, all years, all acts has a figure that fewer than 11 people give." in said
    code, said, _ = run("audit", str(release), "--json")
    assert code == 3
    assert {"rule", "kind", "message"} == set(json.loads(said)["findings"][0])
    assert "rule 2" in {finding["rule"] for finding in json.loads(said)["findings"]}


def test_many_findings_are_listed_in_part_and_counted(run, release):
    def raised(told):
        return told.model_copy(update={"policy": told.policy.model_copy(update={"k": 99})})

    release.write_bytes(seal(members(release.read_bytes()), raised))
    code, said, _ = run("audit", str(release))
    assert code == 3
    assert len(said.splitlines()) == LISTED + 2
    assert " findings more." in said
    code, said, _ = run("audit", str(release), "--json")
    assert len(json.loads(said)["findings"]) > LISTED


def test_a_total_that_pins_a_hidden_number_exits_3_and_one_that_does_not_exits_0(run, release):
    against = release.with_name("T.csv")
    against.write_text("area,period,act,total\nregion,2021,C1,4\n", encoding="utf-8")
    code, said, _ = run("audit", str(release), "--against", str(against))
    assert code == 3
    assert "rule 2: A published total pins a number below k (linked): region, 2021, act C1." in said
    against.write_text("area,period,act,total\nregion,2021,C1,0\n", encoding="utf-8")
    assert run("audit", str(release), "--against", str(against))[0] == 0


def test_totals_that_are_at_fault_exit_2_with_line_and_column_and_no_value(run, release):
    against = release.with_name("T.csv")
    against.write_text("area,period,act,total\nregion,2021,C1,4\nregion,2021,Q77,9\n", encoding="utf-8")
    code, said, complained = run("audit", str(release), "--against", str(against))
    assert (code, said) == (2, "")
    assert "line 3, column act" in complained
    assert "Q77" not in complained
    against.write_text("area,period,act,total\nregion,all,all,1\n", encoding="utf-8")
    code, _, complained = run("audit", str(release), "--against", str(against))
    assert code == 2
    assert "line 2, column total: fewer reports than the release shows" in complained


def test_what_is_no_release_or_not_there_exits_2(run, tmp_path):
    assert run("audit", str(tmp_path / "none.zip"))[0] == 2
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    code, _, complained = run("audit", str(tmp_path / "text.zip"))
    assert code == 2
    assert "is no release" in complained


def test_a_ledger_beside_the_release_is_used_and_a_damaged_one_refused(run, release):
    release.with_suffix(".ledger").write_text("no ledger", encoding="utf-8")
    code, _, complained = run("audit", str(release))
    assert code == 2
    assert "ledger beside the release is damaged" in complained
