"""What a manifest may say of its series, of earlier releases and of what was left out."""

import pytest

from errors import ReleaseError
from release import Audit, Earlier, State, read_release, write_release
from tests.made import manifest
from tests.release.releases import plates

FIRST = Earlier(release_id="11" * 32, as_of="2024-01", state=State.WITHDRAWN)
SECOND = Earlier(release_id="22" * 32, as_of="2025-01", state=State.SUPERSEDED)


def test_series_history_and_what_was_left_out_are_read_as_they_were_written():
    made = manifest(audit=Audit.PASSED, series="ab" * 32, history=[FIRST, SECOND], left_out=["where_when_what", "lag"])
    read = read_release(write_release(made, plates())).manifest
    assert (read.series, read.history, read.left_out) == ("ab" * 32, [FIRST, SECOND], ["where_when_what", "lag"])
    assert read.audit.value == "passed the audit"


@pytest.mark.parametrize(
    "fields",
    [
        {"history": [FIRST, FIRST]},
        {"left_out": ["lag", "where_when_what"]},
        {"left_out": ["lag", "lag"]},
        {"left_out": ["somewhere"]},
        {"left_out": ["where"]},
        {"series": "short"},
    ],
)
def test_a_manifest_that_contradicts_itself_is_altered(fields):
    made = manifest().model_copy(update=fields)
    with pytest.raises(ReleaseError, match="altered"):
        read_release(write_release(made, plates()))
