"""An edition from the command line: what it carries on of the release before, and what it refuses."""

import polars as pl

from geo import land_cells, to_text
from release import read_release
from tests.protect.sealing import members

RELEASE = ("release", "--single-source", "--synthetic", "--as-of", "2026-10")
FILE = "coverage.csv"


def test_an_edition_carries_on_coverage_as_it_was_and_takes_no_other(run, tmp_path):
    run("sample", "--rows", "450", "--rng", "7", "--sources", "1", "--out", "s.csv")
    run("sample", "--rows", "450", "--rng", "8", "--sources", "1", "--out", "more.csv")
    table, more = (pl.read_csv(tmp_path / name, infer_schema=False) for name in ("s.csv", "more.csv"))
    pl.concat([table, more.with_columns(case="b-" + pl.col("case"))]).write_csv(tmp_path / "s2.csv")
    cell = to_text(land_cells()[:1])[0]
    lines = [f"i-{who},{cell},2010\n" for who in range(40)]
    (tmp_path / "c.csv").write_text("interview,area,year\n" + "".join(lines))
    assert run(*RELEASE, "s.csv", "--out", "r.zip", "--coverage", "c.csv")[0] == 0
    again = (*RELEASE, "s2.csv", "--out", "r2.zip", "--previous", "r.zip")
    (tmp_path / "c2.csv").write_text("interview,area,year\n" + "".join(lines[:-1]))
    for also in ((), ("--new-series",)):
        code, _, error = run(*again, "--coverage", "c2.csv", *also)
        assert code == 2
        assert "coverage of this data has been published already" in error
    assert not (tmp_path / "r2.zip").exists()
    code, _, error = run(*again)
    assert code == 0, error
    assert "Coverage is that of r.zip" in error
    one, two = ((tmp_path / name).read_bytes() for name in ("r.zip", "r2.zip"))
    assert members(one)[FILE] == members(two)[FILE]
    assert read_release(two).coverage["interviews"].to_list() == [35]
