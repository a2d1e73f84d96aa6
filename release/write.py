"""Writing a release: the same plates and manifest give the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import polars as pl

from geo import from_text, outline
from release.archive import MANIFEST, pack, sha256
from release.coverage import COVERAGE, COVERAGE_SCHEMA, coverage_to_csv
from release.plates import PLATES
from release.read import BESIDE, COVERAGE_FILE, identify, to_sign, write_manifest
from release.tables import NO_PLACE, check_rows, to_csv
from release.universe import UNIVERSE_SCHEMA, universes_to_csv
from terms import taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from release.manifest import Manifest
    from release.plates import Plate
    from release.signature import Signer
    from release.universe import Universe


def write_release(
    draft: Manifest,
    plates: Mapping[str, Plate],
    signer: Signer | None = None,
    *,
    universes: Sequence[Universe] = (),
    coverage: pl.DataFrame | None = None,
) -> bytes:
    """Return the zip of a release.

    Parameters
    ----------
    draft
        The manifest, but for `files`, `release_id`, `public_key` and `signature`, which are computed here.
    plates
        By name. Their rows are checked as a reader would check them, so that nothing is written that would not be read.
    signer
        What signs, if anyone does.
    universes
        What is known elsewhere, and figures were held to.
    coverage
        Where and when people were asked: the columns of `release.COVERAGE_SCHEMA`. None: not given.
    """
    ordered = {name: plates[name] for name in PLATES if name in plates}
    for name, plate in ordered.items():
        check_rows(name, plate.rows)
    members = {f"plates/{name}.csv": to_csv(plate) for name, plate in ordered.items()}
    if coverage is not None:
        members[COVERAGE_FILE] = coverage_to_csv(coverage, draft.policy.k)
    beside = (
        _readme(draft),
        _outlines({*_areas(ordered), *(() if coverage is None else coverage["cell"])}),
        _codebook(),
        _datapackage(draft, ordered, covered=coverage is not None),
        universes_to_csv(universes),
    )
    members |= dict(zip(BESIDE, beside, strict=True))
    files = {name: sha256(members[name]) for name in sorted(members)}
    key = signer.public_key if signer else None
    sealed = draft.model_copy(update={"files": files, "public_key": key, "signature": None})
    manifest = sealed.model_copy(update={"release_id": identify(sealed)})
    if signer:
        manifest = manifest.model_copy(update={"signature": signer.sign(to_sign(manifest)).hex()})
    return pack({**members, MANIFEST: write_manifest(manifest)})


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _areas(plates: Mapping[str, Plate]) -> set[str]:
    return {cell for plate in plates.values() for cell in plate.rows["cell"]}


def _outlines(held: set[str]) -> bytes:
    """Draw each area that has a row once, as the union of its finest children; its key is its only property."""
    areas = sorted(held - set(NO_PLACE))
    features = [
        {
            "type": "Feature",
            "properties": {"cell": text},
            "geometry": outline(cell).__geo_interface__,
        }
        for text, cell in zip(areas, from_text(areas).tolist(), strict=True)
    ]
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, separators=(",", ":")) + "\n").encode()


def _codebook() -> bytes:
    acts = taxonomy().acts.values()
    columns: dict[str, list[Any]] = {
        "code": [act.code for act in acts],
        "group": [act.group for act in acts],
        **{f"label_{lang}": [act.label[lang] for act in acts] for lang in ("en", "ko", "zh")},
        "definition": [act.definition for act in acts],
        "source": [act.source for act in acts],
    }
    return pl.DataFrame(columns).write_csv().encode()


def _readme(draft: Manifest) -> bytes:
    lines = [
        draft.title,
        "",
        "A release of Red Zone Atlas: documented reports, in groups that protect the people they come from.",
        "",
        "What it says",
        "  plates/*.csv holds one table for each question. A row says: at least this many reports, from at least",
        "  this many people, in this area (an H3 cell, `region`, `elsewhere` or `not_stated`), period and act.",
        "  A report stands under the year in which the act began. The row with an empty area, period and act holds",
        "  reports whose area, time or act is not shown. cells.geojson draws the areas; codebook.csv defines the acts.",
        "  universe.csv names what was published elsewhere of how many there were; a figure is at most a part of them.",
        "  coverage.csv, if it is there, says in how many interviews, at least, people were asked where and when.",
        "",
        "What it cannot say",
        *(f"  {caveat}" for caveat in draft.caveats),
        "  An area without a row has no reports or too few to show: the two are never told apart.",
        "  Plates answer different questions and are protected apart; their totals differ.",
        *_missing(draft),
        f"  Auditor: {draft.audit.value}.",
        "",
        f"Licence: {draft.licence}",
        f"Cite as: {draft.cite_as}",
        "",
    ]
    return "\n".join(lines).encode()


def _missing(draft: Manifest) -> list[str]:
    """Say which plates are not there, and which lack the newest edition."""
    told = {
        "  These plates could not be made safe and are not there": draft.left_out,
        f"  These plates hold nothing of the edition of {draft.as_of}; their sums are not complete": draft.behind,
    }
    return [f"{said}: {', '.join(names)}." for said, names in told.items() if names]


def _datapackage(draft: Manifest, plates: Mapping[str, Plate], *, covered: bool) -> bytes:
    types = {pl.String: "string", pl.UInt8: "integer", pl.Int64: "integer"}
    codebook = ["code", "group", "label_en", "label_ko", "label_zh", "definition", "source"]
    tables: list[tuple[str, str | None, str, Mapping[str, type[pl.DataType]], list[str]]] = [
        (name.replace("_", "-"), PLATES[name].question, f"plates/{name}.csv", PLATES[name].schema, [*PLATES[name].keys])
        for name in plates
    ]
    tables.append(("codebook", None, "codebook.csv", dict.fromkeys(codebook, pl.String), ["code"]))
    tables.append(("universe", None, "universe.csv", UNIVERSE_SCHEMA, [*UNIVERSE_SCHEMA]))
    if covered:
        tables.append(("coverage", COVERAGE.question, COVERAGE_FILE, COVERAGE_SCHEMA, ["cell", "period"]))
    resources = [
        {
            "name": name,
            **({} if title is None else {"title": title}),
            "path": path,
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "schema": {
                "fields": [{"name": column, "type": types[kind]} for column, kind in schema.items()],
                "missingValues": [""],
                "primaryKey": keys,
            },
        }
        for name, title, path, schema, keys in tables
    ]
    return _json(
        {
            "profile": "tabular-data-package",
            "name": "red-zone-atlas-release",
            "title": draft.title,
            "description": " ".join(draft.caveats),
            "licenses": [{"name": draft.licence}],
            "resources": resources,
        }
    )
