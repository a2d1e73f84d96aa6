"""The bundled releases are what the atlas makes of its own sample, and all say that they are synthetic."""

from importlib.resources import files

import pytest

from release import read_release
from release.archive import unpack
from steward.bundle import SIZES, bundle


@pytest.mark.parametrize("people", SIZES)
def test_a_bundled_release_can_be_made_again(people):
    kept = files("release").joinpath("bundled", f"people_{people}.zip").read_bytes()
    assert read_release(kept).manifest.synthetic
    assert unpack(bundle(people)) == unpack(kept)
