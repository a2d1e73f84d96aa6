"""The forms of the page: what each step asks of the steward, as values. Nothing is read or decided here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import streamlit as st

from protect import WARN_BELOW_K, Policy
from release import Persons
from steward.choosing import choices_of
from steward.handing import Handed, people_range
from steward.uploads import Upload
from terms import plain, say

if TYPE_CHECKING:
    from data import Screened
    from steward.steps import Classified
    from terms import Language

_KEPT: Final = "steward-order-"
"""How the keys of fields begin whose words are kept while the order is undone and made again."""
_ABSENT: Final = "\0absent"


def keep_fields() -> None:
    """Keep the words of the order's fields though they are not on the page; files must be given again."""
    for key in list(st.session_state):
        if str(key).startswith(_KEPT):
            st.session_state[key] = st.session_state[key]


def _upload(key: str, language: Language, option: str = "", help_key: str | None = None) -> Upload | None:
    given = st.file_uploader(_label(key, language, option), key=key, help=help_key and say(help_key, language))
    return Upload(given.name, given.getvalue()) if given else None


def _label(key: str, language: Language, option: str) -> str:
    """Return a label and the option of the command that messages name; a screen reader reads it as it is written."""
    return f"{say(key, language)} {option}".rstrip()


def ask_file(language: Language) -> tuple[Upload | None, str, Upload | None]:
    """Ask for the file, the sheet and a mapping."""
    file = _upload("steward-file", language, help_key="steward-file-help")
    with st.expander(say("steward-more", language)):
        mapping = _upload("steward-mapping", language, "--mapping")
        sheet = st.text_input(_label("steward-sheet", language, "--sheet"), key="steward-sheet")
    return file, sheet, mapping


def ask_columns(screened: Screened, language: Language) -> tuple[dict[str, str], tuple[str, ...]]:
    """Ask which header is which column, where the file leaves it open; return the headers, and columns that are not."""
    choices = choices_of(screened)
    if not choices:
        st.markdown(plain(say("steward-nothing-open", language)))
    names = {_ABSENT: say("steward-choose-absent", language)}
    chosen: dict[str, str | None] = {}
    for choice in choices:
        chosen[choice.column] = st.selectbox(
            say("steward-choose-column", language, column=choice.column),
            [*([_ABSENT] if choice.may_be_absent else []), *choice.headers],
            index=None,
            format_func=lambda header: names.get(header, header),
            placeholder=say("steward-choose-none", language),
            key=f"steward-column-{choice.column}",
            filter_mode=None,
        )
    said = {column: header for column, header in chosen.items() if header not in {None, _ABSENT}}
    return {column: str(header) for column, header in said.items()}, tuple(
        column for column, header in chosen.items() if header == _ABSENT
    )


def ask_decisions(language: Language) -> Upload | None:
    """Ask for a list of decisions that was made before."""
    with st.expander(say("steward-more", language)):
        return _upload("steward-decisions", language, "--decisions")


def ask_order(classified: Classified, language: Language) -> Handed:
    """Ask for all that is said of a release besides the file."""
    fields: dict[str, Any] = {}
    left, right = st.columns(2, gap="medium")
    with left:
        fields["title"] = _text("name", language, "--title", "Red Zone Atlas release")
        fields["as_of"] = _text("as-of", language, "--as-of", "")
        fields["synthetic"] = _tick("synthetic", language, "--synthetic")
        fields["single_source"] = _tick("single", language, "--single-source")
    with right:
        fields["out"] = _text("zip", language, "--out", "release.zip")
        low, high = people_range()
        fields["k"] = st.number_input(
            _label("steward-k", language, "k"),
            low,
            high,
            key=_kept("k", Policy().k),
            help=say("steward-below", language, k=WARN_BELOW_K),
        )
        fields["persons"] = _persons(classified, language)
    with st.expander(_label("steward-folder", language, "--previous")):
        fields |= _ask_folder(language)
    with st.expander(say("steward-more", language)):
        for name in ("policy", "coverage", "universe", "against"):
            fields[name] = _upload(f"steward-{name}", language, f"--{name}")
        fields["approve"] = _text("approve", language, "--approve", "")
    return Handed(**fields)


def _ask_folder(language: Language) -> dict[str, Any]:
    st.markdown(plain(say("steward-folder-help", language)))
    previous = _upload("steward-previous", language, "--previous")
    label = _label("steward-private", language, ".ledger")
    private = st.file_uploader(label, accept_multiple_files=True, key="steward-private")
    return {
        "previous": previous,
        "private": tuple(Upload(one.name, one.getvalue()) for one in private),
        "new_series": _tick("new-series", language, "--new-series"),
        "all_now": _tick("all-now", language, "--all-now"),
    }


def _persons(classified: Classified, language: Language) -> str:
    """Ask how keys of several sources relate, where the file names sources at all."""
    if not classified.report.intake.has_source:
        return ""
    chosen = st.selectbox(
        _label("steward-persons", language, "--persons"),
        ["", *(one.value for one in Persons)],
        format_func=lambda one: say(f"steward-persons-{one or 'none'}", language),
        key=_kept("persons", ""),
        filter_mode=None,
    )
    return chosen or ""


def _text(name: str, language: Language, option: str, default: str) -> str:
    return st.text_input(_label(f"steward-{name}", language, option), key=_kept(name, default))


def _tick(name: str, language: Language, option: str) -> bool:
    return st.checkbox(_label(f"steward-{name}", language, option), key=_kept(name, default=False))


def _kept(name: str, default: str | int) -> str:
    """Return the key of a field, which holds the default until something else is written into it."""
    st.session_state.setdefault(f"{_KEPT}{name}", default)
    return f"{_KEPT}{name}"
