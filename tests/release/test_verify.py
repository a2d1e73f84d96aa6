"""Each verdict, and what each rests on."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from errors import UsageError
from release import (
    Earlier,
    Signer,
    Standing,
    State,
    Verdict,
    is_release,
    pack,
    read_release,
    standing_of,
    verify,
    write_release,
)
from tests.made import manifest
from tests.release.releases import plates

FIRST = write_release(manifest(as_of="2024-01"), plates())
KEY, OTHER = (
    Signer(key.public_key().public_bytes_raw().hex(), key.sign)
    for key in (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2))
)


def after(first=FIRST, state=State.SUPERSEDED, signer=None, **given):
    """Return a release of the same series that names the first as an earlier one."""
    earlier = Earlier(release_id=read_release(first).manifest.release_id, as_of="2024-01", state=state)
    return write_release(manifest(history=[earlier], **given), plates(), signer)


@pytest.mark.parametrize(
    ("newest", "standing", "because"),
    [
        (None, Standing.NOT_CHECKED, "no newer release"),
        (FIRST, Standing.CURRENT, "it is the newest"),
        (after(), Standing.SUPERSEDED, "of 2026-11"),
        (after(state=State.WITHDRAWN), Standing.WITHDRAWN, "so says release"),
        (after(series="77" * 32), Standing.NOT_CHECKED, "another series"),
        (write_release(manifest(title="Another"), plates()), Standing.NOT_CHECKED, "neither"),
        (after(signer=KEY), Standing.SUPERSEDED, "so says release"),
    ],
)
def test_a_genuine_release_stands_as_the_newest_says(newest, standing, because):
    found = verify(FIRST, newest)
    assert found.verdict is Verdict.GENUINE
    assert found.standing is standing
    assert because in found.because
    assert any(standing.value in limit for limit in found.limits)


def test_an_older_release_cannot_say_whether_a_newer_one_stands():
    found = verify(after(), FIRST)
    assert (found.standing, "older" in found.because) == (Standing.NOT_CHECKED, True)


def test_a_signed_release_is_superseded_by_its_own_key_alone():
    first = write_release(manifest(as_of="2024-01"), plates(), KEY)
    assert verify(first, after(first, signer=KEY)).standing is Standing.SUPERSEDED
    for signer in (None, OTHER):
        found = verify(first, after(first, signer=signer))
        assert (found.standing, "same key" in found.because) == (Standing.NOT_CHECKED, True)


def test_an_altered_release_has_no_standing_whatever_is_newer():
    found = verify(FIRST + b"a", after())
    assert (found.verdict, found.standing, found.signed_by) == (Verdict.ALTERED, Standing.NOT_CHECKED, None)
    assert not any("signed by" in limit or "superseded" in limit for limit in found.limits)


def test_a_newest_release_that_is_altered_is_named(tmp_path):
    path = tmp_path / "newest.zip"
    path.write_bytes(after() + b"a")
    with pytest.raises(UsageError, match=r"newest\.zip is itself altered"):
        verify(FIRST, path)
    with pytest.raises(UsageError, match="itself altered"):
        verify(FIRST, path.read_bytes())


def test_who_signed_is_said_by_the_key_and_what_an_unsigned_file_cannot_show():
    signed = verify(after(signer=KEY))
    assert len(signed.signed_by) == 16
    assert f"signed by key {signed.signed_by}: detects forgery if you know this key" in signed.limits
    assert "unsigned: the check detects change, not forgery" in verify(FIRST).limits


@pytest.mark.parametrize(
    ("newest", "standing", "because"),
    [
        (None, Standing.NOT_CHECKED, "no newer release"),
        (FIRST, Standing.CURRENT, "it is the newest"),
        (after(), Standing.SUPERSEDED, "so says release"),
        (after(state=State.WITHDRAWN, signer=KEY), Standing.WITHDRAWN, "of 2026-11"),
        (after(series="77" * 32), Standing.SUPERSEDED, "so says release"),
        (write_release(manifest(title="Another"), plates()), Standing.NOT_CHECKED, "does not name this one"),
    ],
)
def test_of_a_release_of_which_only_the_id_is_known_a_newer_one_tells_by_its_history(newest, standing, because):
    told, why = standing_of(read_release(FIRST).manifest.release_id, newest)
    assert told is standing
    assert because in why


def test_what_is_meant_to_be_a_release_is_told_by_its_manifest_altered_or_not():
    assert is_release(FIRST)
    assert is_release(FIRST + b"a")
    assert is_release(pack({"manifest.json": b""}))
    for content in (b"", b"hello", b"PK\x03\x04", FIRST[:-30], pack({"data/manifest.json": b"{}"})):
        assert not is_release(content)
