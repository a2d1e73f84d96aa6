"""In which encoding a text is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import check_file
from data.encoding import decode
from errors import InputError

LATIN = "case,place,act,source\nP-1,Yanji,B1,Volière Grüne\nP-2,Hyesan,B1,Café\n"
TRADITIONAL = "案例編號,地點,發生日期,行為類型,來源\nP-1,延吉,2015年3月4日,強迫婚姻,團體甲\nP-2,瀋陽,2016年,強姦,乙\n"
KOREAN = "사례번호,장소,발생일,행위유형,출처\n가-1,연길,2015년 3월,강제북송,연변 단체\n가-2,혜산,2016,구타,단체\n"
CHINESE = "案例编号,地点,发生日期,行为类型,来源\nP-1,延吉,2015年3月4日,强迫婚姻,延边 团体\n"


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        (LATIN, "cp1252"), (LATIN, "utf-8-sig"), (LATIN, "utf-16"), (LATIN, "utf-16-le"), (LATIN, "utf-16-be"),
        (TRADITIONAL, "big5"), (TRADITIONAL, "gb18030"), (KOREAN, "cp949"), (KOREAN, "euc-kr"), (KOREAN, "utf-16"),
        (KOREAN, "utf-8"), (CHINESE, "gb18030"), (CHINESE, "gbk"), (CHINESE, "utf-8-sig"),
    ],
)  # fmt: skip
def test_a_table_is_read_whole_in_any_usual_encoding(text, codec):
    assert decode(text.encode(codec))[0] == text
    report = check_file(text.encode(codec), name="rows.csv")
    assert not report.faults, str(report.faults)
    assert report.used == report.rows == text.count("\n") - 1


@given(st.text(max_size=80).filter(lambda text: "\0" not in text))
def test_utf_8_is_never_taken_for_anything_else(text):
    assert decode(text.encode()) == (text.removeprefix("\ufeff"), "utf-8")


@given(st.binary(max_size=120))
def test_any_bytes_are_text_or_refused(content):
    try:
        text, codec = decode(content)
    except InputError:
        return
    assert isinstance(text, str)
    assert codec
