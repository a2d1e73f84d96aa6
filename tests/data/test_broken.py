"""Sixty broken files give sixty messages, each with its line, its column and its mend, and no value."""

import re

import pytest

from data import check_file
from errors import AtlasError
from tests.data.broken import MORE, Broken, broken

FILES = broken()


def plain(message: str) -> str:
    return re.sub(r"\d+", "", message)


def test_there_are_sixty_of_them_and_no_two_messages_are_alike():
    assert len(FILES) == len({one.name for one in FILES}) == 60
    assert len({plain(one.message()) for one in FILES}) == 60
    assert sum(one.line is not None for one in FILES) >= 50


@pytest.mark.parametrize("one", FILES, ids=lambda one: one.name)
def test_a_broken_file_is_told_by_its_line_and_column_and_how_to_mend_it(one: Broken):
    message = one.message()
    assert one.said in message
    if one.line is not None:
        assert re.match(rf"(line|row|feature) {one.line}\b", message), message
    if one.column is not None:
        assert f"column {one.column}: " in message
    others = [part for part in message.splitlines() if one.line is None or not re.search(rf" {one.line}\b", part)]
    assert len(others) <= (2 if one.name in {"label.csv", "two-points.csv"} else 1), message
    for value in (b"P-1", b"42.9051", b"010-1234", b"Atlantis", b"Q17", b"@", b"somebody", b"perhaps"):
        assert value.decode() not in message or value not in one.content


@pytest.mark.parametrize("name", MORE)
def test_what_cannot_be_used_at_all_is_a_sentence(name):
    make, said = MORE[name]
    try:
        told = str(check_file(make(), name=name).faults)
    except AtlasError as error:
        told = str(error)
    assert said in told
