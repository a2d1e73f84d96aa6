"""A phone number and a name that hide in a file, in each of three languages, are caught, and never told."""

import json

import polars as pl
import pytest

from data import check_file, read_incidents
from errors import InputError
from tests.data.files import TODAY, xlsx


def wide(text: str) -> str:
    """Return a text with digits and hyphens of East Asian width."""
    return text.translate({ord(one): ord(one) + 0xFEE0 for one in "0123456789-"})


ROWS = 12
HEADERS = {
    "en": ("case", "place", "date", "act", "source", "Contact person", "Remarks"),
    "ko": ("사례번호", "장소", "발생일", "행위유형", "출처", "담당자", "특이사항"),
    "zh": ("案例编号", "地点", "发生日期", "行为类型", "来源", "联系人", "情况"),
}
PLAIN = {
    "en": ("Yanji", "4 March 2015", "Forced marriage", "group-a"),
    "ko": ("연길시", "2015년 3월 4일", "강제북송", "가-단체"),
    "zh": ("延吉市", "2015年3月4日", "强迫婚姻", "甲-组织"),
}
PHONES = {
    "en": ("+82 10-1234-5678", "tel 010 1234 5678", "0086 139 1234 5678", "8613912345678", "1012345678"),
    "ko": (
        "010-1234-5678",
        "전화 01012345678",
        "공일공 일이삼사오육칠팔",
        wide("010-1234-5678"),
        "카톡 kimyh84",
    ),
    "zh": ("13912345678", "电话:0433-2512345", "一三九一二三四五六七八", wide("139 1234 5678"), "微信 kimyh84"),
}
NAMES = {
    "en": ("Kim Yong-hui", "PARK, Younghee", "Ri Sol Ju", "Ms. Kim Yong-hui"),
    "ko": ("김영희", "박 영희", "리설주 씨", "남궁민"),
    "zh": ("金英姬", "朴英子", "李雪女士", "张小红"),
}
LANGUAGES = ("en", "ko", "zh")


def table(language: str, column: int | None = None, value: str = "") -> pl.DataFrame:
    rows = [[f"P-{at}", *PLAIN[language], NAMES[language][at % 3], f"{'…' * 30} {at}"] for at in range(ROWS)]
    if column is not None:
        rows[5][column] = value
    return pl.DataFrame(rows, schema=list(HEADERS[language]), orient="row")


def check(frame: pl.DataFrame):
    return check_file(xlsx(frame), name="rows.xlsx", today=TODAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_clean_file_is_read_and_its_columns_of_names_and_of_free_text_are_dropped(language):
    report = check(table(language))
    assert not report.faults, str(report.faults)
    assert report.used == ROWS
    reasons = dict(report.dropped_columns)
    assert reasons[HEADERS[language][5]] in {"looks like a name", "looks like a phone number"}
    assert reasons[HEADERS[language][6]] in {"looks like free text", "not a column of the layout"}
    kept = read_incidents(xlsx(table(language)), name="rows.xlsx", today=TODAY).rows.write_csv()
    assert not any(name in kept for name in NAMES[language])


@pytest.mark.parametrize("column", [0, 1, 4])
@pytest.mark.parametrize(("language", "phone"), [(one, phone) for one in LANGUAGES for phone in PHONES[one]])
def test_a_phone_number_in_a_column_of_keys_is_a_fault_of_its_row(language, phone, column):
    frame = table(language, column, phone)
    report = check(frame)
    assert {fault.line for fault in report.faults.listed} == {7}
    problems = {fault.problem for fault in report.faults.listed}
    assert problems & {"looks like a phone number", "looks like an ID number"}
    told = str(report.faults) + json.dumps(report.to_json(), ensure_ascii=False)
    assert phone not in told
    with pytest.raises(InputError) as caught:
        read_incidents(xlsx(frame), name="rows.xlsx", today=TODAY)
    assert phone not in str(caught.value)


@pytest.mark.parametrize("column", [0, 4])
@pytest.mark.parametrize(("language", "name"), [(one, name) for one in LANGUAGES for name in NAMES[one]])
def test_a_name_in_a_column_of_keys_is_a_fault_of_its_row(language, name, column):
    report = check(table(language, column, name))
    assert [(fault.line, fault.problem) for fault in report.faults.listed] == [(7, "looks like a name")]
    assert name not in json.dumps(report.to_json(), ensure_ascii=False)


@pytest.mark.parametrize(("language", "column"), [(one, at) for one in LANGUAGES for at in (1, 2, 3)])
def test_a_name_or_a_number_in_any_other_column_is_a_fault_too(language, column):
    for value in (NAMES[language][0], PHONES[language][0]):
        report = check(table(language, column, value))
        assert {fault.line for fault in report.faults.listed} == {7}
        assert value not in str(report.faults)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        (["Kim Yong-hui", "Park Younghee", "Ri Sol Ju"], "looks like a name"),
        (["김영희", "박영희", "리설주"], "looks like a name"),
        (["010-1234-5678", "", ""], "looks like a phone number"),
        (["a@b.example", "", ""], "looks like an e-mail address"),
        (["900101-2345678", "", ""], "looks like an ID number"),
        (["서울시 마포구 월드컵로 12", "부산시 해운대로 5", "번지 3"], "looks like an address"),
        (["12 Renmin Road", "5 Xinhua street", "x"], "looks like an address"),
        (["photo_1.jpg", "photo_2.jpg", ""], "looks like a photo or recording"),
        (["https://example.org", "", ""], "looks like a link"),
        (["word " * 20, "", ""], "looks like free text"),
    ],
)
def test_a_column_whose_header_says_nothing_is_refused_for_what_stands_in_it(values, reason):
    frame = pl.DataFrame({"case": ["P-1", "P-2", "P-3"], "place": ["Yanji"] * 3, "act": ["B1"] * 3, "q7": values})
    report = check_file(frame.write_csv().encode(), name="rows.csv", today=TODAY)
    assert report.dropped_columns == (("column 4", reason),)


def test_the_first_row_of_a_file_without_headers_is_never_told():
    content = b"Kim Yong-hui,010-1234-5678,Yanji,John Smith,B1\nP-2,x,Hyesan,y,B1\n"
    report = check_file(content, name="rows.csv", today=TODAY)
    assert (report.layout, bool(report.faults)) == ("unknown", True)
    told = str(report.faults) + json.dumps(report.to_json(), ensure_ascii=False)
    for value in ("Kim", "010", "Yanji", "Smith", "B1"):
        assert value not in told


def test_keys_made_by_machines_are_no_phone_numbers():
    keys = ["uuid:13912345-0101-4234-8567-013912345678", "d41d8cd98f00b204e9800998ecf8427e", "CHN13912", "231000001"]
    frame = pl.DataFrame({"case": keys, "place": ["Yanji"] * 4, "act": ["B1"] * 4})
    assert not check_file(frame.write_csv().encode(), name="rows.csv", today=TODAY).faults


def test_organisations_are_no_persons():
    sources = ["연변 단체", "국제기구", "한국교회", "沈阳 组织", "高丽会", "Kim Foundation group", "s-1", "통일연구원"]
    frame = pl.DataFrame(
        {"case": [f"P-{at}" for at in range(8)], "place": ["Yanji"] * 8, "act": ["B1"] * 8, "source": sources}
    )
    report = check_file(frame.write_csv().encode(), name="rows.csv", today=TODAY)
    assert not report.faults, str(report.faults)
