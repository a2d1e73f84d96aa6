"""Settings: read once, frozen, and closed where they cannot be meant."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from errors import UsageError
from settings import RELEASE, STEWARD, Settings, read_settings, settings


def test_without_any_variable_the_bundled_release_is_shown_and_there_is_no_stewards_page():
    assert read_settings({}) == Settings(release=None, steward=False)


def test_a_release_is_named_by_its_path():
    assert read_settings({RELEASE: " /data/r.zip "}).release == Path("/data/r.zip")


@pytest.mark.parametrize("value", ["true", "yes", "on", "2", "-1"])
def test_a_slip_never_opens_the_stewards_page(value):
    with pytest.raises(UsageError, match=STEWARD):
        read_settings({STEWARD: value})


@pytest.mark.parametrize("value", ["", "0", " "])
def test_zero_or_nothing_closes_it(value):
    assert not read_settings({STEWARD: value}).steward


def test_settings_cannot_be_changed_once_read():
    with pytest.raises(FrozenInstanceError):
        read_settings({}).steward = True


def test_settings_are_read_once(deployed, monkeypatch):
    deployed(ATLAS_STEWARD="1")
    first = settings()
    monkeypatch.setenv(STEWARD, "0")
    assert settings() is first
