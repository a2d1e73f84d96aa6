"""Releases that someone edited and sealed again, so that every hash agrees; and releases made by hand."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import polars as pl

from release import PLATES, Manifest, Plate, sort_rows, write_release
from release.archive import MANIFEST, pack, sha256
from release.read import identify, write_manifest
from release.tables import to_csv
from terms import eras
from tests import made

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ERAS = {era.id: f"{era.first or ''}-{era.last or ''}" for era in eras()}


def members(content: bytes) -> dict[str, bytes]:
    """Unpack a release."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def seal(held: Mapping[str, bytes], edit: Callable[[Manifest], Manifest] = lambda told: told) -> bytes:
    """Pack members with a manifest in which all hashes and the id are those of what is there."""
    told = edit(Manifest.model_validate_json(held[MANIFEST]))
    files = {name: sha256(own) for name, own in sorted(held.items()) if name != MANIFEST}
    bare = told.model_copy(update={"files": files, "signature": None, "public_key": None})
    whole = bare.model_copy(update={"release_id": identify(bare)})
    return pack({**held, MANIFEST: write_manifest(whole)})


def edited(content: bytes, plate: str, edit: Callable[[pl.DataFrame], pl.DataFrame]) -> bytes:
    """Edit the rows of a plate and seal the release again."""
    held, path = members(content), f"plates/{plate}.csv"
    rows = pl.read_csv(io.BytesIO(held[path]), schema_overrides=PLATES[plate].schema)
    held[path] = to_csv(Plate(plate, sort_rows(edit(rows.with_columns(pl.col(pl.String).fill_null(""))))))
    return seal(held)


def added(content: bytes, plate: str, *row: object) -> bytes:
    """Add a row to a plate and seal the release again; `row` is in the order of the plate's columns."""
    return edited(content, plate, lambda rows: pl.concat([rows, pl.DataFrame([row], schema=rows.schema, orient="row")]))


def handmade(plates: Mapping[str, list[made.Row]], **told: object) -> bytes:
    """Return a release of rows given as cell, resolution, period, act, reports, people."""
    draft = made.manifest(**told)
    policy = draft.policy.model_copy(update={"eras": ERAS, "largest_case": 10})
    return write_release(
        draft.model_copy(update={"policy": policy}), {name: made.plate(name, rows) for name, rows in plates.items()}
    )
