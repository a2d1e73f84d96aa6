"""The receipt of an export: one line in the file that names its release and view, and seals every byte of it.

The line is a token of plain signs that no format has to escape. A writer embeds it with a hash of zeros; `seal` then
writes the SHA-256 of the whole file into it, taken while the hash is zeros. Where a container keeps a checksum over the
line, as PNG and zip do, the checksum is zeros as well while the hash is taken, and is written anew at the end. So any
byte that changes later is found, and anyone can check it without this program.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from briefing.checksums import LENGTH, checksums
from briefing.embedding import NAME
from errors import UNPACKING, ReleaseError, UsageError
from terms import Language

if TYPE_CHECKING:
    from briefing.checksums import Checksum

_UNSEALED: Final = b"0" * 64
_TOKEN: Final = re.compile(
    rb"atlas-receipt;v=1;release=(?P<release>[0-9a-f]{64});lang=(?P<lang>[a-z]{2});kind=(?P<kind>[a-z]+);"
    rb"view=(?P<view>[A-Za-z0-9_.~%-]*);sha256=(?P<sha256>[0-9a-f]{64});"
)
_REMAINS: Final = re.compile(rb"atlas-receipt|;release=[0-9a-f]{64};|;sha256=[0-9a-f]{64};", re.IGNORECASE)
_RELEASE_ID: Final = re.compile(r"[0-9a-f]{64}")
_KIND: Final = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a file says of itself: its release, what it shows, its language and its kind.

    `view` is the part of a link behind the question mark, or empty; of a deck it is its audience and each of its views,
    parted by spaces. `kind` is the file's ending, or `package`.

    Raises
    ------
    UsageError
        If the release id is none, the kind has other signs than small letters, or the view has one that does not print.
    """

    release_id: str
    view: str
    language: Language
    kind: str

    def __post_init__(self) -> None:
        """Refuse what would not come back from the token, or would not show as it is."""
        if not (_RELEASE_ID.fullmatch(self.release_id) and _KIND.fullmatch(self.kind) and self.view.isprintable()):
            raise UsageError("A receipt takes a whole release id, a kind in small letters, and a view that prints.")

    @property
    def token(self) -> str:
        """The line of a file that is not sealed yet: letters, digits and `-._~%=;`, in ASCII.

        Examples
        --------
        >>> Receipt("5e" * 32, "act=B", Language.KO, "pdf").token.split(";")[3:6]
        ['lang=ko', 'kind=pdf', 'view=act%3DB']
        """
        said = f"release={self.release_id};lang={self.language.value};kind={self.kind};view={quote(self.view, safe='')}"
        return f"{NAME};v=1;{said};sha256={_UNSEALED.decode()};"

    @property
    def views(self) -> tuple[str, ...]:
        """The parts of the view one by one; none if the file is of no view."""
        return tuple(self.view.split())


def seal(content: bytes) -> bytes:
    """Write the hash of a whole file into the token that it holds; every occurrence gets the same.

    Parameters
    ----------
    content
        A file that holds one token with a hash of zeros, where nothing is packed or encoded; of a zip, in a member that
        is stored.

    Raises
    ------
    UsageError
        If it holds no token, different ones, or one that is sealed already, or begins as a zip and is none.
    """
    found = list(_TOKEN.finditer(content))
    if {token["sha256"] for token in found} != {_UNSEALED} or len({token.group() for token in found}) != 1:
        raise UsageError("A file to seal holds one receipt that is not sealed yet, where nothing is packed.")
    try:
        digest, sums = _digest(content, [token.start("sha256") for token in found])
    except UNPACKING:
        raise UsageError("The file cannot be sealed: it begins as a zip and is none.") from None
    whole = bytearray(content)
    for token in found:
        whole[token.start("sha256") : token.end("sha256")] = digest
    for own in sums:
        for place in own.places:
            whole[place : place + LENGTH] = own.of(whole)
    return bytes(whole)


def read_seal(content: bytes) -> Receipt | None:
    """Return the receipt of a file in which not a byte was changed; None of a file that holds no trace of one.

    Raises
    ------
    ReleaseError
        If anything was changed, saying what is found to be wrong.
    """
    found = list(_TOKEN.finditer(content))
    if not found:
        # A file that was saved again in two bytes a letter has a zero byte beside each.
        if _REMAINS.search(content) or _REMAINS.search(content.replace(b"\0", b"")):
            raise ReleaseError(
                "The export is altered: its receipt is not whole. Or it is of a version that this one cannot read."
            )
        return None
    if len({token.group() for token in found}) > 1:
        raise ReleaseError("The export is altered: it holds several receipts, and they differ.")
    token = found[0]
    try:
        receipt = _read(token)
        digest, sums = _digest(content, [own.start("sha256") for own in found])
    except (UsageError, *UNPACKING):
        raise ReleaseError("The export is altered: it is not written as the atlas writes it.") from None
    if digest != token["sha256"]:
        raise ReleaseError("The export is altered: what stands in it is not what was sealed.")
    if not all(own.fits(content) for own in sums):
        raise ReleaseError("The export is altered: a checksum of its receipt does not fit.")
    return receipt


def _read(token: re.Match[bytes]) -> Receipt:
    """Return what a token says.

    Raises
    ------
    ValueError, UsageError
        If it says what no receipt can say, or not in the one way of saying it.
    """
    view = unquote(token["view"].decode("ascii"), errors="strict")
    receipt = Receipt(token["release"].decode(), view, Language(token["lang"].decode()), token["kind"].decode())
    if not token.group().startswith(receipt.token.removesuffix(f"{_UNSEALED.decode()};").encode()):
        raise ValueError("a receipt has one way of being written")
    return receipt


def _digest(content: bytes, places: list[int]) -> tuple[bytes, tuple[Checksum, ...]]:
    """Return the hash of a file in hexadecimal, and the checksums over its tokens; all of them as if they were zeros.

    `places`: where the hashes of the tokens begin.
    """
    sums = checksums(content, places)
    bare = bytearray(content)
    for place in places:
        bare[place : place + len(_UNSEALED)] = _UNSEALED
    for own in sums:
        for place in own.places:
            bare[place : place + LENGTH] = bytes(LENGTH)
    return hashlib.sha256(bare).hexdigest().encode(), sums
