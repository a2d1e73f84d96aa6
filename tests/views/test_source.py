"""Where the release comes from, and that it is read once."""

from __future__ import annotations

import pytest

from errors import AtlasError, UsageError
from release import PLATES
from tests.views.handmade import handmade_zip
from views.source import current_release


def test_without_a_named_release_the_bundled_one_is_shown_and_it_is_synthetic(deployed):
    deployed()
    release = current_release()
    assert release.manifest.synthetic
    assert set(release.plates) <= set(PLATES)


def test_the_named_release_is_shown_and_read_once(deployed, release_file):
    deployed(ATLAS_RELEASE=release_file)
    first = current_release()
    assert first.manifest.title == "Handmade"
    assert current_release() is first


def test_a_new_edition_under_the_same_path_is_seen_without_a_restart(deployed, tmp_path):
    path = tmp_path / "r.zip"
    path.write_bytes(handmade_zip(600, title="First"))
    deployed(ATLAS_RELEASE=path)
    assert current_release().manifest.title == "First"
    path.write_bytes(handmade_zip(600, title="Second"))
    assert current_release().manifest.title == "Second"


def test_a_missing_file_is_named_with_the_setting_that_names_it(deployed, tmp_path):
    deployed(ATLAS_RELEASE=tmp_path / "nowhere.zip")
    with pytest.raises(UsageError, match=r"nowhere\.zip.*ATLAS_RELEASE"):
        current_release()


def test_an_altered_release_is_never_shown_again_after_a_good_one(deployed, tmp_path):
    path = tmp_path / "r.zip"
    content = handmade_zip(600)
    path.write_bytes(content)
    deployed(ATLAS_RELEASE=path)
    current_release()
    path.write_bytes(content[:-50] + bytes(50))
    with pytest.raises(AtlasError):
        current_release()
