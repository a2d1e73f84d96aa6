"""The contract of the command line: names, exit codes, one sentence for each error, and nothing half written."""

import json
import zipfile

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner

from release import read_release
from steward import checking
from steward.__main__ import app
from steward.secret import IN_ENVIRONMENT, IN_FILE, read_secret
from tests.steward.conftest import SECRET

RELEASE = ("release", "s.csv", "--out", "r.zip", "--persons", "linked", "--synthetic", "--as-of", "2026-10")


def test_a_sample_becomes_a_release_that_verifies_and_twice_the_same_bytes(run, tmp_path):
    assert run("sample", "--rows", "3000", "--rng", "7", "--out", "s.csv")[0] == 0
    assert run("check", "s.csv")[0] == 0
    assert run(*RELEASE, "--title", "T")[0] == 0
    once = (tmp_path / "r.zip").read_bytes()
    (tmp_path / "again").mkdir()
    assert run(*RELEASE, "--title", "T", "--out", "again/r.zip")[0] == 0
    assert (tmp_path / "again" / "r.zip").read_bytes() == once
    code, said, _ = run("verify", "r.zip")
    assert code == 0
    assert said.startswith("genuine")
    assert "detects change, not forgery" in said
    assert "passed the audit" in said
    manifest = read_release(once).manifest
    assert manifest.synthetic
    assert manifest.title == "T"


EVERY = "png,svg,pdf,pptx,html,csv,geojson,geoparquet,package"


def test_a_deck_is_written_for_an_audience(run):
    run("sample", "--rows", "3000", "--out", "s.csv")
    run(*RELEASE)
    code, said, _ = run("export", "r.zip", "--to", "pptx,pdf,html", "--out", ".", "--deck", "press", "--lang", "zh")
    assert code == 0
    assert [name.split("-", 1)[1] for name in said.split()] == [
        f"deck-press-zh.{end}" for end in ("pptx", "pdf", "html")
    ]


def test_exports_are_written_from_a_release_alone(run, tmp_path):
    run("sample", "--rows", "3000", "--out", "s.csv")
    run(*RELEASE)
    code, said, _ = run("export", "r.zip", "--to", EVERY, "--out", ".", "--lang", "en,ko", "--view", "act=B")
    assert code == 0
    names = said.split()
    assert len(names) == 2 * 10
    for name in names:
        code, said, _ = run("verify", name, "--release", "r.zip")
        assert (code, said.split(":")[0]) == (0, "genuine")
        assert read_release(tmp_path / "r.zip").manifest.release_id in said
    assert json.loads((tmp_path / next(n for n in names if n.endswith("en.geojson"))).read_text())["features"]


def test_an_altered_release_exits_with_3(run, tmp_path):
    run("sample", "--rows", "3000", "--out", "s.csv")
    run(*RELEASE)
    with zipfile.ZipFile(tmp_path / "r.zip", "a") as archive:
        archive.writestr("plates/who.csv", "cell\n")
    code, said, _ = run("verify", "r.zip")
    assert code == 3
    assert said.startswith("altered")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("release", "none.csv", "--out", "r.zip"), "cannot be opened"),
        (("release", "s.csv", "--out", "r.zip", "--synthetic"), "--persons"),
        (("release", "s.csv", "--out", "r.zip", "--persons", "linked"), "say --synthetic"),
        (("release", "s.csv", "--out", "r.zip", "--synthetic", "--single-source"), "--single-source"),
        ((*RELEASE[:-1], "2026-13"), "YYYY-MM"),
        ((*RELEASE[:-1], "2199-01"), "future"),
        ((*RELEASE, "--policy", "none.toml"), "none.toml"),
        (("release", "s.csv", "--out", "missing/r.zip", "--persons", "linked", "--synthetic"), "folder"),
        (("verify", "s.csv"), "no release"),
        (("export", "s.csv", "--to", "csv", "--out", "."), "no release"),
        (
            ("export", "r.zip", "--to", "doc", "--out", "."),
            "png, svg, pdf, pptx, html, csv, geojson, geoparquet, package",
        ),
        (("export", "r.zip", "--to", "csv", "--out", ".", "--deck", "un"), "pptx, pdf and html"),
        (("export", "r.zip", "--to", "pdf", "--out", ".", "--deck", "friends"), "un, parliament, press, donors"),
        (("export", "r.zip", "--to", "csv", "--out", "missing"), "make it first"),
    ],
)
def test_bad_use_is_one_sentence_and_exit_2_and_nothing_is_written(run, tmp_path, words, sentence):
    run("sample", "--rows", "300", "--out", "s.csv")
    before = set(tmp_path.iterdir())
    code, said, error = run(*words)
    assert code == 2, error
    assert sentence in error
    assert "Traceback" not in said + error
    assert set(tmp_path.iterdir()) == before


def test_too_few_people_are_refused_with_3_and_the_rule(run, tmp_path):
    run("sample", "--rows", "40", "--out", "s.csv")
    code, _, error = run(*RELEASE)
    assert code == 3
    assert "rule" in error
    assert not (tmp_path / "r.zip").exists()


def test_faults_are_listed_by_line_and_column_and_exit_2(run, tmp_path):
    (tmp_path / "bad.csv").write_text("case,lat,lng,act,date\nsecret-one,42.9,129.5,B1,2010-99\n")
    code, said, _ = run("check", "bad.csv")
    assert code == 2
    assert "line 2, column date" in said
    assert "secret-one" not in said
    code, said, _ = run("check", "bad.csv", "--json")
    assert code == 2
    assert {"layout", "mapping", "rows", "used", "dropped_columns", "faults"} <= set(json.loads(said))
    code, _, error = run("release", "bad.csv", "--out", "r.zip")
    assert code == 2
    assert "column date" in error


def test_a_release_needs_a_secret_of_32_bytes_and_a_file_goes_before_the_environment(run, tmp_path, monkeypatch):
    run("sample", "--rows", "300", "--out", "s.csv")
    monkeypatch.setenv(IN_ENVIRONMENT, "short")
    assert run(*RELEASE)[0] == 2
    monkeypatch.delenv(IN_ENVIRONMENT)
    code, _, error = run(*RELEASE)
    assert code == 2
    assert IN_FILE in error
    path = tmp_path / "secret"
    path.write_text(SECRET + "\n")
    of_file = read_secret({IN_FILE: str(path), IN_ENVIRONMENT: "x" * 32})
    assert of_file.digest("a") == read_secret({IN_ENVIRONMENT: SECRET}).digest("a")


def test_what_nobody_foresaw_is_a_line_without_a_value(run, monkeypatch):
    def stumble(*_args, **_kwargs):
        raise RuntimeError("value-of-a-person")

    monkeypatch.setattr(checking, "recognise", stumble)
    code, said, error = run("check", "s.csv")
    assert code == 1
    assert "RuntimeError" in error
    assert "value-of-a-person" not in said + error


@pytest.mark.parametrize("command", ["sample", "check", "release", "verify", "export", "log"])
def test_every_command_has_help(command):
    assert CliRunner().invoke(app, [command, "--help"]).exit_code == 0


def test_another_sheet_can_be_chosen(run, tmp_path):
    book = Workbook()
    book.active.append(["note"])
    sheet = book.create_sheet("acts")
    for row in (["case", "place", "act"], ["one", "not stated", "B1"]):
        sheet.append(row)
    book.save(tmp_path / "book.xlsx")
    assert run("check", "book.xlsx")[0] == 0
    assert run("check", "book.xlsx", "--sheet", "acts")[0] == 0
    assert run("check", "book.xlsx", "--sheet", "Sheet")[0] == 2
