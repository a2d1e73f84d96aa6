"""The steps from a file to a release: in order, undone one by one, told without a value, as the command takes them."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from data import Decisions, sample_people
from errors import InputError, ReleaseError, UsageError
from protect.tally import tally
from release import Persons, read_release
from steward.choosing import choices_of
from steward.handing import Handed, held_of, order_of
from steward.log import LOG, Action, read_log, verify
from steward.saying import listings, sentences
from steward.steps import (
    FaultyError,
    Stage,
    Way,
    classify_upload,
    map_upload,
    order_release,
    protect_upload,
    recognise_upload,
    screen_upload,
)
from steward.uploads import Upload
from terms import Language
from tests.korean_workbook import workbook
from tests.rules.test_canary import rows
from tests.steward.canary import KEY, ORDER, VALUES, canary_file, whole_way

ORDER_FIELDS = {"title": "T", "as_of": "2026-11", "persons": "linked"}


def saved(folder, done):
    """Save what the page offers, as a steward does."""
    (folder / done.name).write_bytes(done.release)
    (folder / done.name.replace(".zip", ".ledger")).write_bytes(done.ledger)
    (folder / LOG).write_bytes(done.log)


def given(folder, *names):
    return tuple(Upload(name, (folder / name).read_bytes()) for name in names)


def mapped_of(text):
    return map_upload(screen_upload(recognise_upload(Upload("f.csv", text.encode()), "", None)), {})


def test_the_steps_are_taken_in_their_order():
    steps = whole_way().steps
    for stage in Stage:
        assert Way(steps[: stage - 1]).next is stage
        with pytest.raises(UsageError, match="order"):
            Way((*steps[: stage - 1], steps[stage % len(steps)]))
        with pytest.raises(UsageError, match="order"):
            Way(steps[: stage - 1]).after(stage)
    assert whole_way().next is None


def test_undoing_drops_the_last_step_and_nothing_else():
    way = whole_way()
    for left in range(len(way.steps) - 1, -1, -1):
        way = way.undone()
        assert way.steps == whole_way().steps[:left]
    assert way.undone() == Way()


@pytest.mark.parametrize("stage", Stage)
def test_a_step_cannot_be_changed(stage):
    with pytest.raises(FrozenInstanceError):
        whole_way().after(stage).report = None


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("stage", Stage)
def test_no_step_says_a_value_of_the_data(stage, language):
    step = whole_way().after(stage)
    told = f"{step!r} {step.report!r} {whole_way()!r} {sentences(step, language)} {listings(step, language)}"
    assert sentences(step, language)
    for trace in VALUES:
        assert trace not in told


def test_the_page_makes_byte_for_byte_the_release_that_the_command_makes(run, tmp_path):
    (tmp_path / "canary.csv").write_bytes(canary_file().content)
    words = ("--out", "release.zip", "--persons", "linked", "--title", "T", "--as-of", "2026-11")
    assert run("release", "canary.csv", *words)[0] == 0
    done = whole_way().after(Stage.PROTECT)
    assert done.release == (tmp_path / "release.zip").read_bytes()
    by_command, by_page = verify(tmp_path), read_log(done.log)
    assert [entry.files for entry in by_page] == [entry.files for entry in by_command]
    assert by_page[0].action is Action.RELEASE


def test_what_the_page_offers_is_a_folder_that_the_commands_know(run, tmp_path):
    saved(tmp_path, whole_way().after(Stage.PROTECT))
    assert run("verify", "release.zip")[0] == 0
    assert run("audit", "release.zip")[0] == 0
    assert run("log", ".", "--verify")[:2] == (0, "1 line, none changed, removed, added or moved.\n")
    (tmp_path / "c.csv").write_text("case\nKanarienvogel-7731\n")
    assert run("withdraw", "release.zip", "--cases", "c.csv")[0] == 0
    assert run("log", ".", "--verify")[0] == 0


def test_the_second_person_stands_in_the_log_and_nowhere_else():
    classified = whole_way().after(Stage.CLASSIFY)
    ordered = order_release(classified, Handed(**{**ORDER_FIELDS, "approve": "Second Person"}), KEY)
    done = protect_upload(classified, ordered, KEY, lambda _: None)
    assert [entry.approved_by for entry in read_log(done.log)] == ["Second Person"]
    assert b"Second Person" not in done.release + done.ledger


def test_people_of_another_ledger_of_the_folder_are_refused(tmp_path):
    saved(tmp_path, whole_way().after(Stage.PROTECT))
    classified = whole_way().after(Stage.CLASSIFY)
    again = Handed(**ORDER_FIELDS, out="other.zip", private=given(tmp_path, "release.ledger", LOG))
    with pytest.raises(UsageError, match=r"release\.ledger already"):
        protect_upload(classified, order_release(classified, again, KEY), KEY, lambda _: None)


def test_the_page_goes_on_from_a_release_only_with_its_ledger_and_the_log(tmp_path):
    saved(tmp_path, whole_way().after(Stage.PROTECT))
    (previous,) = given(tmp_path, "release.zip")
    fields = {**ORDER_FIELDS, "out": "second.zip", "previous": previous}
    with pytest.raises(UsageError, match=r"release\.ledger and atlas\.log"):
        order_of(Handed(**fields), KEY)
    with pytest.raises(UsageError, match="without it nobody can tell"):
        order_of(Handed(**fields, private=given(tmp_path, "release.ledger")), KEY)
    order, held, _ = order_of(Handed(**fields, private=given(tmp_path, "release.ledger", LOG)), KEY)
    assert order.action is Action.EDITION
    assert held.book.entries[0].release_id == read_release(previous.content).manifest.release_id


def test_an_altered_log_is_refused(tmp_path):
    saved(tmp_path, whole_way().after(Stage.PROTECT))
    ledger, log = given(tmp_path, "release.ledger", LOG)
    with pytest.raises(ReleaseError, match="altered at line 1"):
        held_of((ledger, Upload(LOG, log.content.replace(b'"release"', b'"edition"'))))
    with pytest.raises(UsageError, match="own name"):
        held_of((Upload("atlas (1).log", log.content),))


@pytest.mark.parametrize(
    ("field", "value", "option"),
    [
        ("out", "../r.zip", "--out"),
        ("as_of", "May", "--as-of"),
        ("as_of", "2999-01", "--as-of"),
        ("new_series", True, "--new-series"),
        ("synthetic", True, "--synthetic"),
        ("approve", "a\nb", "--approve"),
        ("previous", Upload("r.txt", b""), "--previous"),
        ("policy", Upload("p.toml", b"k = 2"), "p.toml"),
        ("policy", Upload("p.toml", b"\xff"), "p.toml"),
        ("coverage", Upload("c.csv", b"a,b\n"), "c.csv"),
        ("universe", Upload("u.csv", b"\xff"), "u.csv"),
        ("against", Upload("t.csv", b"area,period,act,total\n"), "t.csv"),
    ],
)
def test_a_field_that_is_wrong_is_named_by_its_option(field, value, option):
    with pytest.raises((UsageError, InputError), match=option):
        order_release(whole_way().after(Stage.CLASSIFY), Handed(**{**ORDER_FIELDS, field: value}), KEY)


def test_a_file_with_faults_is_read_under_the_decisions_that_are_proposed():
    text = rows().write_csv().splitlines()
    text[3] = text[3].replace("42.9051", "42,9051!")
    mapped = mapped_of("\n".join(text))
    with pytest.raises(FaultyError) as wrong:
        classify_upload(mapped, None)
    assert "line 4" in str(wrong.value)
    assert "42,9051" not in str(wrong.value)
    read = classify_upload(mapped, wrong.value.decisions)
    assert (read.report.intake.dropped_lines, read.report.intake.used) == (1, len(text) - 2)
    with pytest.raises(UsageError, match="another file"):
        classify_upload(mapped, Decisions("0" * 16, drop=(3,)))


def test_a_header_that_is_not_known_can_be_chosen():
    text = "Person key,lat,lng,date,act\n" + "".join(f"p{at},42.9,129.5,2015,B1\n" for at in range(9))
    screened = screen_upload(recognise_upload(Upload("f.csv", text.encode()), "", None))
    assert [(one.column, one.headers) for one in choices_of(screened)] == [("case", ("Person key",))]
    with pytest.raises(InputError, match="column case"):
        map_upload(screened, {})
    assert "case" in dict(map_upload(screened, {"case": "Person key"}).report.mapping)


def test_what_is_chosen_goes_before_a_mapping_and_that_before_the_layout():
    text = "who,lat,lng,date,act\n" + "".join(f"p{at},42.9,129.5,2015,sold\n" for at in range(9))
    own = Upload("m.toml", b'[act.labels]\n"sold" = "A4"\n')
    screened = screen_upload(recognise_upload(Upload("f.csv", text.encode()), "", own))
    read = classify_upload(map_upload(screened, {"case": "who"}), None)
    assert set(read.incidents.rows["act"]) == {"A4"}


def test_a_refused_column_is_not_offered():
    text = "phone,lat,lng,date,act\n" + "".join(f"010-1234-56{at}8,42.9,129.5,2015,B1\n" for at in range(9))
    screened = screen_upload(recognise_upload(Upload("f.csv", text.encode()), "", None))
    assert screened.report.refused
    assert choices_of(screened)[0].headers == ()


def test_how_finely_reports_may_be_placed_adds_up_to_all_and_class_a_is_never_finer_than_r2():
    made = sample_people(people=60, rng=1, sources=1).write_csv().encode()
    screened = screen_upload(recognise_upload(Upload("s.csv", made), "", None))
    classified = classify_upload(map_upload(screened, {}), None)
    placing = classified.report.placing
    assert sum(one.reports for one in placing) == tally(classified.incidents, Persons.LINKED).rows.height
    assert {one.location.value for one in placing} == {"A", "B", "C"}
    assert {one.finest for one in placing if one.location.value == "A"} <= {2, 0}
    assert {one.finest for one in placing if one.location.value == "B"} <= {4, 2, 0}


def test_an_upload_says_nothing_of_itself():
    assert repr(canary_file()) == f"Upload({len(canary_file().content)} bytes)"
    assert ORDER.private == ()


def test_a_korean_workbook_with_a_title_row_and_gaps_takes_the_same_way(tmp_path):
    workbook().save(tmp_path / "records.xlsx")
    file = Upload("records.xlsx", (tmp_path / "records.xlsx").read_bytes())
    screened = screen_upload(recognise_upload(file, "", None))
    assert len(screened.report.refused) >= 2
    mapped = map_upload(screened, {})
    with pytest.raises(FaultyError) as wrong:
        classify_upload(mapped, None)
    assert str(wrong.value).count("\n  row ") == 4
    classified = classify_upload(mapped, wrong.value.decisions)
    assert classified.report.intake.dropped_lines == 3
    told = [*sentences(screened, Language.KO), *map(repr, listings(screened, Language.KO)), *map(repr, [classified])]
    for trace in ("\uae40\uc601\ud76c", "010-1", "129.5072"):
        assert trace not in "".join(told)
