"""Korean and Chinese glyphs are cut from Noto, and only those that a page needs."""

from __future__ import annotations

import base64
import io
import re

from fontTools.ttLib import TTFont

from layers.fonts import FACES, font_faces, subset_font

EMBEDDED = re.compile(r'font-family: "([^"]+)".*?base64,([^"]+)"', re.DOTALL)


def glyphs_of(css: str) -> dict[str, set[str]]:
    """Return the characters that each embedded family has a glyph for."""
    found = {}
    for family, content in EMBEDDED.findall(css):
        font = TTFont(io.BytesIO(base64.b64decode(content)))
        found[family] = {chr(code) for code in font.getBestCmap()}
    return found


def test_latin_text_needs_no_font() -> None:
    assert font_faces("Yalu / Amnok, at least 1,250") == ""


def test_each_script_comes_from_its_own_face_and_no_more_than_is_needed() -> None:
    held = glyphs_of(font_faces("압록강 / 鸭绿江"))
    assert held == {"Atlas Hangul": set("압록강"), "Atlas Han": set("鸭绿江")}


def test_the_same_characters_give_the_same_bytes() -> None:
    assert subset_font(FACES[0], "단둥") == subset_font(FACES[0], "단둥")


def test_the_font_keeps_its_licence_and_loses_its_vertical_tables() -> None:
    font = TTFont(io.BytesIO(subset_font(FACES[1], "丹东")))
    assert not {"vhea", "vmtx", "VORG"} & set(font.keys())
    assert "Copyright" in font["name"].getDebugName(0) or "Adobe" in font["name"].getDebugName(0)


def test_a_face_tells_a_browser_its_ranges() -> None:
    assert FACES[0].unicode_range.startswith("U+1100-11FF")
    assert FACES[0].choose("ab단둥丹단") == "단둥"
