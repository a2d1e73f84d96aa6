"""The files of a view, made from a release and nothing else: the same that the app offers."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from layers import figure_csv, figure_geojson, figure_of, one_file_html, read_state

if TYPE_CHECKING:
    from release import Release
    from terms import Language


class Kind(StrEnum):
    """A format that a view can be written in; the value is the file's ending."""

    CSV = "csv"
    GEOJSON = "geojson"
    HTML = "html"


def export_view(release: Release, link: str, kind: Kind, language: Language) -> tuple[str, bytes]:
    """Return the file name and content of one view.

    Parameters
    ----------
    release
        The only source of figures.
    link
        A view as it stands in a link of the app, with or without the question mark; what it leaves open or the
        release does not offer becomes the default.
    kind, language
        Format, and language of every word; it goes before the link's.
    """
    fields = dict(parse_qsl(link.removeprefix("?")))
    state = read_state({**fields, "lang": language.value}, release, language)
    level = state.drawn_level(release)
    figure = figure_of(release, state.selection, level, language)
    match kind:
        case Kind.CSV:
            content = figure_csv(figure)
        case Kind.GEOJSON:
            content = figure_geojson(figure)
        case Kind.HTML:
            content = one_file_html(figure)
    parts = [release.manifest.short_id, state.plate, state.period, state.act, level.value, language.value]
    return f"{'-'.join(parts)}.{kind.value}", content.encode()
