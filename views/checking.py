"""What is said of a file that was handed in to be checked: in plain words, and nothing of what stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from briefing import Examination, check_file
from errors import UsageError
from release import Standing, Verdict, Verification
from terms import OWN_NAMES, plain, say

if TYPE_CHECKING:
    from terms import Language


def draw_found(content: bytes, newest: bytes | None, language: Language) -> None:
    """Check a file and say what it is, and whether it was changed.

    Parameters
    ----------
    content
        Of the file in question.
    newest
        The newest release that is known; one that cannot be held against the file is named as unfit.
    language
        Of every word.
    """
    try:
        found = check_file(content)
    except UsageError:
        st.warning(plain(say("check-not-ours", language)))
        return
    is_unfit = False
    if newest is not None:
        try:
            found = check_file(content, newest)
        except UsageError:
            is_unfit = True
    if found.verdict is Verdict.ALTERED:
        st.error(plain(say("check-altered", language)))
        return
    st.success(plain(say("check-genuine", language)))
    told = [*_own(found, language), *_limits(found, language, is_given=newest is not None, is_unfit=is_unfit)]
    st.markdown("\n".join(f"- {plain(line)}" for line in told))


def _own(found: Examination | Verification, language: Language) -> list[str]:
    """Return what a genuine file says of itself."""
    if isinstance(found, Verification):
        if found.manifest is None:
            return []
        return [
            say("check-kind", language, kind="release"),
            say("check-release", language, id=found.manifest.release_id),
            say("check-as-of", language, month=found.manifest.as_of),
        ]
    if found.receipt is None:
        return []
    return [
        say("check-kind", language, kind=found.receipt.kind),
        say("check-release", language, id=found.receipt.release_id),
        *(say("check-view", language, view=view) for view in found.receipt.views),
        say("check-language", language, name=OWN_NAMES[found.receipt.language]),
    ]


def _limits(found: Examination | Verification, language: Language, *, is_given: bool, is_unfit: bool) -> list[str]:
    """Return whether a genuine file still stands, as far as it is known, and what the verdict does not say."""
    standing = "not_named" if is_given and found.standing is Standing.NOT_CHECKED else found.standing.name.lower()
    key = found.signed_by if isinstance(found, Verification) else None
    return [
        say("check-newest-unfit", language) if is_unfit else say("check-stands", language, standing=standing),
        say("check-signed", language, fingerprint=key) if key else say("check-unsigned", language),
        say("check-means", language),
    ]
