"""Words of the columns with a fixed vocabulary, and what each means, in English, Korean and Chinese."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from data.folding import fold_label

if TYPE_CHECKING:
    from collections.abc import Mapping

UNSAID: Final = frozenset(
    {
        "", "unknown", "n/a", "na", "none", "null", "not stated", "not known", "undated", "-", "--", "미상", "모름",
        "불명", "불상", "없음", "알 수 없음", "미기재", "확인 안됨", "不详", "不詳", "不明", "未知", "无", "無",
        "未说明", "不清楚",
    }
)  # fmt: skip
"""Words, and hyphens, that testimony has where it has nothing; they are a gap and no fault. Folded."""


@cache
def meanings() -> Mapping[str, Mapping[str, str]]:
    """Return, for each column with a fixed vocabulary, folded word to canonical word; `yes_no` for answers.

    Examples
    --------
    >>> meanings()["country"]["朝鲜"], meanings()["person_group"]["여아"], meanings()["yes_no"]["아니오"]
    ('KP', 'girl', 'no')
    """
    text = (files("data") / "vocab" / "words.toml").read_text(encoding="utf-8")
    return {
        column: {fold_label(label): word for word, labels in own.items() for label in (word, *labels)}
        for column, own in tomllib.loads(text).items()
    }
