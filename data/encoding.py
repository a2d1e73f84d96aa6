"""In which encoding a text is written: by its marks, by its form, and by what it would say."""

from __future__ import annotations

import codecs
import re
from typing import Final

from charset_normalizer import from_bytes

from errors import InputError

UNREADABLE: Final = "The file cannot be read as a table of text: save it as CSV in UTF-8, with headers in line 1."

_BOMS: Final = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FOREIGN: Final = re.compile(r"[^\x00-\x7f]")
_HANGUL: Final = (0xAC00, 0xD7A3)
_MOSTLY: Final = 0.8
_COMMON: Final = 0.5
_WIDE_SHARE: Final = 0.3
_LOOKED_AT: Final = 4096
_GUESSED: Final = 2**18
# First consonants (588 syllables each) kk, tt, pp, ss, jj; last ones (of 28) gs, nj, nh, lg to lh, bs: rare in words.
_TENSE: Final = (1, 4, 8, 10, 13)
_CLUSTERS: Final = (3, 5, 6, 9, 10, 11, 12, 13, 14, 15, 18)
# Rows 16 to 55 of GB 2312 are its 3,755 common characters (level 1), in the order of their sounds.
_LEVEL_1: Final = range(0xB0, 0xD8)
_GUESSES: Final = ["big5", "cp932", "cp1252", "cp1251", "cp949", "gb18030"]


def decode(content: bytes) -> tuple[str, str]:
    """Return the text of a file and the name of its encoding.

    UTF-8 and UTF-16 are told by their marks and by their form. Between the Chinese and the Korean encoding of old
    spreadsheets the form often decides nothing, so a text is Korean if what it says in that encoding is nearly all
    Hangul, and Hangul as it is written (bytes of a Chinese text read as Korean give syllables that no Korean text
    consists of), and Chinese if it is made of common characters. What is neither is left to charset-normalizer.

    Raises
    ------
    InputError
        If the bytes are no text in any of these encodings.
    """
    for mark, codec in _BOMS:
        if content.startswith(mark):
            return _strictly(content, codec), codec.removesuffix("-sig")
    if b"\0" in content:
        return _unmarked_wide(content)
    plain = _decoded(content, "utf-8")
    if plain is not None:
        return plain, "utf-8"
    korean, chinese = _decoded(content, "cp949"), _decoded(content, "gb18030")
    if korean is not None and (_is_korean(korean) or (chinese is None and _has_hangul(korean))):
        return korean, "cp949"
    if chinese is not None and _is_chinese(chinese):
        return chinese, "gb18030"
    guess = from_bytes(content[:_GUESSED], cp_isolation=_GUESSES).best()
    text = None if guess is None else _decoded(content, guess.encoding)
    if guess is None or text is None:
        raise InputError(UNREADABLE)
    return text, guess.encoding


def _unmarked_wide(content: bytes) -> tuple[str, str]:
    """Read UTF-16 without its mark: every other byte of what is ASCII in it is 0."""
    head = content[:_LOOKED_AT]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        other = head[0::2] if codec.endswith("le") else head[1::2]
        if zeros.count(0) > _WIDE_SHARE * len(zeros) and other.count(0) == 0:
            return _strictly(content, codec), "utf-16"
    raise InputError(UNREADABLE)


def _decoded(content: bytes, codec: str) -> str | None:
    try:
        return content.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _strictly(content: bytes, codec: str) -> str:
    text = _decoded(content, codec)
    if text is None or "\0" in text:
        raise InputError(UNREADABLE)
    return text


def _foreign(text: str) -> list[str]:
    return sorted(set(_FOREIGN.findall(text)))


def _has_hangul(text: str) -> bool:
    return any(_HANGUL[0] <= ord(character) <= _HANGUL[1] for character in _foreign(text))


def _is_korean(text: str) -> bool:
    """Whether a text in the Korean encoding reads like Korean: Hangul, and few of its tense or doubled consonants."""
    foreign = _foreign(text)
    hangul = [ord(one) - _HANGUL[0] for one in foreign if _HANGUL[0] <= ord(one) <= _HANGUL[1]]
    plain = [code for code in hangul if code // 588 not in _TENSE and code % 28 not in _CLUSTERS]
    return len(plain) >= _MOSTLY * len(foreign)


def _is_chinese(text: str) -> bool:
    """Whether a text in the Chinese encoding is made of common characters, and of punctuation between them."""
    foreign = _foreign(text)
    leads = [two[0] if len(two := one.encode("gb2312", "ignore")) == 2 else 0 for one in foreign]  # noqa: PLR2004 - bytes
    letters = [lead for lead in leads if lead == 0 or lead >= min(_LEVEL_1)]
    return sum(lead in _LEVEL_1 for lead in letters) >= _COMMON * len(letters) and bool(letters)
