"""Where the signing key comes from, and that it goes nowhere."""

import subprocess

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from errors import UsageError
from steward.signing import KEY_FILE, read_signer


@pytest.fixture
def key_file(tmp_path):
    """Return a key made as the README says."""
    path = tmp_path / "atlas.key"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", path], check=True, capture_output=True)
    return path


def test_without_a_named_key_nothing_is_signed():
    assert read_signer({}) is None


def test_a_key_of_openssl_signs_and_says_nothing_of_itself(key_file):
    signer = read_signer({KEY_FILE: str(key_file)})
    key = load_pem_private_key(key_file.read_bytes(), None)
    key.public_key().verify(signer.sign(b"a"), b"a")
    assert signer.public_key == key.public_key().public_bytes_raw().hex()
    assert key.private_bytes_raw().hex() not in repr(signer)


def test_what_is_no_such_key_is_refused(tmp_path, key_file):
    pem, plain = (Encoding.PEM, PrivateFormat.PKCS8), NoEncryption()
    locked = load_pem_private_key(key_file.read_bytes(), None).private_bytes(*pem, BestAvailableEncryption(b"a"))
    for content in (b"", b"a", locked, generate_private_key(SECP256R1()).private_bytes(*pem, plain)):
        (tmp_path / "other.key").write_bytes(content)
        with pytest.raises(UsageError, match="holds no ed25519 key"):
            read_signer({KEY_FILE: str(tmp_path / "other.key")})
    with pytest.raises(UsageError, match="cannot be read"):
        read_signer({KEY_FILE: str(tmp_path / "none")})
