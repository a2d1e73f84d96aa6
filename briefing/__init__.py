"""What leaves the building: sheets, slides, data packages and decks, built from a release and nothing else.

The same release, view and language give the same bytes, and each file carries a receipt that `check_file` reads::

    from pathlib import Path

    from briefing import Format, export_view
    from release import read_release
    from terms import Language

    release = read_release(Path("r.zip"))
    for own in export_view(release, "plate=where_what&act=B", Format.PDF, Language.KO):
        Path(own.name).write_bytes(own.content)
"""

from briefing.asking import views_of
from briefing.content import Shape, figure_page
from briefing.deck import (
    MOST_VIEWS,
    PEOPLE,
    SUGGESTED,
    Audience,
    Deck,
    Slide,
    deck_pages,
    deck_title,
    plain_view,
    suggested_deck,
    view_figure,
    view_title,
)
from briefing.examining import Examination, check_file, examine
from briefing.exports import DECK_FORMATS, Export, Format, export_deck, export_view, table_of
from briefing.linting import Finding, lint
from briefing.presenter import presenter_data, view_page
from briefing.receipt import Receipt, seal

__all__ = [
    "DECK_FORMATS",
    "MOST_VIEWS",
    "PEOPLE",
    "SUGGESTED",
    "Audience",
    "Deck",
    "Examination",
    "Export",
    "Finding",
    "Format",
    "Receipt",
    "Shape",
    "Slide",
    "check_file",
    "deck_pages",
    "deck_title",
    "examine",
    "export_deck",
    "export_view",
    "figure_page",
    "lint",
    "plain_view",
    "presenter_data",
    "seal",
    "suggested_deck",
    "table_of",
    "view_figure",
    "view_page",
    "view_title",
    "views_of",
]
