"""Korean and Chinese without boxes, in a file that asks nobody for a font: the few glyphs it needs, cut from Noto.

A face is chosen by script: Hangul from the Korean face of Noto Sans CJK, Han characters from the Simplified Chinese
one, each told to the browser as a range of characters, so that a Korean and a Chinese name can stand in one line.
Letters and digits are left to the reader's own fonts. The font comes from the package noto-cjk-sans-otc, under the SIL
Open Font Licence, which allows a subset to be embedded.
"""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_DROPPED: Final = ["vhea", "vmtx", "VORG", "GSUB", "GPOS", "GDEF", "BASE"]
"""Tables for vertical and fine typesetting; VORG must go with vmtx, or browsers refuse the font."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font of a page: its family, its position in the collection, and the ranges of characters it is for."""

    family: str
    position: int
    ranges: tuple[tuple[int, int], ...]

    @property
    def unicode_range(self) -> str:
        """The ranges as CSS writes them."""
        return ", ".join(f"U+{first:X}-{last:X}" for first, last in self.ranges)

    def choose(self, text: Iterable[str]) -> str:
        """Return the characters of a text that the face is for, each once, in order."""
        return "".join(sorted({c for c in text if any(low <= ord(c) <= high for low, high in self.ranges)}))


FACES: Final = (
    Face("Atlas Hangul", 1, ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3))),
    Face("Atlas Han", 2, ((0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xFF00, 0xFFEF))),
)
"""Positions in the collection: 1 is `Noto Sans CJK KR`, 2 is `Noto Sans CJK SC`."""


def subset_font(face: Face, characters: str) -> bytes:
    """Cut the glyphs of some characters out of the collection, as woff2; takes about half a second.

    The same characters and packages give the same bytes.
    """
    # Imported here: fontTools is needed for a file in Korean or Chinese, and for nothing else.
    from fontTools.subset import Options, Subsetter  # noqa: PLC0415 - see above
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - see above

    options = Options()
    options.flavor = "woff2"
    options.layout_features = []
    options.drop_tables += _DROPPED
    options.hinting = False
    options.recalc_timestamp = False
    out = io.BytesIO()
    collection = files("noto_cjk_sans_otc").joinpath("NotoSansCJK-Regular.ttc")
    with as_file(collection) as path, path.open("rb") as opened:
        font = TTFont(opened, fontNumber=face.position, lazy=True, recalcTimestamp=False)
        subsetter = Subsetter(options)
        subsetter.populate(text=characters)
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(out)
    return out.getvalue()


@lru_cache(maxsize=32)
def _cut(face: Face, characters: str) -> bytes:
    return subset_font(face, characters)


def font_faces(text: str) -> str:
    """Return the CSS that embeds every glyph of a text that a Latin font may lack; empty if it needs none.

    Examples
    --------
    >>> font_faces("Yalu / Amnok")
    ''
    """
    rules = []
    for face in FACES:
        characters = face.choose(text)
        if characters:
            content = base64.b64encode(_cut(face, characters)).decode("ascii")
            rules.append(
                f'@font-face {{ font-family: "{face.family}"; unicode-range: {face.unicode_range}; '
                f'src: url("data:font/woff2;base64,{content}") format("woff2"); }}'
            )
    return "\n".join(rules)
