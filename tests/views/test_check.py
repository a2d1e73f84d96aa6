"""The page that checks a file, run as Streamlit runs it, without a browser."""

from __future__ import annotations

from importlib.resources import files

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from briefing import Receipt, seal
from release import Earlier, Signer, State, read_release, write_release
from terms import OWN_NAMES, Language, plain, say
from tests.briefing.containers import SEALED, VIEW
from tests.made import manifest
from tests.release.releases import plates

BUNDLED = files("release").joinpath("bundled", "people_1500.zip").read_bytes()
FIRST = write_release(manifest(as_of="2024-01"), plates())
FIRST_ID = read_release(FIRST).manifest.release_id
EXPORT = seal(Receipt(FIRST_ID, f"deck=press {VIEW}", Language.ZH, "pdf").token.encode())
FILE = "check-file"
NEWEST = "check-newest"


def after(state):
    earlier = Earlier(release_id=FIRST_ID, as_of="2024-01", state=state)
    return write_release(manifest(history=[earlier]), plates())


@pytest.fixture
def check(open_page):
    """Return what hands in files and returns all that the page says of them, and the page."""

    def run(content, newest=None, lang="en"):
        app = open_page("check", lang=lang)
        own = {field.label: field for field in app.file_uploader}
        own[say(FILE, Language(lang))].set_value(("secret name.bin", content, ""))
        if newest is not None:
            own[say(NEWEST, Language(lang))].set_value(("n.zip", newest, ""))
        app.run()
        assert not app.exception
        said = [*app.success, *app.error, *app.warning, *app.markdown]
        return "\n".join(own.value for own in said), app

    return run


@pytest.mark.parametrize("language", Language)
def test_before_a_file_is_chosen_the_page_says_where_it_will_stay_and_judges_nothing(open_page, language):
    app = open_page("check", lang=language.value)
    assert plain(say("check-memory", language)) in [own.value for own in app.markdown]
    assert [own.label for own in app.file_uploader] == [say(FILE, language), say(NEWEST, language)]
    assert not [*app.success, *app.error, *app.warning]


@pytest.mark.parametrize("language", Language)
def test_of_a_genuine_export_everything_is_said_in_the_readers_language(check, language):
    said, app = check(EXPORT, lang=language.value)
    assert [own.value for own in app.success] == [plain(say("check-genuine", language))]
    for line in (
        say("check-kind", language, kind="pdf"),
        say("check-release", language, id=FIRST_ID),
        say("check-view", language, view="deck=press"),
        say("check-view", language, view=VIEW),
        say("check-language", language, name=OWN_NAMES[Language.ZH]),
        say("check-stands", language, standing="not_checked"),
        say("check-unsigned", language),
        say("check-means", language),
    ):
        assert f"- {plain(line)}" in said


@pytest.mark.parametrize("container", SEALED)
def test_every_kind_of_export_is_known_by_a_name_of_its_own(check, container):
    said, _ = check(SEALED[container])
    kind = "pptx" if container == "streamed" else container
    assert plain(say("check-kind", Language.EN, kind=kind)) in said
    assert say("check-kind", Language.EN, kind=kind) != say("check-kind", Language.EN, kind="other")


@pytest.mark.parametrize("language", Language)
def test_an_altered_file_is_called_so_and_nothing_that_it_says_is_repeated(check, language):
    for content in (EXPORT.replace(b"press", b"prest"), SEALED["csv"].replace(b",25,", b",26,"), BUNDLED + b"a"):
        said, app = check(content, lang=language.value)
        assert [own.value for own in app.error] == [plain(say("check-altered", language))]
        assert not app.success
        assert FIRST_ID not in said
        assert VIEW not in said


@pytest.mark.parametrize("content", [b"", b"case,lat\r\nK1,42\r\n"])
def test_a_file_that_is_not_ours_is_called_so_and_not_quoted(check, content):
    said, app = check(content)
    assert [own.value for own in app.warning] == [plain(say("check-not-ours", Language.EN))]
    assert "K1" not in said
    assert "secret name" not in said


@pytest.mark.parametrize(
    ("newest", "standing"),
    [
        (FIRST, "current"),
        (after(State.SUPERSEDED), "superseded"),
        (after(State.WITHDRAWN), "withdrawn"),
        (BUNDLED, "not_named"),
    ],
)
@pytest.mark.parametrize("content", [EXPORT, FIRST], ids=["export", "release"])
def test_a_file_stands_as_the_newest_release_says(check, content, newest, standing):
    said, _ = check(content, newest)
    assert plain(say("check-stands", Language.EN, standing=standing)) in said


@pytest.mark.parametrize("newest", [FIRST + b"a", b"hello", EXPORT])
def test_what_is_no_newest_release_is_named_and_the_verdict_stays(check, newest):
    said, app = check(EXPORT, newest)
    assert app.success
    assert plain(say("check-newest-unfit", Language.EN)) in said
    assert plain(say("check-stands", Language.EN, standing="not_checked")) not in said


def test_of_a_release_its_month_is_said_and_who_signed_it(check):
    said, _ = check(FIRST)
    for line in (say("check-kind", Language.EN, kind="release"), say("check-as-of", Language.EN, month="2024-01")):
        assert plain(line) in said
    assert plain(say("check-unsigned", Language.EN)) in said
    key = Ed25519PrivateKey.from_private_bytes(b"\1" * 32)
    signed = write_release(manifest(), plates(), Signer(key.public_key().public_bytes_raw().hex(), key.sign))
    said, _ = check(signed)
    assert plain(say("check-unsigned", Language.EN)) not in said
    assert "Signed by the key" in said


def test_no_name_and_nothing_of_a_file_comes_into_the_address(check):
    _, app = check(EXPORT)
    assert set(app.query_params) == {"release", "lang"}
