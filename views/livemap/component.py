"""Mounting the three components: registered by hand, so that they work from a clone as from an installed package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from streamlit.components.v2 import component
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from views.assets import font_assets
from views.livemap.payload import PLAIN, Extra, figure_data, page_colours

if TYPE_CHECKING:
    from collections.abc import Callable

    from layers import Figure
    from terms import Language

_PACKAGE: Final = "red-zone-atlas"
_MAP: Final = f"{_PACKAGE}.livemap"
_PAGE: Final = f"{_PACKAGE}.page"
_PRESENTER: Final = f"{_PACKAGE}.presenter"


def _mount(name: str, script: str, **arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - passed on to Streamlit
    """Mount a component whose files are those in `assets/`.

    Streamlit finds packaged components in installed distributions that are named like an import package, which ours is
    not; so the manifest is handed to it here. The names that are imported for it are not documented: the tests of the
    page fail at once should they change.
    """
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(name) is None:
        parts = [ComponentConfig(own.removeprefix(f"{_PACKAGE}."), "assets") for own in (_MAP, _PAGE, _PRESENTER)]
        manager.register_from_manifest(ComponentManifest(_PACKAGE, "", parts), Path(__file__).parent)
    return component(name, js=script)(**arguments)


def live_map(
    figure: Figure,
    *,
    key: str,
    selected: str | None,
    on_select: Callable[[], None],
    extra: Extra = PLAIN,
) -> str | None:
    """Draw a figure as a live map and return the cell that the reader has chosen in it, None if there is none.

    Parameters
    ----------
    figure
        The map to draw.
    key
        Of the element; its state in the session is `{"cell": [cell, time]}`, the same element is kept across reruns.
    selected
        The cell to outline at first, for example from a link.
    on_select
        Called before the page is run again because of a choice.
    extra
        What is drawn besides the figure, and what is hidden beneath it.
    """
    result = _mount(
        _MAP,
        "livemap.js",
        key=key,
        data=figure_data(figure, selected, extra),
        default={"cell": [selected, 0]},
        on_cell_change=on_select,
    )
    drawn = {mark.cell for mark in figure.marks}
    cell = result["cell"][0]
    return cell if cell in drawn else None


def paired_map(figure: Figure, *, key: str, beside: str) -> None:
    """Draw one side of a comparison as a live map in which nothing is chosen.

    Parameters
    ----------
    figure
        The map to draw.
    key
        Of the element.
    beside
        Maps of this name move together, and hatch the areas that are `wide`: of them nobody can tell.
    """
    _mount(
        _MAP,
        "livemap.js",
        key=key,
        data=figure_data(figure, None, Extra(beside=beside)),
        default={"cell": [None, 0]},
        on_cell_change=lambda: None,  # the map outlines what is chosen by itself
    )


def presenter(data: dict[str, Any], *, key: str, on_ask: Callable[[], None]) -> None:
    """Draw the presenter of a deck.

    Parameters
    ----------
    data
        `briefing.presenter_data`.
    key
        Of the element; its state in the session is `{"asked": view}`, a view that is none of the pages, or None.
    on_ask
        Called before the page is run again because a view was asked for.
    """
    _mount(_PRESENTER, "presenter.js", key=key, data=data, default={"asked": None}, on_asked_change=on_ask)


def dress_page(language: Language) -> None:
    """Tell the browser the page's language, fonts and style sheet; nothing is drawn."""
    fonts = [{"family": face.family, "path": asset.path, "range": face.unicode_range} for face, asset in font_assets()]
    _mount(_PAGE, "page.js", key="dress", data={"lang": language.value, "fonts": fonts, "colours": page_colours()})
