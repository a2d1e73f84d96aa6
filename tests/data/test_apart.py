"""The process in which spreadsheets are read: it can be ended at any time, and the next file is read all the same."""

import threading
import time

import pytest

from data import apart
from data.apart import FarBook
from data.old_sheets import BrokenBookError
from data.sheets import read_sheet
from errors import InputError
from tests.data.files import KOREAN, xlsx
from tests.data.test_markup import MAIN, changed

ENDLESS = changed(xlsx(KOREAN), MAIN["xlsx"], lambda told: told.replace(b'r="A2"', b'r="zzzzzA2"'))
"""A whole file with a name of a cell that no sheet has: whoever reads it makes room for all cells up to there."""


def test_a_file_that_is_not_read_in_its_time_is_refused_and_the_next_is_read():
    started = time.monotonic()
    with FarBook(ENDLESS, seconds=0.5) as book, pytest.raises(BrokenBookError):
        book.grid("rows")
    assert time.monotonic() - started < 30
    assert read_sheet(xlsx(KOREAN), None).frame.height == KOREAN.height


def test_a_process_that_is_ended_from_outside_is_a_refusal_and_the_next_file_is_read():
    with FarBook(xlsx(KOREAN)) as book:
        book._reader._process.kill()  # noqa: SLF001 - as a system short of memory does
        with pytest.raises(BrokenBookError):
            book.grid("rows")
    assert read_sheet(xlsx(KOREAN), None).frame.height == KOREAN.height


def test_a_process_is_used_again_holds_nothing_of_the_file_before_and_ends_when_nobody_comes(monkeypatch):
    monkeypatch.setattr(apart, "_IDLE_SECONDS", 0.5)
    with FarBook(xlsx(KOREAN)) as book:
        first = book._reader  # noqa: SLF001 - whether it is the same is the question
    with pytest.raises(BrokenBookError):
        first.ask({"sheet": "rows"}, seconds=10)
    with FarBook(xlsx(KOREAN)) as book:
        assert book._reader is first  # noqa: SLF001
    for _ in range(100):
        if not first.is_there:
            break
        time.sleep(0.1)
    assert not first.is_there


def test_a_broken_file_says_nothing_but_that_it_is(capfd):
    with pytest.raises(InputError, match="cannot be read"):
        read_sheet(changed(xlsx(KOREAN), "xl/workbook.xml", lambda _: b"<a>secret</a>"), None)
    assert capfd.readouterr() == ("", "")


def test_two_files_are_read_at_once():
    found = []
    threads = [threading.Thread(target=lambda: found.append(read_sheet(xlsx(KOREAN), None))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [own.frame.height for own in found] == [KOREAN.height] * 3
