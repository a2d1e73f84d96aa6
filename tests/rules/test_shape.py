"""The shape of the tree: small modules, front doors, no drawers."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()
]  # fmt: skip
SHIPPED = [path for path in FILES if path.relative_to(ROOT).parts[0] not in {"tests", "bench"}]
FOLDERS = ("terms", "geo", "data", "protect", "release", "steward", "layers", "briefing", "views")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_file_is_longer_than_350_lines(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= (60 if path.parent == ROOT / "views" and path.stem.endswith("_page") else 350)


def test_the_page_script_is_short():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 30


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_folder_has_a_front_door_that_says_what_it_is_for(folder):
    tree = ast.parse((ROOT / folder / "__init__.py").read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_nobody_reaches_past_a_front_door(path):
    here = path.relative_to(ROOT).parts[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and "." in node.module:
            folder = node.module.split(".")[0]
            if folder in FOLDERS and here not in {folder, "app.py"}:
                pytest.fail(f"line {node.lineno} imports {node.module}")


def test_there_is_no_drawer_for_odds_and_ends():
    names = {part for path in FILES for part in path.relative_to(ROOT).parts[:-1]}
    assert names.isdisjoint({"utils", "core", "helpers", "pages", "common", "misc"})
