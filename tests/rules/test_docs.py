"""Documents are checked against the code."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from protect import Policy
from release import EXPLORED
from steward.__main__ import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_ci_runs_the_test_command_of_the_readme():
    assert "requirements-dev.txt && .venv/bin/python -m pytest" in README
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_states_the_k_that_is_in_force():
    assert f"({Policy().k}," in README


@pytest.mark.parametrize("command", re.findall(r"-m steward (\w+)", README))
def test_every_command_of_the_readme_exists(command):
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


@pytest.mark.parametrize(("command", "option"), re.findall(r"-m steward (\w+)[^\n]*?(--[a-z-]+)", README))
def test_every_option_of_the_readme_exists(command, option):
    assert option in CliRunner().invoke(app, [command, "--help"], env={"COLUMNS": "200"}).output


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "DECISIONS.md", "CHANGELOG.md"])
def test_every_linked_file_exists(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target


def test_the_changelog_counts_the_plates():
    assert "five plates" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert len(EXPLORED) == 5
