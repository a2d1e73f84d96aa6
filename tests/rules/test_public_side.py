"""The public side runs where the private side does not exist, and starts without it."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PRIVATE = ("data", "protect", "steward")

SHOW = """
import sys
from pathlib import Path
from streamlit.testing.v1 import AppTest
from layers import figure_of, one_file_html
from release import Selection, default_level, read_release
from terms import Language

release = read_release(next(Path("release/bundled").glob("*.zip")))
where = Selection("where")
assert "<html" in one_file_html(figure_of(release, where, default_level(release, where), Language.KO))
page = AppTest.from_file("app.py", default_timeout=60).run()
assert not page.exception, page.exception
assert page.title
import views.server
loaded = [name for name in sys.modules if name.split(".")[0] in ("data", "protect", "steward")]
assert not loaded, loaded
assert Path(sys.modules["release"].__file__).is_relative_to(Path.cwd()), "another copy was tested"
"""


def test_the_page_and_the_exports_run_without_the_private_side(tmp_path):
    copy = tmp_path / "atlas"
    shutil.copytree(
        ROOT,
        copy,
        ignore=shutil.ignore_patterns(".git", ".venv", "tests", "bench", "__pycache__", ".*_cache", *PRIVATE),
    )
    assert not any((copy / name).exists() for name in PRIVATE)
    done = subprocess.run(
        [sys.executable, "-c", SHOW], cwd=copy, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr[-3000:]
