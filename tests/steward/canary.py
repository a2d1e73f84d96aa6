"""A small file with a planted record, and the way that it takes through the steps."""

from __future__ import annotations

from functools import cache

from protect import Secret
from steward.handing import Handed
from steward.steps import (
    Way,
    classify_upload,
    map_upload,
    order_release,
    protect_upload,
    recognise_upload,
    screen_upload,
)
from steward.uploads import Upload
from tests.rules.test_canary import TRACES, rows
from tests.steward.conftest import SECRET

HEADERS = {"nickname"}
"""Of the traces, the one that is a header: a header may be told."""
VALUES = tuple(trace for trace in TRACES if trace not in HEADERS)
KEY = Secret(SECRET.encode())
ORDER = Handed("T", as_of="2026-11", persons="linked")


def canary_file() -> Upload:
    return Upload("canary.csv", rows().write_csv().encode())


@cache
def whole_way(handed: Handed = ORDER) -> Way:
    """Return all steps of the file, done once for all tests."""
    way = Way().then(recognise_upload(canary_file(), "", None))
    way = way.then(screen_upload(way.steps[0]))
    way = way.then(map_upload(way.steps[1], {}))
    way = way.then(classify_upload(way.steps[2], None))
    way = way.then(order_release(way.steps[3], handed, KEY))
    return way.then(protect_upload(way.steps[3], way.steps[4], KEY, lambda _: None))
