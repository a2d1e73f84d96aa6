"""How long a view takes in each format, against what geopandas and folium take for the bare figures; and a deck.

    python -m bench.exports [ROUNDS]

Each round makes every file of the map of all acts and its peer in turn, in one process that has made each before. A
peer has no legend, caveats, sources, receipt or Korean; what it takes is the least that the format costs. Told are
medians in seconds and their ratios, and what the suggested deck takes as slides, as pages and as a presenter.
"""

from __future__ import annotations

import io
import statistics
import sys
import tempfile
import time
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

import folium
import matplotlib as mpl

from briefing import DECK_FORMATS, Audience, Format, export_deck, export_view, suggested_deck, view_figure
from layers import figure_frame
from release import read_release
from terms import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from geopandas import GeoDataFrame

ROUNDS: Final = 5
VIEW: Final = "plate=where_what"


def _plotted(frame: GeoDataFrame, form: str) -> None:
    drawn = frame.plot("reports", figsize=(13.3, 7.5)).get_figure()
    drawn.savefig(io.BytesIO(), format=form, dpi=300)
    mpl.pyplot.close(drawn)


def _webbed(frame: GeoDataFrame, folder: str) -> None:
    drawn = folium.Map(tiles=None)
    folium.GeoJson(frame).add_to(drawn)
    drawn.save(str(Path(folder, "peer.html")))


def peers(frame: GeoDataFrame, folder: str) -> dict[Format, tuple[str, Callable[[], object]]]:
    """Return the peer of each format that has one: its name, and what runs it."""
    return {
        Format.PNG: ("geopandas plot", lambda: _plotted(frame, "png")),
        Format.SVG: ("geopandas plot", lambda: _plotted(frame, "svg")),
        Format.PDF: ("geopandas plot", lambda: _plotted(frame, "pdf")),
        Format.HTML: ("folium save", lambda: _webbed(frame, folder)),
        Format.CSV: ("pandas to_csv", lambda: frame.drop(columns="geometry").to_csv()),
        Format.GEOJSON: ("geopandas to_json", frame.to_json),
        Format.GEOPARQUET: ("geopandas to_parquet", lambda: frame.to_parquet(io.BytesIO())),
    }


def seconds(run: Callable[[], object]) -> float:
    """Return how long a call takes."""
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    mpl.use("agg")
    release = read_release(files("release").joinpath("bundled", "people_1500.zip").read_bytes())
    frame = figure_frame(view_figure(VIEW, release, Language.KO))
    spent: dict[tuple[str, str], list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        known = peers(frame, folder)
        for place in range(rounds + 1):
            for form in Format:
                own = seconds(lambda form=form: export_view(release, VIEW, form, Language.KO))
                other = seconds(known[form][1]) if form in known else 0.0
                if place:
                    spent.setdefault((form.value, "ours"), []).append(own)
                    spent.setdefault((form.value, "peer"), []).append(other)
            for form in DECK_FORMATS:
                deck = suggested_deck(Audience.UN, Language.KO)
                spent.setdefault((f"deck {form.value}", "ours"), []).append(
                    seconds(lambda form=form, deck=deck: export_deck(release, deck, form))
                )
    for form in Format:
        own, other = (statistics.median(spent[form.value, whose]) for whose in ("ours", "peer"))
        against = f"; {known[form][0]} {other:.2f} s, ratio {own / other:.1f}" if form in known else ""
        sys.stdout.write(f"{form.value}: {own:.2f} s{against}\n")
    for form in DECK_FORMATS:
        sys.stdout.write(
            f"deck of nine pages, {form.value}: {statistics.median(spent[f'deck {form.value}', 'ours']):.2f} s\n"
        )


if __name__ == "__main__":
    main()
