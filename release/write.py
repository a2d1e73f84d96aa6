"""Writing a release: the same plates and manifest give the same bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import polars as pl

from geo import from_text, outline
from release.archive import MANIFEST, pack, sha256
from release.plates import PLATES
from release.read import BESIDE, identify, to_sign, write_manifest
from release.tables import NO_PLACE, check_rows, to_csv
from terms import taxonomy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from release.manifest import Manifest
    from release.plates import Plate
    from release.signature import Signer


def write_release(draft: Manifest, plates: Mapping[str, Plate], signer: Signer | None = None) -> bytes:
    """Return the zip of a release.

    Parameters
    ----------
    draft
        The manifest, but for `files`, `release_id`, `public_key` and `signature`, which are computed here.
    plates
        By name. Their rows are checked as a reader would check them, so that nothing is written that would not be read.
    signer
        What signs, if anyone does.
    """
    ordered = {name: plates[name] for name in PLATES if name in plates}
    for name, plate in ordered.items():
        check_rows(name, plate.rows)
    members = {f"plates/{name}.csv": to_csv(plate) for name, plate in ordered.items()}
    beside = (_readme(draft), _outlines(ordered), _codebook(), _datapackage(draft, ordered))
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


def _outlines(plates: Mapping[str, Plate]) -> bytes:
    """Draw each area that has a row once, as the union of its finest children; its key is its only property."""
    areas = sorted({cell for plate in plates.values() for cell in plate.rows["cell"]} - set(NO_PLACE))
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
        "",
        "What it cannot say",
        *(f"  {caveat}" for caveat in draft.caveats),
        "  An area without a row has no reports or too few to show: the two are never told apart.",
        "  Plates answer different questions and are protected apart; their totals differ.",
        f"  Auditor: {draft.audit.value}.",
        "",
        f"Licence: {draft.licence}",
        f"Cite as: {draft.cite_as}",
        "",
    ]
    return "\n".join(lines).encode()


def _datapackage(draft: Manifest, plates: Mapping[str, Plate]) -> bytes:
    types = {pl.String: "string", pl.UInt8: "integer", pl.Int64: "integer"}
    codebook = ["code", "group", "label_en", "label_ko", "label_zh", "definition", "source"]
    resources: list[dict[str, Any]] = [
        {
            "name": name.replace("_", "-"),
            "title": PLATES[name].question,
            "path": f"plates/{name}.csv",
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "schema": {
                "fields": [{"name": column, "type": types[kind]} for column, kind in PLATES[name].schema.items()],
                "missingValues": [""],
                "primaryKey": list(PLATES[name].keys),
            },
        }
        for name in plates
    ]
    resources.append(
        {
            "name": "codebook",
            "path": "codebook.csv",
            "profile": "tabular-data-resource",
            "encoding": "utf-8",
            "schema": {"fields": [{"name": name, "type": "string"} for name in codebook], "primaryKey": "code"},
        }
    )
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
