"""What must not come in."""

import polars as pl
import pytest

from data.faults import FaultBook
from data.schema import CANONICAL
from data.screen import (
    LONGEST_KEY,
    NOT_CANONICAL,
    header_reason,
    is_like_a_name,
    screen_names,
    screen_text,
)
from data.table import Unit

HEADERS = {
    "looks like a name": ("name", "Full Name", "first_name", "surname", "이름", "성명", "성", "姓名", "名字", "姓"),
    "looks like a phone number": ("phone", "Mobile-No", "tel", "전화번호", "연락처", "电话", "手机号", "電話"),
    "looks like an e-mail address": ("email", "E-Mail", "e_mail", "이메일", "邮箱", "電郵"),
    "looks like an address": ("address", "home_address", "주소", "地址", "住址"),
    "looks like an ID or passport number": (
        "passport",
        "ID number",
        "national_id",
        "주민등록번호",
        "여권",
        "护照",
        "身份证号",
    ),
    "looks like free text": ("notes", "Description", "testimony", "비고", "내용", "备注", "說明", "describe it"),
    "looks like a link": ("url", "link", "web link", "링크", "链接", "網址"),
    "looks like a photo or recording": ("photo", "image_1", "사진", "照片", "录音"),
    "looks like a present location": ("current_location", "present location", "현재 위치", "现居地"),
    "looks like a date of birth": ("dob", "birth_date", "생년월일", "出生日期"),
    "looks like a facility or village": ("facility", "village", "마을", "시설", "村", "设施"),
}
NOT_REFUSED = ("district", "weight", "hotel", "idea", "age", "주", "年")

REACHING = (
    "010-1234-5678", "+82 10 1234 5678", "13912345678", "139 1234 5678", "02-123-4567", "0433-2512345",
    "+86 139 1234 5678", "call 010.1234.5678", "a@b.co", "me at some.one@mail.org", "https://x.example",
    "www.example.org", "900101-2345678", "110101199003071234", "22240119900307123X",
)  # fmt: skip
KEYS = (
    "P-0001", "case 12", "person-1053", "2011-0034", "a3f9c2d4e5b6", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "12",
    "1000001", "NKDB/2014/33", "연변 단체", "沈阳 组织", "Volière-42", "2014-03-04-07",
)  # fmt: skip
NAMES = (
    "김영희", "이 영희", "박철", "남궁민", "朴英子", "李雪", "張小红", "Kim Yong-hui", "KIM YONGHUI", "Lee, Younghee",
    "Younghee Park", "Ri Sol Ju", "Wang Fang",
)  # fmt: skip


def book(count: int) -> FaultBook:
    return FaultBook(pl.int_range(2, count + 2, eager=True), Unit.LINE)


@pytest.mark.parametrize(("reason", "header"), [(reason, one) for reason, own in HEADERS.items() for one in own])
def test_a_header_in_three_languages_is_refused_for_its_reason(reason, header):
    assert header_reason(header) == reason


@pytest.mark.parametrize("header", [*NOT_REFUSED, *CANONICAL])
def test_other_headers_are_not_taken_for_something_they_are_not(header):
    assert header_reason(header) == NOT_CANONICAL


@pytest.mark.parametrize("value", REACHING)
def test_a_value_that_reaches_a_person_is_a_fault_and_is_not_quoted(value):
    pages = book(2)
    screen_text(pl.DataFrame({"source": [value, "s-1"]}), "source", pages)
    listed = pages.close().listed
    assert [(fault.line, fault.column) for fault in listed] == [(2, "source")]
    assert value not in str(pages.close())


def test_keys_and_organisations_pass():
    pages = book(len(KEYS))
    screen_text(pl.DataFrame({"case": KEYS}), "case", pages)
    screen_names(pl.DataFrame({"case": KEYS}), "case", pages)
    assert not pages.close(), str(pages.close())


def test_a_long_value_is_free_text():
    pages = book(2)
    screen_text(pl.DataFrame({"place": ["x" * LONGEST_KEY, "x" * (LONGEST_KEY + 1)]}), "place", pages)
    assert [fault.line for fault in pages.close().listed] == [3]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_place_of_a_pseudonym_is_a_fault(name):
    assert is_like_a_name(name)
    pages = book(1)
    screen_names(pl.DataFrame({"case": [name]}), "case", pages)
    assert [(fault.line, fault.problem) for fault in pages.close().listed] == [(2, "looks like a name")]
