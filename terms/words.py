"""Every sentence that a reader sees, in three languages: one Fluent catalog a language in `terms/catalog/`."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from fluent.runtime import FluentBundle, FluentResource

if TYPE_CHECKING:
    from collections.abc import Iterable


class Language(StrEnum):
    """Languages that the atlas speaks; the value is the code used in links, files and catalogs."""

    EN = "en"
    KO = "ko"
    ZH = "zh"


OWN_NAMES: Final = {Language.EN: "English", Language.KO: "한국어", Language.ZH: "中文"}
_ENTRY: Final = re.compile(r"^(?=[a-z#])", re.MULTILINE)
_LOCALES: Final = {Language.EN: "en-GB", Language.KO: "ko-KR", Language.ZH: "zh-CN"}


def _text(language: Language) -> str:
    return files("terms").joinpath("catalog", f"{language.value}.ftl").read_text(encoding="utf-8")


@cache
def _entries(language: Language) -> dict[str, str]:
    """Return each sentence as it is written: a page says a few of them, and to read them all takes a fifth of a second.

    No sentence refers to another, so that each can be read alone; the tests hold that.
    """
    parts = _ENTRY.split(_text(language))
    return {part.partition(" =")[0]: part for part in parts if part[:1].islower()}


@cache
def _bundle(language: Language) -> FluentBundle:
    return FluentBundle([_LOCALES[language]], use_isolating=False)


def say(key: str, language: Language, **values: object) -> str:
    """Return the sentence of a key, with its values written as the language writes them.

    Raises
    ------
    KeyError
        If the catalog has no such key, or the sentence needs a value that was not given: a half sentence
        on a map would be worse than none.
    """
    bundle = _bundle(language)
    if not bundle.has_message(key):
        bundle.add_resource(FluentResource(_entries(language).get(key, "")))
    pattern = bundle.get_message(key).value if bundle.has_message(key) else None
    if pattern is None:
        raise KeyError(f"no sentence {key!r} in the catalog {language.value}")
    text, errors = bundle.format_pattern(pattern, values)
    if errors:
        raise KeyError(f"the sentence {key!r} in the catalog {language.value} cannot be said: {errors[0]}")
    return str(text)


def keys(language: Language) -> Iterable[str]:
    """Return the keys of a catalog, for the test that no language lacks one."""
    return sorted(entry.id.name for entry in FluentResource(_text(language)).body if hasattr(entry, "id"))
