"""Sentences: the same keys in three languages, and never half a sentence."""

from __future__ import annotations

import re
from collections import Counter
from importlib.resources import files

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import FluentParser
from fluent.syntax.ast import BaseNode, Junk, Message, MessageReference, TermReference

from terms import Language, keys, say
from terms.words import _entries

MARK = "# No native reader has checked the sentences of this part."
CHECKED: dict[Language, frozenset[str]] = {}
"""Parts of a catalog that a native reader has checked, of every language; to be written down with her review."""

OTHERS = [language for language in Language if language is not Language.EN]


def _catalog(language: Language) -> str:
    return files("terms").joinpath("catalog", f"{language.value}.ftl").read_text(encoding="utf-8")


def _messages(language: Language) -> dict[str, str]:
    parts = re.split(r"^([a-z][a-zA-Z0-9_-]*) =", _catalog(language), flags=re.MULTILINE)[1:]
    return {
        key: re.split(r"^#", text, flags=re.MULTILINE)[0] for key, text in zip(parts[::2], parts[1::2], strict=True)
    }


@pytest.mark.parametrize("language", OTHERS)
def test_catalogs_hold_the_same_keys_in_the_same_order(language: Language) -> None:
    assert list(_messages(language)) == list(_messages(Language.EN))
    assert list(keys(language)) == list(keys(Language.EN)) == sorted(_messages(Language.EN))


@pytest.mark.parametrize("language", OTHERS)
def test_a_sentence_takes_the_same_values_in_every_language(language: Language) -> None:
    own, english = _messages(language), _messages(Language.EN)
    for key, text in english.items():
        assert set(re.findall(r"\$(\w+)", own[key])) == set(re.findall(r"\$(\w+)", text)), key


@pytest.mark.parametrize("language", Language)
def test_no_key_is_written_twice_and_nothing_is_left_unread(language: Language) -> None:
    written = Counter(re.findall(r"^([a-z][a-zA-Z0-9_-]*) =", _catalog(language), flags=re.MULTILINE))
    assert max(written.values()) == 1
    assert sorted(written) == list(keys(language))


@pytest.mark.parametrize("language", Language)
def test_the_common_sentence_says_both_minima(language: Language) -> None:
    said = say("at-least-reports-people", language, reports=25, people=15)
    assert "25" in said
    assert "15" in said


def test_a_sentence_without_its_value_is_not_said() -> None:
    with pytest.raises(KeyError, match="cannot be said"):
        say("at-least-reports-people", Language.EN, reports=25)


def test_an_unknown_sentence_is_an_error() -> None:
    with pytest.raises(KeyError, match="no sentence"):
        say("no-such-sentence", Language.KO)


@pytest.mark.parametrize("language", OTHERS)
def test_every_part_that_no_native_reader_has_checked_says_so(language: Language) -> None:
    parts = re.findall(r"^## (.*)\n(.*)$", _catalog(language), flags=re.MULTILINE)
    unmarked = {name for name, first in parts if first != MARK}
    assert unmarked == CHECKED.get(language, frozenset())
    assert [name for name, _ in parts] == re.findall(r"^## (.*)$", _catalog(Language.EN), flags=re.MULTILINE)


@pytest.mark.parametrize("language", OTHERS)
def test_no_sentence_stands_outside_the_parts(language: Language) -> None:
    assert _catalog(language).startswith("## ")


@pytest.mark.parametrize("language", Language)
def test_each_sentence_read_alone_is_as_when_all_are_read(language: Language) -> None:
    whole = FluentResource(_catalog(language))
    assert not [own for own in whole.body if isinstance(own, Junk)]
    told = {own.id.name: own for own in whole.body if isinstance(own, Message)}
    assert told.keys() == _entries(language).keys()
    for key, own in told.items():
        (alone,) = FluentResource(_entries(language)[key]).body
        assert alone.equals(own, ignored_fields=["span", "comment"]), key


@pytest.mark.parametrize("language", Language)
def test_no_sentence_refers_to_another(language: Language) -> None:
    def refers(node: object) -> bool:
        parts = vars(node).values() if isinstance(node, BaseNode) else node if isinstance(node, list) else ()
        return isinstance(node, (MessageReference, TermReference)) or any(refers(part) for part in parts)

    assert not refers(FluentParser().parse(_catalog(language)))
