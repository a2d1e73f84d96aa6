"""Fonts: every character of our words is in them, and they are cut once."""

from __future__ import annotations

import io
from importlib.resources import files
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from layers import FACES
from terms import Language
from views import fonts
from views.assets import font_assets


@pytest.fixture
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    fonts.font.cache_clear()
    yield tmp_path / "red-zone-atlas"
    fonts.font.cache_clear()


def test_every_korean_and_chinese_character_of_the_catalogs_has_a_glyph(deployed, release_file):
    deployed(ATLAS_RELEASE=release_file)
    text = "".join(
        files("terms").joinpath("catalog", f"{language.value}.ftl").read_text(encoding="utf-8") for language in Language
    )
    for face, asset in font_assets():
        with TTFont(io.BytesIO(asset.make())) as cut:
            held = cut.getBestCmap()
        wanted = face.choose(text)
        assert wanted
        assert all(ord(character) in held for character in wanted), face.family


def test_a_font_is_kept_in_a_private_folder_and_read_from_it(own_cache, monkeypatch):
    first = fonts.font(FACES[0], "한국어")
    kept = list(own_cache.iterdir())
    assert [path.name for path in kept] == [fonts.font_name(FACES[0], "한국어")]
    assert own_cache.stat().st_mode & 0o077 == 0
    monkeypatch.setattr(fonts, "subset_font", lambda *_: pytest.fail("cut again"))
    fonts.font.cache_clear()
    assert fonts.font(FACES[0], "한국어") == first


def test_where_the_folder_cannot_be_written_the_font_is_cut_all_the_same(own_cache):
    own_cache.write_text("a file where the folder would be", encoding="utf-8")
    assert fonts.font(FACES[1], "中文")[:4] == b"wOF2"
    assert own_cache.is_file()


def test_where_the_disk_is_full_no_part_of_a_font_is_left_behind(own_cache, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert fonts.font(FACES[1], "中文")[:4] == b"wOF2"
    assert list(own_cache.iterdir()) == []


def test_other_characters_give_another_name():
    assert fonts.font_name(FACES[0], "가") != fonts.font_name(FACES[0], "나")
    assert fonts.font_name(FACES[0], "가") != fonts.font_name(FACES[1], "가")
