"""Settings: read once, frozen."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from errors import UsageError
from settings import IDLE_MINUTES, RELEASE, STEWARD, Settings, read_settings, settings


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


def test_only_private_sessions_end_by_themselves_unless_minutes_are_set():
    unset, own = read_settings({IDLE_MINUTES: " "}), read_settings({IDLE_MINUTES: " 2.5 "})
    assert (unset.idle_after(private=True), unset.idle_after(private=False)) == (30, None)
    assert (own.idle_after(private=True), own.idle_after(private=False)) == (2.5, 2.5)


@pytest.mark.parametrize("value", ["0", "-1", "nan", "inf", "1e9", "never", "30 minutes"])
def test_a_slip_of_the_pen_does_not_switch_the_time_out_off(value):
    with pytest.raises(UsageError, match=f"{IDLE_MINUTES}=30") as wrong:
        read_settings({IDLE_MINUTES: value})
    assert "never" not in str(wrong.value)
