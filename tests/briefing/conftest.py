"""The bundled release, read once."""

from importlib.resources import files

import pytest

from release import read_release


@pytest.fixture(scope="session")
def release():
    return read_release(files("release").joinpath("bundled", "people_1500.zip").read_bytes())
