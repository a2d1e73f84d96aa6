"""The files of a view, and of a deck: made from a release and nothing else, sealed, the same bytes every time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from briefing.content import Shape
from briefing.deck import PEOPLE, Deck, Slide, deck_pages, deck_title, plain_view, view_figure
from briefing.described import described_png, described_svg
from briefing.embedding import in_csv, in_geojson, in_html, in_png, in_svg, in_zip
from briefing.geoparquet import figure_geoparquet
from briefing.package import package_members
from briefing.presenter import deck_html
from briefing.receipt import Receipt, seal
from briefing.sheet import PPI, set_pages, sheet
from briefing.typeset import Output
from errors import UsageError
from layers import about, figure_csv, figure_geojson

if TYPE_CHECKING:
    from collections.abc import Callable

    from layers import Figure
    from release import Release
    from terms import Language


class Format(StrEnum):
    """What a view can be written as."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    PPTX = "pptx"
    HTML = "html"
    CSV = "csv"
    GEOJSON = "geojson"
    GEOPARQUET = "geoparquet"
    PACKAGE = "package"


DECK_FORMATS = (Format.PPTX, Format.PDF, Format.HTML)
"""What a deck can be written as: slides, pages of 16:9, and a presenter in one file."""

_MEDIA = {
    Format.PNG: "image/png",
    Format.SVG: "image/svg+xml",
    Format.PDF: "application/pdf",
    Format.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    Format.HTML: "text/html",
    Format.CSV: "text/csv",
    Format.GEOJSON: "application/geo+json",
    Format.GEOPARQUET: "application/vnd.apache.parquet",
    Format.PACKAGE: "application/zip",
}


@dataclass(frozen=True, slots=True)
class Export:
    """One file: its name, its content, and its media type."""

    name: str
    content: bytes
    media_type: str


def _ending(form: Format) -> str:
    return "zip" if form is Format.PACKAGE else form.value


def _written(figure: Figure, form: Format, token: str, shape: Shape) -> bytes:
    """Return a figure in a format, with a token that is not sealed yet."""
    from layers import one_file_html  # noqa: PLC0415 - folium takes long to load

    writers: dict[Format, Callable[[], bytes | str]] = {
        Format.PNG: lambda: in_png(described_png(sheet(figure, shape, Output.PNG), figure), token, PPI),
        Format.SVG: lambda: in_svg(described_svg(sheet(figure, shape, Output.SVG).decode(), figure), token),
        Format.PDF: lambda: sheet(figure, shape, Output.PDF, token),
        Format.HTML: lambda: in_html(one_file_html(figure), token),
        Format.CSV: lambda: in_csv(figure_csv(figure), token),
        Format.GEOJSON: lambda: in_geojson(figure_geojson(figure), token),
        Format.GEOPARQUET: lambda: figure_geoparquet(figure, token),
        Format.PACKAGE: lambda: in_zip(package_members(figure), token),
    }
    content = writers[form]()
    return content if isinstance(content, bytes) else content.encode()


def export_view(release: Release, link: str, form: Format, language: Language) -> tuple[Export, ...]:
    """Return the files of one view in a format: one, and of PDF two, on A4 and as 16:9.

    Parameters
    ----------
    release
        The only source of figures.
    link
        A view as it stands in a link of the app, with or without the question mark; what it leaves open becomes the
        default, and what no plate holds becomes the nearest view that one does.
    form, language
        Format, and language of every word; it goes before the link's.

    Raises
    ------
    UsageError
        If the view is of people and the format is none of a deck.
    """
    from briefing.slides import deck_pptx  # noqa: PLC0415 - python-pptx takes long to load

    view = plain_view(link, release, language)
    token = Receipt(release.manifest.release_id, view, language, form.value).token
    name = f"{release.manifest.short_id}-{_spelt(view)}-{language.value}"
    if form is Format.PPTX:
        content = seal(deck_pptx(release, Deck.of_one(Slide(view), language), token))
        return (Export(f"{name}.pptx", content, _MEDIA[form]),)
    if view == PEOPLE:
        raise UsageError("The view of people is a page of a deck: it has no file of its own.")
    figure = view_figure(view, release, language)
    shapes = {"-a4": Shape.A4, "-16x9": Shape.WIDE} if form is Format.PDF else {"": Shape.WIDE}
    return tuple(
        Export(f"{name}{suffix}.{_ending(form)}", seal(_written(figure, form, token, shape)), _MEDIA[form])
        for suffix, shape in shapes.items()
    )


def table_of(figure: Figure) -> bytes:
    """Return a figure that is at hand as a table (CSV), also one that no link makes, as a side of a comparison."""
    own = figure.selection
    view = urlencode({"plate": own.plate, "period": own.period, "act": own.act})
    token = Receipt(figure.release_id, view, figure.language, Format.CSV.value).token
    return seal(in_csv(figure_csv(figure), token).encode())


def export_deck(release: Release, deck: Deck, form: Format) -> Export:
    """Return a deck as slides (PPTX), as pages of 16:9 (PDF), or as a presenter in one file (HTML).

    Raises
    ------
    UsageError
        If a deck cannot be written in the format.
    """
    from briefing.slides import deck_pptx  # noqa: PLC0415 - python-pptx takes long to load

    named = deck.with_views(plain_view(slide.view, release, deck.language) for slide in deck.slides)
    token = Receipt(release.manifest.release_id, named.view, named.language, form.value).token
    match form:
        case Format.PPTX:
            content = deck_pptx(release, named, token)
        case Format.PDF:
            content = set_pages(
                deck_pages(release, named),
                title=deck_title(named),
                language=named.language,
                synthetic=about(release, named.language).synthetic is not None,
                shape=Shape.WIDE,
                output=Output.PDF,
                token=token,
            )[0]
        case Format.HTML:
            content = in_html(deck_html(release, named), token).encode()
        case _:
            raise UsageError("A deck is written as pptx, pdf or html.")
    name = f"{release.manifest.short_id}-deck-{deck.audience.value}-{deck.language.value}.{_ending(form)}"
    return Export(name, seal(content), _MEDIA[form])


def _spelt(view: str) -> str:
    """Return the values of a view as part of a file name.

    Examples
    --------
    >>> _spelt("plate=where_what&period=all&act=B")
    'where_what-all-B'
    """
    return "-".join(part.partition("=")[2] or part for part in view.split("&"))
