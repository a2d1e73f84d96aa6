"""Every character that a page may have to write: what a font must hold, and no more."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from geo import labels, provinces
from terms import OWN_NAMES, Language, taxonomy


@cache
def alphabet() -> str:
    """Return the characters of all sentences, acts and place names, in every language, each once, in order.

    What a release brings along (its title, how to cite it) is not in it.

    Examples
    --------
    >>> set("두만강图们江辽宁省평안북도") <= set(alphabet())
    True
    """
    catalogs = files("terms").joinpath("catalog")
    text = [catalogs.joinpath(f"{language.value}.ftl").read_text(encoding="utf-8") for language in Language]
    text += OWN_NAMES.values()
    text += [label for act in taxonomy().acts.values() for label in act.label.values()]
    text += [label.name for language in Language for label in labels(language.value)]
    text += [name for province in provinces().values() for name in province.name.values()]
    return "".join(sorted(set("".join(text))))
