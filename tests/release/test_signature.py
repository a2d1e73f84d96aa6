"""A signature: what it protects, and that taking it away is seen."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from errors import ReleaseError
from release import Signer, Verdict, fingerprint, read_release, verify, write_release
from release.archive import MANIFEST, pack, unpack
from release.read import identify, to_sign, write_manifest
from tests.made import manifest
from tests.release.releases import plates

KEY, OTHER = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2))


def signer(key):
    return Signer(key.public_key().public_bytes_raw().hex(), key.sign)


SIGNED = write_release(manifest(), plates(), signer(KEY))


def resealed(**changes):
    """Return the signed release with some of its manifest changed, and an id that fits."""
    members = unpack(SIGNED)
    changed = read_release(SIGNED).manifest.model_copy(update=changes)
    changed = changed.model_copy(update={"release_id": identify(changed)})
    return pack({**members, MANIFEST: write_manifest(changed)})


def test_a_signed_release_is_genuine_and_the_same_bytes_each_time():
    assert verify(SIGNED).verdict is Verdict.GENUINE
    assert write_release(manifest(), plates(), signer(KEY)) == SIGNED
    assert read_release(SIGNED).manifest.public_key == signer(KEY).public_key


def test_the_key_is_part_of_the_id_and_the_signature_is_not():
    one, other = (read_release(write_release(manifest(), plates(), signer(key))).manifest for key in (KEY, OTHER))
    assert one.release_id != other.release_id
    assert identify(one.model_copy(update={"signature": "0" * 128})) == one.release_id


def test_whoever_changes_a_word_and_has_no_key_is_found_though_every_hash_fits():
    forged = resealed(title="Homemade")
    assert verify(forged).verdict is Verdict.ALTERED
    with pytest.raises(ReleaseError, match="signature does not belong"):
        read_release(forged)


@pytest.mark.parametrize("taken", ["signature", "public_key"])
def test_taking_away_the_signature_or_the_key_alone_is_found(taken):
    with pytest.raises(ReleaseError, match="taken away"):
        read_release(resealed(**{taken: None}))


def test_another_key_cannot_be_put_in_the_place_of_the_one_that_signed():
    with pytest.raises(ReleaseError, match="signature does not belong"):
        read_release(resealed(public_key=signer(OTHER).public_key))


def test_a_key_that_is_no_point_of_the_curve_is_altered():
    with pytest.raises(ReleaseError, match="signature"):
        read_release(resealed(public_key="f" * 64))


def test_whoever_signs_again_with_another_key_is_told_by_the_fingerprint_alone():
    forged = write_release(manifest(title="Homemade"), plates(), signer(OTHER))
    assert verify(forged).verdict is Verdict.GENUINE
    assert fingerprint(signer(OTHER).public_key) != fingerprint(signer(KEY).public_key)


def test_the_signature_covers_the_id_and_the_private_key_is_nowhere():
    assert read_release(SIGNED).manifest.release_id.encode() in to_sign(read_release(SIGNED).manifest)
    private = KEY.private_bytes_raw()
    assert private not in SIGNED
    assert private.hex().encode() not in SIGNED
    assert repr(signer(KEY)) == f"Signer({fingerprint(signer(KEY).public_key)})"
