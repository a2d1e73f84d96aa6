"""The data package: valid for Frictionless, and its notebook draws the figure anew with nothing of ours."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile

import nbformat
import pytest

from briefing import Format, export_view, view_figure
from terms import Language

VIEWS = {"map": "plate=where_what&act=B", "table": "plate=when_what"}


@pytest.fixture(params=[(view, language) for view in VIEWS for language in (Language.EN, Language.KO)], ids=str)
def unpacked(request, release, tmp_path):
    view, language = request.param
    content = export_view(release, VIEWS[view], Format.PACKAGE, language)[0].content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    return tmp_path, view_figure(VIEWS[view], release, language)


def test_it_validates_with_frictionless(unpacked):
    folder, figure = unpacked
    done = subprocess.run(
        [sys.executable, "-m", "frictionless", "validate", "datapackage.json", "--json"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["valid"], report
    assert report["tasks"][0]["stats"]["rows"] == figure.rows.height


def test_the_codebook_names_every_act_of_the_figures(unpacked):
    folder, figure = unpacked
    codes = [line.split(",")[0] for line in (folder / "codebook.csv").read_text(encoding="utf-8").splitlines()[1:]]
    assert set(figure.rows["act"]) <= set(codes)


def test_its_notebook_runs_and_shows_the_figures(unpacked):
    folder, figure = unpacked
    book = nbformat.read(folder / "figure.ipynb", as_version=4)
    nbformat.validate(book)
    run = """
import sys, nbformat
from nbclient import NotebookClient
book = nbformat.read("figure.ipynb", as_version=4)
NotebookClient(book, timeout=300).execute()
nbformat.write(book, "done.ipynb")
"""
    # Streamlit, which other tests run in this process, chooses how matplotlib draws; Jupyter does that itself.
    own = {name: value for name, value in os.environ.items() if name != "MPLBACKEND"}
    done = subprocess.run([sys.executable, "-c", run], cwd=folder, env=own, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    outputs = [
        own for cell in nbformat.read(folder / "done.ipynb", as_version=4).cells for own in cell.get("outputs", [])
    ]
    kinds = {kind for own in outputs for kind in own.get("data", {})}
    assert not [own for own in outputs if own.get("name") == "stderr"]
    assert ("image/png" in kinds) == figure.is_map
    assert "text/html" in kinds
