"""What protection costs and what it is worth, beside other methods: `python bench/frontier.py [PEOPLE ...]`.

At the same k, and with the same rules on places, each method protects where the same invented people's reports are.
Written: `docs/frontier.csv` and `docs/frontier.svg`, and the table in `protect/METHOD.md`; `--seeds` and `--out` for
trials, which leave these as they are.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

import matplotlib as mpl
import polars as pl
import typer
from matplotlib.figure import Figure

from bench.peers.exact import merge, suppression
from bench.peers.given import given
from bench.peers.measures import measure
from bench.peers.noise import cell_key, laplace
from bench.peers.ours import ladder
from bench.peers.words import SHOWN, markdown, put_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.peers.given import Given, Told

METHODS: Final[dict[str, Callable[[Given], Told]]] = {
    "ladder": ladder,
    "suppression r5": partial(suppression, finest=5),
    "suppression r4": partial(suppression, finest=4),
    "merge": merge,
    "cell key noise r5": partial(cell_key, finest=5, shipped=False),
    "cell key noise r4": partial(cell_key, finest=4, shipped=False),
    "cell key 10-5 r5": partial(cell_key, finest=5, shipped=True),
    "cell key 10-5 r4": partial(cell_key, finest=4, shipped=True),
    "laplace r5": partial(laplace, finest=5),
    "laplace r4": partial(laplace, finest=4),
}
PEOPLE: Final = [100, 280, 1000]
TITLE: Final = "What six methods lose and what they give away, at the same k"
TICKS_KM: Final = (15, 30, 60, 120, 240)
SHAPES: Final = ("o", "s", "D", "^", "v", "P")
COLOURS: Final = ("#b3261e", "#1f4e79", "#8a6d00", "#2e7d32", "#6a4c93", "#5f6368")
ROOT: Final = Path(__file__).parents[1]
OUT: Final = ROOT / "docs"
METHOD: Final = ROOT / "protect" / "METHOD.md"


def run(people: int, seed: int) -> list[dict[str, object]]:
    """Return one row a method, for one data set."""
    data = given(people=people, seed=seed)
    return [
        {"people": people, "method": name, "reports": data.rows.height, **measure(data, method(data))}
        for name, method in METHODS.items()
    ]


def summarise(rows: pl.DataFrame) -> pl.DataFrame:
    """Return the mean and the standard deviation over seeds of each measure; of the area the median alone.

    A map of nothing is not off by any distance: it counts in neither of `moved_km`.
    """
    names = [name for name in rows.columns if name not in {"people", "method", "area_km2"}]
    values = {name: pl.col(name).cast(pl.Float64).fill_nan(None) for name in names}
    means = [value.mean().alias(name) for name, value in values.items()]
    spreads = [value.std().alias(f"{name}_sd") for name, value in values.items()]
    table = rows.group_by("people", "method", maintain_order=True).agg(
        pl.len().alias("seeds"), *means, *spreads, pl.col("area_km2").median()
    )
    ordered = [part for name in names for part in (name, f"{name}_sd")]
    return table.select("people", "method", "seeds", "area_km2", *ordered).with_columns(
        pl.col(pl.Float64).round_sig_figs(4)
    )


def draw(table: pl.DataFrame, path: Path) -> None:
    """Draw what each method loses against what it gives away, and how many of its figures one withdrawal refutes."""
    mpl.rcParams.update({"svg.hashsalt": "frontier", "svg.fonttype": "none", "font.size": 8})
    sizes = table["people"].unique().sort().to_list()
    figure = Figure(figsize=(7.6, 4.4), layout="constrained")
    panels = figure.subplots(2, len(sizes), sharex=True, sharey="row", squeeze=False)
    share = pl.col("above_later") / pl.col("figures") * 100
    drawn = table.filter(pl.col("method").is_in(list(SHOWN))).with_columns(refuted=share)
    for column, people in enumerate(sizes):
        top, bottom = panels[:, column]
        for name, colour, shape in zip(SHOWN, COLOURS, SHAPES, strict=True):
            row = drawn.row(by_predicate=(pl.col("people") == people) & (pl.col("method") == name), named=True)
            style = {"color": colour, "marker": shape, "markersize": 5, "linewidth": 0.8}
            top.errorbar(
                row["moved_km"],
                row["pinned"],
                xerr=row["moved_km_sd"],
                yerr=row["pinned_sd"],
                label=SHOWN[name].strip("*"),
                **style,
            )
            bottom.plot(row["moved_km"], row["refuted"], **style)
        top.set_title(f"{people:,} people", fontsize=9)
        bottom.set_xscale("log")
        bottom.set_xticks(TICKS_KM, labels=[str(tick) for tick in TICKS_KM])
        bottom.minorticks_off()
    for panel in panels.flat:
        panel.grid(alpha=0.25)
    panels[0, 0].set_ylabel("small margins given away")
    panels[1, 0].set_ylabel("% of figures untrue\nafter one withdrawal")
    figure.supxlabel("km by which the map is off", fontsize=8)
    figure.legend(
        *panels[0, 0].get_legend_handles_labels(), loc="outside upper center", ncols=len(SHOWN), frameon=False
    )
    figure.savefig(path, format="svg", metadata={"Date": None, "Title": TITLE})


def main(
    people: Annotated[list[int] | None, typer.Argument(help="How many people; several sizes may be given.")] = None,
    seeds: Annotated[int, typer.Option(min=2, help="Data sets of each size.")] = 20,
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = 2,
    out: Annotated[Path, typer.Option(help="Folder for the table and the plot.")] = OUT,
) -> None:
    """Protect invented people with every method, measure, and write the table and the plot."""
    sets = [(size, seed) for size in people or PEOPLE for seed in range(1, seeds + 1)]
    # Processes begin anew, because polars' threads do not survive a fork.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        found = pool.map(run, *zip(*sets, strict=True))
        with typer.progressbar(found, length=len(sets), file=sys.stderr) as bar:
            table = summarise(pl.DataFrame([row for rows in bar for row in rows]))
    out.mkdir(parents=True, exist_ok=True)
    table.write_csv(out / "frontier.csv")
    draw(table, out / "frontier.svg")
    if out == OUT:
        METHOD.write_text(put_in(METHOD.read_text(encoding="utf-8"), table), encoding="utf-8")
    typer.echo(markdown(table))


if __name__ == "__main__":
    typer.run(main)
