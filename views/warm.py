"""What every first page needs is loaded and worked out while the first browser still loads Streamlit's own part.

This module imports nothing heavy, so that the server is there at once.
"""

from __future__ import annotations

from contextlib import suppress
from importlib import import_module
from threading import Thread


def _work() -> None:
    from errors import AtlasError  # noqa: PLC0415 - all of this is what takes long to import
    from layers import answer_link, figure_of  # noqa: PLC0415
    from terms import Language  # noqa: PLC0415
    from views.assets import basemap_asset, font_assets  # noqa: PLC0415
    from views.livemap.payload import figure_data  # noqa: PLC0415
    from views.source import current_release  # noqa: PLC0415

    import_module("views.map_page")
    # Without a release that can be shown there is no first figure; the page itself says why.
    with suppress(AtlasError):
        release = current_release()
        state = answer_link({}, release, Language.EN).state
        figure_data(figure_of(release, state.selection, state.drawn_level(release), Language.EN), None)
    for asset in (basemap_asset(), *(own for _, own in font_assets())):
        asset.make()


_worker: list[Thread] = []


def start_warming() -> None:
    """Begin, beside the server."""
    _worker.append(Thread(target=_work, name="warm", daemon=True))
    _worker[-1].start()


def wait_until_warm() -> None:
    """Wait for what was begun, so that nothing is imported by two threads at once; if nothing was, go on."""
    for thread in _worker:
        thread.join()
