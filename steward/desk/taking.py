"""How each step is taken on the page: its form, its button, and, beside them, what has to be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import streamlit as st

from data import read_decisions
from errors import UsageError
from steward.desk.asking import ask_columns, ask_decisions, ask_file, ask_order, keep_fields
from steward.desk.session import attempt, trouble, way
from steward.desk.showing import save
from steward.secret import read_secret
from steward.steps import (
    Classified,
    Ordered,
    Stage,
    classify_upload,
    map_upload,
    order_release,
    protect_upload,
    recognise_upload,
    screen_upload,
)
from steward.writing import list_cases
from terms import plain, say

if TYPE_CHECKING:
    from data import Decisions, Mapped, Recognised, Screened
    from steward.uploads import Upload
    from terms import Language


def take(stage: Stage, language: Language) -> None:
    """Draw the form of a step, and take it when its button is pressed."""
    keep_fields()
    match stage:
        case Stage.RECOGNISE:
            _recognise(language)
        case Stage.SCREEN:
            if _pressed(stage, language):
                attempt(lambda: screen_upload(cast("Recognised", way().after(Stage.RECOGNISE))))
        case Stage.MAP:
            _map(language)
        case Stage.CLASSIFY:
            _classify(language)
        case Stage.ORDER:
            _order(language)
        case Stage.PROTECT:
            _protect(language)
    _show_trouble(language)


def _pressed(stage: Stage, language: Language) -> bool:
    return st.button(say(f"steward-do-{stage.value}", language), type="primary", key=f"steward-do-{stage.value}")


def _recognise(language: Language) -> None:
    file, sheet, mapping = ask_file(language)
    if _pressed(Stage.RECOGNISE, language):
        attempt(lambda: recognise_upload(_given(file, language), sheet, mapping))


def _given(file: Upload | None, language: Language) -> Upload:
    if file is None:
        raise UsageError(say("steward-no-file", language))
    return file


def _map(language: Language) -> None:
    screened = cast("Screened", way().after(Stage.SCREEN))
    chosen, absent = ask_columns(screened, language)
    if _pressed(Stage.MAP, language):
        attempt(lambda: map_upload(screened, chosen, absent))


def _classify(language: Language) -> None:
    mapped = cast("Mapped", way().after(Stage.MAP))
    given = ask_decisions(language)
    if _pressed(Stage.CLASSIFY, language):
        attempt(lambda: classify_upload(mapped, read_decisions(given.content) if given else None))
    held = trouble()
    if held and held.decisions:
        _propose(held.decisions, mapped, language)


def _propose(decisions: Decisions, mapped: Mapped, language: Language) -> None:
    many = {"drop": len(decisions.drop), "elsewhere": len(decisions.elsewhere), "acts": len(decisions.acts)}
    st.markdown(plain(say("steward-proposed", language, **many)))
    with st.container(horizontal=True):
        save("steward-save-decisions", decisions.to_toml().encode(), "decisions.toml", language)
        if st.button(say("steward-accept", language), key="steward-accept"):
            attempt(lambda: classify_upload(mapped, decisions))


def _order(language: Language) -> None:
    classified = cast("Classified", way().after(Stage.CLASSIFY))
    handed = ask_order(classified, language)
    if _pressed(Stage.ORDER, language):
        attempt(lambda: order_release(classified, handed, read_secret()))


def _protect(language: Language) -> None:
    classified = cast("Classified", way().after(Stage.CLASSIFY))
    ordered = cast("Ordered", way().after(Stage.ORDER))
    st.markdown(plain(say("steward-protect-note", language)))
    slot = st.empty()
    with slot:
        pressed = _pressed(Stage.PROTECT, language)
    if pressed:
        with slot, st.status(say("steward-protecting", language), expanded=True) as status:

            def tell(sentence: str) -> None:
                status.write(plain(sentence))

            attempt(lambda: protect_upload(classified, ordered, read_secret(), tell))


def _show_trouble(language: Language) -> None:
    """Say what is wrong, below the form that can mend it."""
    held = trouble()
    if held is None:
        return
    st.warning(plain(say("steward-trouble", language)))
    with st.container(key="steward-trouble"):
        st.text(held.text)
    if held.cases:
        save("steward-cases", list_cases(held.cases), "release.cases.csv", language)
