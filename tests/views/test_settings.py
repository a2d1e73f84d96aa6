"""Settings: read once, frozen."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from settings import RELEASE, STEWARD, Settings, read_settings, settings


@pytest.mark.parametrize("environment", [{}, {RELEASE: ""}, {RELEASE: " "}])
def test_without_any_variable_the_bundled_release_is_shown(environment):
    assert read_settings(environment) == Settings(release=None)


def test_a_release_is_named_by_its_path():
    assert read_settings({RELEASE: " /data/r.zip "}).release == Path("/data/r.zip")


def test_settings_cannot_be_changed_once_read():
    with pytest.raises(FrozenInstanceError):
        read_settings({}).release = Path("other.zip")


def test_settings_are_read_once(deployed, monkeypatch):
    deployed(ATLAS_RELEASE="one.zip")
    first = settings()
    monkeypatch.setenv(RELEASE, "two.zip")
    assert settings() is first


@pytest.mark.parametrize(("value", "opens"), [("1", True), ("", False), ("0", False), ("true", False), (" 1", False)])
def test_only_a_plain_1_opens_the_page_of_the_steward(value, opens):
    assert read_settings({STEWARD: value}).steward is opens
    assert not read_settings({}).steward
