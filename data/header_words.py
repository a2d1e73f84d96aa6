"""Whether a header is made of words that we know, so that it can be told: anything else may be a value."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Final

from data.layouts import ANY, layouts

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_LATIN: Final = re.compile(r"[a-z]+")
_OTHER: Final = re.compile(r"[^\W\d_a-z]+")
# "actor1" and "adm_1" are headers; three digits in a row, or digits beside one letter, are those of keys.
_DIGITS: Final = re.compile(r"\d{3,}|(?<![^\W\d_]{2})(?<![^\W\d_]{2}_)(?<!\d)\d")
_PLAIN: Final = re.compile(r"[\w\s/_().#+:?&*-]*")
_LONGEST: Final = 80


@cache
def header_words() -> frozenset[str]:
    """Return the words of headers, folded: of all layouts, and of the list that is packaged with this version."""
    text = (files("data") / "vocab" / "header_words.toml").read_text(encoding="utf-8")
    listed = {word for words in tomllib.loads(text).values() for word in words.split()}
    headers = (
        header
        for layout in layouts().values()
        for header in (*layout.signature, *layout.act.flags, *(one for own in layout.columns.values() for one in own))
        if header != ANY
    )
    own = {word for header in headers for word in (*_LATIN.findall(header), *_OTHER.findall(header))}
    return frozenset(listed | own)


def is_made_of_words(header: str) -> bool:
    """Whether a header is made of known words and of nothing else, but for two digits at most in a row.

    Examples
    --------
    >>> [is_made_of_words(header) for header in ("prs_FirstName", "Full name", "피해자 성명", "联系人姓名", "actor2")]
    [True, True, True, True, True]
    >>> [is_made_of_words(header) for header in ("Anna", "actP-77", "김영희", "notesKim", "2015", "")]
    [False, False, False, False, False, False]
    """
    plain = _CAMEL.sub(" ", unicodedata.normalize("NFKC", header)).casefold().strip()
    plain = plain.replace("h3", "cell")  # the one word of ours that is a letter and a digit
    if len(plain) > _LONGEST or _DIGITS.search(plain) or not _PLAIN.fullmatch(plain):
        return False
    latin, other = _LATIN.findall(plain), _OTHER.findall(plain)
    return bool(latin or other) and all(map(_is_word, latin)) and all(map(_is_built, other))


def _is_word(word: str) -> bool:
    """Whether a word is known, or is two known words run together, as `firstname` is."""
    known = header_words()
    return word in known or any(word[:at] in known and word[at:] in known for at in range(3, len(word) - 2))


def _is_built(text: str) -> bool:
    """Whether a text without spaces can be cut into known words."""
    reached = {0}
    for end in range(1, len(text) + 1):
        if any(text[begin:end] in header_words() for begin in reached):
            reached.add(end)
    return len(text) in reached
