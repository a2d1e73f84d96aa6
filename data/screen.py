"""What must not come in: columns and values that name, reach or find a person."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Mapping

    from data.faults import FaultBook

NOT_CANONICAL: Final = "not a column of the layout"

REFUSED_HEADERS: Final[Mapping[str, str]] = {
    "looks like a phone number": r"phone|mobile|\btel\b|whatsapp|wechat|weixin|kakao|telegram"
    r"|전화|휴대|핸드폰|연락처|电话|電話|手机|手機|微信|联系方式|聯絡",
    "looks like an e-mail address": r"e ?mail|이메일|전자우편|메일|邮箱|郵箱|电邮|電郵|邮件",
    "looks like an ID or passport number": r"passport|national id|\bid (no|num|number|card)|\bidno\b|identity"
    r"|\bssn\b|\brrn\b|여권|주민|신분증|등록번호|护照|護照|身份证|身份證|证件|證件|户口",
    "looks like a date of birth": r"birth|\bdob\b|생년|생일|출생|出生|生日",
    "looks like a present location": r"present loc|current|now liv|whereabouts"
    r"|현재|거처|现在|現在|目前|现居|現居",
    "looks like an address": r"address|street|residence|postcode|zip|주소|거주지|地址|住址|住所|邮编|郵編",
    "looks like a photo or recording": r"photo|image|picture|video|audio|selfie"
    r"|사진|영상|동영상|녹음|녹화|照片|图片|圖片|相片|视频|視頻|录音|錄音",
    "looks like a link": r"\burl|link|website|\bhttp|링크|웹|홈페이지|链接|鏈接|网址|網址|网站|網站",
    "looks like free text": r"\bnotes?\b|comment|descri|narrat|summary|remark|testimon|statement|story|transcript"
    r"|free ?text|비고|메모|설명|내용|진술|증언|요약"
    r"|备注|備註|说明|說明|描述|叙述|敘述|内容|內容|证词|證詞|摘要|评论",
    "looks like a facility or village": r"facilit|village|hamlet|building|camp\b"
    r"|시설|마을|부락|동네|건물|수용소|设施|設施|村|楼|建筑|拘留所|监狱",
    "looks like a name": r"name|surname|alias|nickname|이름|성명|성함|가명|별명|^성$"
    r"|姓名|名字|姓氏|化名|别名|昵称|^姓$|^名$",
}
"""Reason of refusal by what the header says, in English, Korean and Chinese; the first that fits is told."""

LONGEST_KEY: Final = 64
"""Characters that a pseudonym, a source or a place may have."""

_DIGITS: Final = r"\d[\s().\-]*"
REACHING: Final[Mapping[str, str]] = {
    "looks like an e-mail address": r"[^\s@]@[^\s@]+\.[^\s@]",
    "looks like a link": r"(?i:https?:|www\.)",
    "looks like an ID number": r"(^|\D)(\d{17}[\dXx]|\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[ -]?[1-8]\d{6})($|\D)",
    "looks like a phone number": rf"\+[\s(]*({_DIGITS}){{8,15}}$"
    r"|(^|\D)0\d{1,3}[\s.)-]{0,2}\d{3,4}[\s.-]?\d{4}($|\D)"
    r"|(^|\D)(82|86|850)[\s.-]?\(?0?\)?1\d{1,2}[\s.-]?\d{3,4}[\s.-]?\d{4}($|\D)"
    r"|(^|\D)10[\s.-]?[1-9]\d{3}[\s.-]?\d{4}($|\D)"
    r"|(^|\D)1[3-9]\d[\s.-]?\d{4}[\s.-]?\d{4}($|\D)"
    r"|(?i:\b(tel|phone|mobile|wechat|kakao(talk)?|qq|whatsapp|telegram)\b\s*(id)?\s*[:=]?\s*\w{5,})"
    r"|(전화|휴대폰|핸드폰|연락처|카톡|카카오톡|위챗|电话|電話|手机|手機|微信)\s*(번호|号码|號碼|号|ID|id)?\s*[:\uff1a]?\s*[\w+]{4,}",
    "looks like a passport number": r"(?i:(^|[^A-Z0-9])([MSRGDPE]\d{8}|E[A-Z]\d{7})($|[^A-Z0-9]))",
}
"""What by itself reaches a person, wherever it stands in a value."""

_HANGUL: Final = (
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소"
    "석선설마길연위표명기반왕금옥육인맹제모탁국어은편용리림라량"
)
_HAN: Final = (
    "王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭"
    "吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎余潘杜戴夏钟鐘汪田任姜范方石姚谭廖邹熊金陆陸郝孔白崔康毛邱秦江史顾侯邵孟龙龍"
    "万段雷钱汤尹黎易常武乔贺赖龚文朴全南安玄池"
)
_LATIN: Final = (
    "kim|gim|lee|yi|ri|rhee|park|pak|bak|choi|choe|jung|jeong|chung|jong|kang|gang|cho|jo|yoon|yun|jang|chang|lim|im|rim"
    "|han|oh|seo|suh|shin|sin|kwon|hwang|ahn|an|song|ryu|yoo|yu|jeon|jun|hong|ko|go|moon|mun|yang|son|bae|pae|baek|paek"
    "|heo|hur|nam|shim|sim|noh|roh|ha|kwak|cha|joo|ju|woo|min|jin|ji|um|won|chon|bang|pang|kong|hyun|hyon|ham|li|wang"
    "|zhang|liu|chen|zhao|huang|zhou|wu|xu|sun|hu|zhu|gao|lin|he|guo|ma|luo|liang|zheng|xie|tang|feng|cui|piao"
)
_NAME: Final = re.compile(
    rf"[{_HANGUL}][ ]?[가-힣]{{1,3}}|[{_HAN}][一-鿿]{{1,2}}"
    rf"|(?i:(?:{_LATIN})[ ,-]+[a-z]{{2,}}(?:[ -][a-z]{{2,}})?|[a-z]{{2,}}(?:[ -][a-z]{{2,}})?[ ,]+(?:{_LATIN}))"
)
_FORM_OF_ADDRESS: Final = r"(?i:(?:mrs?|ms|miss|dr)\.?\s+)?"
_TITLE: Final = r"(?:\s?(?:씨|님|양|군|女士|先生|小姐))?"
_ORGANISATION: Final = (
    r"단체|협회|센터|기구|연구|교회|재단|위원|연대|모임|조합|본부|[원회팀부국소]$|组织|組織|中心|协会|協會|团体|團體|机构|機構|基金|教会|[会會社院部所]$"
    r"|(?i:\b(group|centre|center|house|network|church|mission|fund|ngo|org|association|institute|series|team)\b)"
)
_WRITTEN_DIGITS: Final = ("〇一二三四五六七八九零一二三四五六七八九", "공일이삼사오육칠팔구영일이삼사오육칠팔구")
_MACHINE_KEY: Final = (
    r"(?i)^(uuid:)?\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$|^[0-9a-f]{24,64}$"
)
_PSEUDONYM: Final = "put a pseudonym or a code in its place"


def header_reason(header: str) -> str:
    """Return why a column that is not canonical is dropped."""
    plain = re.sub(r"[\W_]+", " ", unicodedata.normalize("NFKC", header).casefold()).strip()
    return next((reason for reason, sign in REFUSED_HEADERS.items() if re.search(sign, plain)), NOT_CANONICAL)


def screen_text(rows: pl.DataFrame, column: str, book: FaultBook) -> None:
    """Note values of a text column that reach a person or are too long for a key."""
    values = rows[column]
    distinct = values.drop_nulls().unique().sort()
    longer = distinct.filter(distinct.str.len_chars() > LONGEST_KEY)
    wrong = [("too long for a key: free text is refused", f"use at most {LONGEST_KEY} characters", longer)]
    plain = plain_digits(distinct)
    free = (distinct.str.len_chars() <= LONGEST_KEY) & sound(plain)
    for reason, sign in REACHING.items():
        found = plain.str.contains(sign) & free
        wrong.append((reason, _PSEUDONYM, distinct.filter(found)))
        free = free & ~found
    for problem, mend, those in wrong:
        if len(those):
            book.note(values.is_in(those.to_list()), column, problem, mend)


def screen_names(rows: pl.DataFrame, column: str, book: FaultBook) -> None:
    """Note values that are written like names of people; an organisation may say that it is one."""
    values = rows[column]
    distinct = values.drop_nulls().unique().sort()
    likely = distinct.filter(plain_digits(distinct).str.contains(f"^{_FORM_OF_ADDRESS}(?:{_NAME.pattern}){_TITLE}$"))
    named = likely.filter(~likely.str.contains(_ORGANISATION)) if column == "source" else likely
    if len(named):
        book.note(values.is_in(named.to_list()), column, "looks like a name", _PSEUDONYM)


def plain_digits(values: pl.Series) -> pl.Series:
    """Return values with digits, letters and spaces of East Asian width as plain ones, and Chinese digits in a row too.

    A number that is written out (\u4e00\u4e09\u4e5d..., \uc77c\uc0bc\uad6c...) reaches a person as well.
    """
    read = values.str.normalize("NFKC")
    for digits in _WRITTEN_DIGITS:
        many = read.str.contains(f"[{digits}]{{7,}}")
        if many.any():
            spelt = read.str.replace_many(list(digits), [str(at % 10) for at in range(len(digits))])
            read = pl.select(pl.when(many).then(spelt).otherwise(read)).to_series()
    return read


def sound(values: pl.Series) -> pl.Series:
    """Whether each value may hold a number at all: keys made by machines hold digits in a row by chance."""
    return ~values.str.contains(_MACHINE_KEY)


def is_like_a_name(value: str) -> bool:
    """Whether a value is written like the name of a Korean or Chinese person, in any of three scripts.

    Examples
    --------
    >>> [is_like_a_name(value) for value in ("김영희", "朴英子", "Kim Yong-hui", "Younghee, Kim", "case 12", "P-0007")]
    [True, True, True, True, False, False]
    """
    return _NAME.fullmatch(value) is not None


def is_reaching(value: str) -> bool:
    """Whether something in a value by itself reaches a person."""
    return any(re.search(sign, value) for sign in REACHING.values())
