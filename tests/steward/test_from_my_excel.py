"""The page for a small organisation, followed to the letter: every command on it runs, in its order."""

import os
import re
import subprocess
import sys
from pathlib import Path

from release import read_release
from tests.korean_workbook import PEOPLE, workbook

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "from_my_excel.md").read_text(encoding="utf-8")
COMMANDS = [line for block in re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL) for line in block.splitlines()]


def test_every_command_of_the_page_runs_in_its_order_and_ends_in_a_release(tmp_path):
    python = tmp_path / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    python.chmod(0o755)
    workbook().save(tmp_path / "records.xlsx")
    first, *others = COMMANDS
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}

    def shell(script: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", script], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    checked = shell(first)
    assert checked.returncode == 2
    assert checked.stdout.count("\n  row ") == 4
    for sentence in re.findall(r"(?m)^row \d+, column [^.]*", PAGE):
        assert sentence in checked.stdout
    done = shell("set -euo pipefail\n" + "\n".join(others))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No faults." in done.stdout
    release = read_release(tmp_path / "records.zip")
    assert release.manifest.title == "Records 2000-2026"
    assert PEOPLE == 280
    written = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.suffix in {".zip", ".html", ".csv"})
    for trace in ("김영희", "010-1", "가-0", "면담자", "129.5072"):
        assert trace.encode() not in written
