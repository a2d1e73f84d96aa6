"""A receipt in every container: it is read back, the file still opens, and no byte changes unseen."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefing import Receipt, check_file, examine, seal
from errors import UsageError
from release import UNSIGNED, Earlier, Standing, State, Verdict, Verification, read_release, write_release
from terms import Language
from tests.briefing.containers import HTML, RELEASE_ID, SEALED, UNSEALED, VIEW, receipt_of
from tests.made import manifest
from tests.release.releases import plates

FIRST = write_release(manifest(as_of="2024-01"), plates())
FIRST_ID = read_release(FIRST).manifest.release_id


def verdict_of(content):
    """Return the verdict on a file; None if it is not known as an export at all."""
    try:
        return examine(content).verdict
    except UsageError:
        return None


def after(state):
    earlier = Earlier(release_id=FIRST_ID, as_of="2024-01", state=state)
    return write_release(manifest(history=[earlier]), plates())


def export_of(release_id):
    return seal(f"title\n{Receipt(release_id, VIEW, Language.EN, 'csv').token}\n".encode())


@pytest.mark.parametrize("container", SEALED)
def test_a_sealed_file_is_genuine_and_its_receipt_is_read_back(container):
    found = examine(SEALED[container])
    assert found.verdict is Verdict.GENUINE
    assert found.receipt == receipt_of("pptx" if container == "streamed" else container)
    assert (found.receipt.release_id, found.receipt.view) == (RELEASE_ID, VIEW)
    assert found.receipt.language is Language.KO
    assert found.limits[0] == UNSIGNED == "unsigned: the check detects change, not forgery"


@pytest.mark.parametrize("container", SEALED)
def test_whatever_byte_is_changed_the_file_is_altered(container):
    content = SEALED[container]
    for place in range(len(content)):
        for flip in (0x01, 0x20, 0xFF):  # a neighbour, the other case of a letter, and all bits
            changed = bytearray(content)
            changed[place] ^= flip
            assert verdict_of(bytes(changed)) is Verdict.ALTERED, f"byte {place}"


@pytest.mark.parametrize("container", SEALED)
def test_whatever_is_cut_off_or_added_at_either_end_the_file_is_altered(container):
    content = SEALED[container]
    for changed in (content[:-1], content[1:], content + b"\n", b"\n" + content, content + b"PK\x05\x06", content * 2):
        assert verdict_of(changed) is Verdict.ALTERED


@given(st.sampled_from(sorted(SEALED)), st.data())
def test_no_other_file_that_is_made_of_it_is_genuine(container, data):
    content = SEALED[container]
    begin, end = sorted(data.draw(st.tuples(*[st.integers(0, len(content))] * 2)))
    changed = content[:begin] + data.draw(st.binary(max_size=80)) + content[end:]
    assert verdict_of(changed) is not Verdict.GENUINE or changed == content


@pytest.mark.parametrize("container", SEALED)
def test_each_file_holds_the_same_token_as_often_as_before_and_one_hash(container):
    tokens = set(re.findall(rb"atlas-receipt;[^;]*;[!-~]*?sha256=([0-9a-f]{64});", SEALED[container]))
    assert len(tokens) == 1
    assert tokens != {b"0" * 64}
    assert len(SEALED[container]) == len(UNSEALED[container])


@pytest.mark.parametrize("container", ["html", "svg", "geojson", "csv", "pdf", "geoparquet"])
def test_where_there_are_no_checksums_anyone_can_take_the_hash_with_no_program_of_ours(container):
    (digest,) = set(re.findall(rb";sha256=([0-9a-f]{64});", SEALED[container]))
    assert hashlib.sha256(SEALED[container].replace(digest, b"0" * 64)).hexdigest().encode() == digest


def test_a_file_that_is_not_sealed_yet_is_not_genuine():
    assert {verdict_of(content) for content in UNSEALED.values()} == {Verdict.ALTERED}


def test_a_picture_still_opens_at_its_resolution():
    with Image.open(io.BytesIO(SEALED["png"])) as image:
        image.load()
        assert image.getpixel((2, 1)) == (10, 20, 30)
        assert image.info["dpi"] == pytest.approx((200, 200), abs=0.02)
        assert image.text["atlas-receipt"].startswith("atlas-receipt;v=1;")
    assert SEALED["png"].count(b"pHYs") == 1


@pytest.mark.parametrize("container", ["pptx", "streamed", "package"])
def test_a_zip_still_unpacks(container):
    with zipfile.ZipFile(io.BytesIO(SEALED[container])) as archive:
        assert archive.testzip() is None
        (name,) = [own for own in archive.namelist() if own.endswith("atlas-receipt.txt")]
        assert archive.read(name).startswith(b"atlas-receipt;v=1;")


def test_a_table_a_collection_a_page_a_drawing_and_a_column_file_still_read():
    header, *rows = csv.reader(io.StringIO(SEALED["csv"].decode(), newline=""))
    assert header == ["cell", "near", "reports_at_least", "receipt"]
    assert [row[:3] for row in rows] == [["8a", 'a, "b"', "25"], ["region", "", "30"]]
    assert {row[3].partition(";")[0] for row in rows} == {"atlas-receipt"}
    collection = json.loads(SEALED["geojson"])
    assert list(collection) == ["type", "receipt", "title", "features"]
    assert ET.fromstring(SEALED["svg"])[0].text.startswith("atlas-receipt;")  # noqa: S314 - our own drawing
    held = pq.read_metadata(io.BytesIO(SEALED["geoparquet"])).metadata
    assert held[b"atlas-receipt"].startswith(b"atlas-receipt;")
    told = {}
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: told.update({tag: dict(attributes)})
    parser.feed(SEALED["html"].decode())
    assert told["meta"]["name"] == "atlas-receipt"
    assert SEALED["html"].decode().index("charset") < HTML.index("</head>")


def test_whoever_changes_what_a_receipt_says_is_found():
    content = SEALED["csv"]
    for old, new in (
        (b"act%3DB", b"act%3DC"),
        (b"5e5e", b"5e5f"),
        (b"lang=ko", b"lang=zh"),
        (b"kind=csv", b"kind=pdf"),
    ):
        assert examine(content.replace(old, new)).reason.endswith("not what was sealed.")


def test_two_receipts_in_one_file_are_altered_and_are_not_sealed():
    assert "several receipts" in examine(SEALED["csv"] + SEALED["html"]).reason
    with pytest.raises(UsageError, match="one receipt"):
        seal(UNSEALED["csv"] + UNSEALED["html"])


def test_a_checksum_that_does_not_fit_is_named():
    content = bytearray(SEALED["png"])
    content[content.index(b"tEXt") - 4 + 8 + int.from_bytes(content[content.index(b"tEXt") - 4 :][:4], "big")] ^= 1
    assert "checksum" in examine(bytes(content)).reason


@pytest.mark.parametrize("content", [b"", b"hello", UNSEALED["csv"].replace(b"0" * 64, b"1" * 64), SEALED["png"]])
def test_what_holds_no_open_receipt_is_not_sealed(content):
    with pytest.raises(UsageError, match="not sealed yet"):
        seal(content)


def test_a_receipt_that_is_packed_away_is_not_sealed_and_a_broken_zip_neither():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("r.txt", receipt_of("pptx").token)
    with pytest.raises(UsageError, match="nothing is packed"):
        seal(buffer.getvalue())
    with pytest.raises(UsageError, match="begins as a zip"):
        seal(b"PK\x03\x04" + receipt_of("pptx").token.encode())


@pytest.mark.parametrize(
    "saved_again",
    [
        SEALED["csv"].replace(b"\r\n", b"\n"),
        SEALED["csv"].decode().encode("utf-16"),
        SEALED["csv"].upper(),
        b"\xef\xbb\xbf" + SEALED["csv"],
        SEALED["csv"].replace(b"v=1;", b"v=2;"),
        b"see atlas-receipt",
    ],
)
def test_a_file_that_was_saved_again_is_altered_and_nothing_that_it_says_is_passed_on(saved_again):
    found = examine(saved_again)
    assert (found.verdict, found.receipt, found.standing) == (Verdict.ALTERED, None, Standing.NOT_CHECKED)
    assert found.reason
    assert found.limits == (UNSIGNED,)


@pytest.mark.parametrize("content", [b"", b"cell,reports\r\n8a,25\r\n", FIRST, HTML.encode(), b"PK\x03\x04"])
def test_a_file_without_any_trace_of_a_receipt_is_no_export(content):
    with pytest.raises(UsageError, match="no export of the atlas"):
        examine(content)


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    for check in (examine, check_file):
        with pytest.raises(UsageError, match=r"gone\.csv cannot be opened"):
            check(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    ("newest", "standing", "because"),
    [
        (None, Standing.NOT_CHECKED, "no newer release was given"),
        (FIRST, Standing.CURRENT, "it is the newest"),
        (after(State.SUPERSEDED), Standing.SUPERSEDED, "so says release"),
        (after(State.WITHDRAWN), Standing.WITHDRAWN, "of 2026-11"),
        (write_release(manifest(title="Another"), plates()), Standing.NOT_CHECKED, "does not name this one"),
    ],
)
def test_a_genuine_export_stands_as_the_newest_release_says(newest, standing, because, tmp_path):
    path = tmp_path / "export.csv"
    path.write_bytes(export_of(FIRST_ID))
    found = examine(path, newest)
    assert (found.verdict, found.standing) == (Verdict.GENUINE, standing)
    assert because in found.because
    assert found.limits == (UNSIGNED, f"superseded or withdrawn: {standing.value} ({found.because})")


def test_an_altered_export_has_no_standing_and_a_newest_release_that_is_altered_is_no_help():
    assert examine(export_of(FIRST_ID) + b" ", FIRST).standing is Standing.NOT_CHECKED
    with pytest.raises(UsageError, match="itself altered"):
        examine(export_of(FIRST_ID), FIRST + b"a")


def test_a_zip_with_a_manifest_is_a_release_and_any_other_file_is_an_export_or_nothing():
    assert isinstance(check_file(FIRST, FIRST), Verification)
    assert check_file(FIRST + b"a").verdict is Verdict.ALTERED
    assert check_file(SEALED["package"]).receipt == receipt_of("package")
    with pytest.raises(UsageError, match="no release and no export"):
        check_file(b"hello")


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=40), st.sampled_from(Language))
def test_a_view_comes_back_whatever_signs_it_is_written_with(view, language):
    own = Receipt(RELEASE_ID, view, language, "csv")
    assert re.fullmatch(r"[A-Za-z0-9;=%_.~-]+", own.token)
    assert examine(seal(own.token.encode())).receipt == own


def test_the_parts_of_the_view_of_a_deck_are_told_one_by_one():
    assert receipt_of("pptx", "deck=press plate=where plate=when_what&act=B").views == (
        "deck=press", "plate=where", "plate=when_what&act=B",
    )  # fmt: skip
    assert receipt_of("csv", "").views == ()


@pytest.mark.parametrize(
    "said", [("5e" * 31, "", "csv"), ("5E" * 32, "", "csv"), ("5e" * 32, "a\nb", "csv"), ("5e" * 32, "", "c;v")]
)
def test_a_receipt_of_what_cannot_be_told_is_refused(said):
    release_id, view, kind = said
    with pytest.raises(UsageError, match="whole release id"):
        Receipt(release_id, view, Language.EN, kind)
