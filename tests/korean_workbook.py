"""The workbook of a small organisation, invented: 280 people in Korean, with a title row, gaps and mixed dates.

`python -m tests.korean_workbook FILE.xlsx` writes it.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import openpyxl

from data import sample_people
from geo import LabelKind, labels
from terms import taxonomy

if TYPE_CHECKING:
    from numpy.random import Generator

PEOPLE: Final = 280
HEADERS: Final = (
    "사례번호", "성명", "연락처", "장소", "위도", "경도", "정밀도", "발생일", "종료연도", "행위유형", "가해주체",
    "국가", "장소유형", "대상", "면담연도", "비고",
)  # fmt: skip
_WORDS: Final = {
    "private": "개인", "prc_authority": "중국 공안", "dprk_authority": "북한 보위부", "not_stated": "미상",
    "CN": "중국", "KP": "북한", "other": "기타", "facility": "시설", "private home": "가정", "transit": "이동 중",
    "girl": "여아", "woman": "여성", None: None,
}  # fmt: skip
_PRECISIONS: Final = {
    "exact": "정확", "town": "시", "county": "군", "prefecture": "자치주", "province": "도", "region": "광역",
    "ucdp 2": "군", None: None,
}  # fmt: skip
_FAR: Final = ("베트남", "태국", "중국 산동성", "라오스", "해외")
_GAPS: Final = (None, "미상", "모름", "-")
_SURNAMES, _GIVEN = "김이박최정강조윤장임", ("영희", "순옥", "명숙", "은혜", "철민", "향란", "금희", "미란")


def workbook(seed: int = 280) -> openpyxl.Workbook:
    """Return the workbook: a title and a date above the headers in row 4, then a row for each act."""
    rng = np.random.default_rng(seed)
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "안내"
    cover["A1"] = "증언 기록 (내부용)"
    sheet = book.create_sheet("기록")
    sheet["A1"] = "증언 기록 2000-2026"
    sheet.merge_cells("A1:P1")
    sheet["A2"] = "정리: 2026년 10월"
    sheet.append([])
    sheet.append(HEADERS)
    for row in sample_people(people=PEOPLE, rng=seed, sources=1).iter_rows(named=True):
        sheet.append(_row(row, rng))
    # What a tired typist leaves behind.
    sheet["E12"], sheet["F12"], sheet["D12"] = "42,9051", "129,5072", None
    sheet["H30"] = "03/04/2015"
    sheet["E51"], sheet["F51"], sheet["D51"] = 129.5072, 42.9051, None
    return book


def _row(row: dict[str, str | None], rng: Generator) -> list[object]:
    person = int(str(row["case"]).rpartition("-")[2])
    named = rng.random() < 0.6
    place, lat, lng = _GAPS[rng.integers(len(_GAPS))], None, None
    if row["lat"] is not None and named:
        place = _place(float(row["lat"]), float(row["lng"] or 0), rng)
    elif row["lat"] is not None:
        place, lat, lng = None, float(row["lat"]), float(row["lng"] or 0)
    return [
        f"가-{person:03d}", _SURNAMES[person % 10] + _GIVEN[person % 8], f"010-{1000 + person:04d}-{2000 + person:04d}",
        place, lat, lng, _PRECISIONS[row["precision"]], _date(row["date"], rng), row["until"] and f"{row['until']}년",
        taxonomy().acts[str(row["act"])].label["ko"], _WORDS[row["actor"]], _WORDS[row["country"]],
        _WORDS["private home" if row["setting"] == "private" else row["setting"]], _WORDS[row["person_group"]],
        row["reported"] and int(row["reported"]),
        "면담자가 따로 적어 둔 이야기로, 누구인지 알 수 있는 내용이 들어 있어 밖으로 나가면 안 되는 글입니다. " * 2,
    ]  # fmt: skip


def _place(lat: float, lng: float, rng: Generator) -> str:
    towns = [label for label in labels("ko") if label.kind is LabelKind.TOWN]
    apart = [(town.lat - lat) ** 2 + (town.lng - lng) ** 2 for town in towns]
    nearest = towns[int(np.argmin(apart))]
    if min(apart) > 4:
        return str(rng.choice(_FAR))
    return nearest.name if rng.random() < 0.5 else f"{nearest.name}시"


def _date(written: str | None, rng: Generator) -> object:
    if written is None:
        return _GAPS[rng.integers(len(_GAPS))]
    year, month, day = (int(part) for part in f"{written}-01-01".split("-")[:3])
    forms = {
        4: (year, f"{year}년", f"{year}年"),
        7: (f"{year}년 {month}월", f"{year}.{month:02d}", written, f"{year}년 {month}월 초"),
        10: (f"{year}년 {month}월 {day}일", f"{year}. {month}. {day}.", written, f"{day:02d}.{month:02d}.{year}",
             (np.datetime64(written) - np.datetime64("1899-12-30")).astype(int).item()),
    }[len(written)]  # fmt: skip
    return forms[rng.integers(len(forms))]


if __name__ == "__main__":
    workbook().save(Path(sys.argv[1]))
