"""Spreadsheets whose XML was cut off or tampered with: refused at once, where a reader may never come back."""

import io
import re
import subprocess
import sys
import zipfile

import pytest

from data.markup import check_markup
from data.sheets import read_sheet
from data.spans import check_spans
from errors import InputError
from tests.data.files import KOREAN, ods, xlsx

MAIN = {"ods": "content.xml", "xlsx": "xl/worksheets/sheet1.xml"}


def changed(content, part, change):
    """Return a packed file with one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            told = old.read(name)
            new.writestr(name, change(told) if name == part else told)
    return out.getvalue()


def cut(told):
    """Cut a part off where a row ends: inside the table, and between its tags."""
    return told[: [found.end() for found in re.finditer(rb"</table:table-row>|</row>", told)][1]]


@pytest.mark.parametrize(("kind", "make"), [("ods", ods), ("xlsx", xlsx)])
def test_a_sheet_that_was_cut_off_is_refused_in_no_time(tmp_path, kind, make):
    path = tmp_path / "broken"
    path.write_bytes(changed(make(KOREAN), MAIN[kind], cut))
    # In a process of its own, for a reader that waits for the rest cannot be interrupted.
    code = f"from data.sheets import read_sheet; read_sheet(open({str(path)!r}, 'rb').read(), None)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=100, check=False)
    assert "InputError: The spreadsheet is damaged (line 1 of" in done.stderr


@pytest.mark.parametrize(("kind", "make"), [("ods", ods), ("xlsx", xlsx)])
def test_words_that_a_sheet_defines_itself_are_refused(kind, make):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    first = re.compile(rb"(<\?xml[^>]*\?>)?")
    content = changed(make(KOREAN), MAIN[kind], lambda told: first.sub(rb"\1" + bomb, told, count=1))
    with pytest.raises(InputError, match="damaged"):
        read_sheet(content, None)


def test_what_no_reader_reads_may_be_broken():
    content = changed(xlsx(KOREAN), "docProps/core.xml", lambda told: told[:50])
    assert read_sheet(content, None).frame.height == KOREAN.height


def test_a_part_that_lies_before_the_file_begins_is_refused():
    content = bytearray(xlsx(KOREAN))
    # The end of a zip file says where its list of parts begins: the parts then lie as much before where they are.
    end = content.rfind(b"PK\x05\x06")
    begin = int.from_bytes(content[end + 16 : end + 20], "little")
    content[end + 16 : end + 20] = (begin + 500).to_bytes(4, "little")
    with pytest.raises(InputError, match="damaged"):
        check_markup(bytes(content))
    check_spans(bytes(content))
