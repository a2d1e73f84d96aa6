"""A picture that says in words what it shows and what it cannot say, to screen readers and to who has the file alone.

Sources: SVG 2, 5.8 (`title` and `desc`); PNG, 3rd edition, 11.3.3.4 (iTXt).
"""

from __future__ import annotations

import zlib
from html import escape
from typing import TYPE_CHECKING, Final

from briefing.checksums import PNG

if TYPE_CHECKING:
    from layers import Figure

_HEADER: Final = len(PNG) + 25
"""Where the first chunk of a PNG ends, its header."""


def in_words(figure: Figure) -> str:
    """Return all that stands around a figure as lines of text: for a picture, in which nobody can search."""
    told = [figure.synthetic, figure.alt, figure.period, *figure.caveats, figure.not_audited, figure.source]
    told += [figure.cite_as, figure.release_id, figure.attribution]
    return "\n".join(line for line in told if line)


def described_svg(text: str, figure: Figure) -> str:
    """Put the words of a figure into its drawing, as title and description."""
    opened = text.index("<svg")
    end = text.index(">", opened)
    words = f"<title>{escape(figure.title)}</title><desc>{escape(in_words(figure))}</desc>"
    return f'{text[:end]} role="img" lang="{figure.language.value}">{words}{text[end + 1 :]}'


def described_png(content: bytes, figure: Figure) -> bytes:
    """Put the words of a figure into its picture, as text in UTF-8 under the keyword Description."""
    words = b"Description\0\0\0" + figure.language.value.encode() + b"\0\0" + in_words(figure).encode()
    kind = b"iTXt"
    chunk = len(words).to_bytes(4, "big") + kind + words + zlib.crc32(kind + words).to_bytes(4, "big")
    return content[:_HEADER] + chunk + content[_HEADER:]
