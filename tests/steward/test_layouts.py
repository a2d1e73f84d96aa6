"""What other organisations export becomes a release with no option but where to write it, or says what it lacks."""

import json

import pytest

from data import read_layout
from release import Persons, SourceMode, read_release
from tests.data import exports


@pytest.mark.parametrize("name", ["acled", "hxl", "kobo", "ucdp"])
def test_an_export_with_place_and_date_is_released_with_no_option_but_out(run, tmp_path, name):
    (tmp_path / "e.csv").write_bytes(getattr(exports, name)(700))
    code, _, error = run("release", "e.csv", "--out", "r.zip")
    assert code == 0, error
    manifest = read_release(tmp_path / "r.zip").manifest
    assert (manifest.persons, manifest.sources) == (Persons.DISJOINT, SourceMode.SINGLE)
    assert any("k counts events" in caveat for caveat in manifest.caveats)


@pytest.mark.parametrize("name", ["htcds", "ctdc"])
def test_an_export_that_lacks_something_exits_2_and_names_the_line_of_a_mapping(run, tmp_path, name):
    (tmp_path / "e.csv").write_bytes(getattr(exports, name)())
    for command in (("check", "e.csv"), ("release", "e.csv", "--out", "r.zip")):
        code, said, error = run(*command)
        assert code == 2
        assert 'case = "HEADER"' in said + error
        assert ('lat = "HEADER"' in said + error) == ('date = "HEADER"' in said + error) == (name == "ctdc")
    assert not (tmp_path / "r.zip").exists()


def test_an_option_goes_before_what_the_layout_fixes(run, tmp_path):
    (tmp_path / "e.csv").write_bytes(exports.acled(700))
    assert run("release", "e.csv", "--out", "r.zip", "--persons", "linked")[0] == 0
    assert read_release(tmp_path / "r.zip").manifest.persons is Persons.LINKED


def test_a_mapping_that_was_used_is_kept_and_used_again(run, tmp_path):
    (tmp_path / "e.csv").write_text("Fall,Breite,lng,date,act\nP-1,42.9,129.5,2015,sold\n", encoding="utf-8")
    own = '[columns]\ncase = "Fall"\nlat = "Breite"\n[act.labels]\nsold = "A4"\n'
    (tmp_path / "m.toml").write_text(own, encoding="utf-8")
    assert run("check", "e.csv")[0] == 2
    assert run("check", "e.csv", "--mapping", "m.toml", "--save-mapping", "used.toml")[0] == 0
    used = read_layout((tmp_path / "used.toml").read_bytes())
    assert used.columns == {name: (header,) for name, header in {
        "case": "Fall", "lat": "Breite", "lng": "lng", "date": "date", "act": "act"
    }.items()}  # fmt: skip
    assert run("check", "e.csv", "--mapping", "used.toml")[0] == 0


def test_decisions_that_check_proposes_are_kept_accepted_and_read_whole(run, tmp_path):
    rows = [f"P-{number},42.9,129.5,2015,B1" for number in range(5)]
    rows[1], rows[3] = "P-1,-42.9,129.5,2015,B1", "P-3,129.5,42.9,2015,B1"
    rows += [f"P-{number},42.9,129.5,2015,whipping" for number in range(5, 9)]
    (tmp_path / "e.csv").write_text("\n".join(["case,lat,lng,date,act", *rows]), encoding="utf-8")
    code, said, _ = run("check", "e.csv", "--save-decisions", "d.toml")
    assert code == 2
    assert "drop = [5]" in said
    assert "elsewhere = [3]" in said
    assert '"whipping" = "Z"' in said
    code, said, _ = run("check", "e.csv", "--decisions", "d.toml", "--json")
    assert code == 0
    report = json.loads(said)
    assert (report["used"], report["dropped_lines"], report["elsewhere"]["lines"]) == (8, 1, [3])
    (tmp_path / "e.csv").write_text("\n".join(["case,lat,lng,date,act", *rows[1:]]), encoding="utf-8")
    code, _, error = run("check", "e.csv", "--decisions", "d.toml")
    assert code == 2
    assert "another file" in error


def test_a_mapping_or_a_list_that_is_not_there_is_a_sentence(run, tmp_path):
    (tmp_path / "e.csv").write_text("case,place,act\nP-1,Yanji,B1\n", encoding="utf-8")
    assert "--mapping" in run("check", "e.csv", "--mapping", "none.toml")[2]
    assert "--decisions" in run("release", "e.csv", "--out", "r.zip", "--decisions", "none.toml")[2]
