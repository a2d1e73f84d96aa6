"""The command that rebuilds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from errors import UsageError
from geo.boundaries import features
from geo.rebuild import __main__ as command
from geo.rebuild.compare import KEYS
from geo.survey import committed, write

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def _run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["rebuild", *words])
    return command.main()


def test_cells_are_written_as_they_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "ASSETS", tmp_path)
    assert _run(monkeypatch, "cells") == 0
    assert tmp_path.joinpath("cells.csv").read_text(encoding="utf-8") == write(committed())


def test_a_basemap_rebuilt_alike_is_said_to_be_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "fetch", lambda _: None)
    monkeypatch.setattr(command, "build", lambda _: {name: list(features(name)) for name in KEYS})
    assert _run(monkeypatch, "basemap", "--downloads", str(tmp_path / "kept"), "--to", str(tmp_path / "new")) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in said] == list(KEYS)
    assert all(line.endswith("at most 0 m apart; the same bytes") for line in said)
    assert {path.stem for path in tmp_path.joinpath("new").iterdir()} == set(KEYS)


def test_what_cannot_be_fetched_ends_in_a_sentence_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_: Path) -> None:
        raise UsageError("thing 1.0 cannot be fetched")

    monkeypatch.setattr(command, "fetch", refuse)
    assert _run(monkeypatch, "basemap") == 2
    assert capsys.readouterr().err == "thing 1.0 cannot be fetched\n"
