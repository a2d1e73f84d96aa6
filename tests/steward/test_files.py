"""Files are written whole, together, or not at all."""

import stat

import pytest

from errors import UsageError
from steward.files import Content, write_together, write_whole


def test_a_private_file_is_its_owners_alone_and_another_can_be_read(tmp_path):
    write_together([Content(tmp_path / "a", b"1", private=True), Content(tmp_path / "b", b"2")])
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o644
    write_whole(tmp_path / "b", b"3", private=True)
    assert stat.S_IMODE((tmp_path / "b").stat().st_mode) == 0o600
    assert (tmp_path / "b").read_bytes() == b"3"


def test_if_one_cannot_be_written_none_is(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(UsageError, match="folder of b"):
        write_together([Content(tmp_path / "a", b"new"), Content(tmp_path / "none" / "b", b"2")])
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_a_name_that_is_taken_is_said_and_leaves_nothing_half_written(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(UsageError, match="a could not be written"):
        write_whole(tmp_path / "a", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_content_says_nothing_of_what_is_in_it(tmp_path):
    assert repr(Content(tmp_path / "a", b"of a person")) == "Content(a)"
