"""A text as Markdown, for pages that read their texts so."""

from __future__ import annotations


def plain(text: str) -> str:
    r"""Return a text as Markdown that says exactly it: a title or name must not turn into a link or a heading.

    Examples
    --------
    >>> plain("a [b](c) <i> 1_2 $3")
    'a \\[b\\]\\(c\\) \\<i\\> 1\\_2 \\$3'
    """
    return "".join(f"\\{own}" if own in r"\`*_{}[]()<>#+-!|~$:" else own for own in text)
