"""The bundled releases are what the atlas makes of its own sample, and all say that they are synthetic."""

from importlib.resources import files

import pytest

from release import read_release
from release.archive import unpack
from steward.bundle import SIZES, bundle

SMALL = 280
"""People whose release is made again in every run; the others take minutes."""


@pytest.mark.parametrize(
    "people", [pytest.param(people, marks=[pytest.mark.long] if people > SMALL else []) for people in SIZES]
)
def test_a_bundled_release_can_be_made_again(people):
    kept = files("release").joinpath("bundled", f"people_{people}.zip").read_bytes()
    assert read_release(kept).manifest.synthetic
    assert unpack(bundle(people)) == unpack(kept)
