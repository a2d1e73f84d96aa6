"""Text as TOML has it."""

from __future__ import annotations

from json import dumps


def toml_text(text: str) -> str:
    r"""Return a text as a basic string of TOML, which is one of JSON but for the character 7F.

    Examples
    --------
    >>> toml_text('a "b"'), toml_text("\x7f")
    ('"a \\"b\\""', '"\\u007f"')
    """
    return dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
