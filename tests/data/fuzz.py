"""Broken bytes of every kind of file that is read: `python -m tests.data.fuzz [COUNT] [SEED]` prints a summary.

The files are small: with POLARS_MAX_THREADS=1 in the environment it takes a third of the time.

Valid files are cut, spliced, repeated and overwritten at random. Whatever comes of it must be read or refused with an
AtlasError, and nothing that is said may hold a value of the file: all values have a part that no word of ours has.
"""

from __future__ import annotations

import faulthandler
import io
import json
import random
import sys
import tempfile
import time
import traceback
import warnings
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import polars as pl
import pyogrio

from data import check_file
from errors import AtlasError
from tests.data import exports, files

MARK = "qzxv"
PLANTED = pl.DataFrame(
    {
        "case": [f"{MARK}-{at}" for at in range(6)],
        "lat": ["42.90517", "41.79227", None, None, "43.88017", "39.93337"],
        "lng": ["129.50727", "123.43287", None, None, "125.32287", "116.41117"],
        "place": [None, None, "Hyesan", "연길시", None, None],
        "date": ["2011-03-04", "2012년 5월", "4 March 2013", None, "二〇一四年三月", "41000"],
        "act": ["B1", "강제송환", "强迫婚姻", "F1", "C1", "A3"],
        "source": [f"{MARK} 단체", f"{MARK} 组织", f"{MARK}-s", None, None, f"{MARK}-s"],
        "name": [f"Kim {MARK}"] * 6,
        "notes": [f'she told {MARK}, and more; "it" was\nlong ' * 3] * 6,
    },
    schema_overrides={"lat": pl.String, "lng": pl.String},
)
WORDS = (MARK, "90517", "50727", "79227", "32287", "11117")
JUNK = (b"", b"\0", b"\n", b'"', b",", b";", b"\xff\xfe", b"\x80", b"PK\x03\x04", b"{", b"]", b"\xef\xbb\xbf",
        b"1e999", b"-", b"nan", "김영희".encode(), b"010-1234-5678", b"\r",
        b"#geo+lat", b"case", b"case,act,lat,lng\n")  # fmt: skip


@cache
def seeds() -> dict[str, bytes]:
    """Return a valid file of every kind."""
    table = PLANTED
    korean = table.with_columns(act=pl.lit("강제송환"), source=pl.lit(f"{MARK} 단체"), date=pl.lit("2014년 3월"))
    found = {
        "comma.csv": table.write_csv().encode(),
        "semicolon.csv": table.write_csv(separator=";").encode("utf-8-sig"),
        "tab.tsv": table.write_csv(separator="\t").encode("utf-16"),
        "korean.csv": korean.write_csv().encode("cp949"),
        "chinese.csv": table.write_csv().encode("gb18030"),
        "plain.csv": table.drop("notes").write_csv().encode(),
        "rows.xlsx": files.xlsx(table),
        "rows.xls": files.xls(table),
        "rows.ods": files.ods(table.drop("notes")),
        "rows.parquet": files.parquet(table),
        "points.geojson": _geojson(table),
    }
    frame = files.points(table.with_columns(until=pl.lit("2016"), reported=pl.lit("2018")))
    found["points.parquet"] = files.geoparquet(frame)
    with tempfile.TemporaryDirectory() as folder:
        found["points.gpkg"] = files.geopackage(frame, Path(folder))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found["points.zip"] = files.shapefile(frame, Path(folder))
        pyogrio.write_dataframe(frame.dropna(subset="geometry"), Path(folder) / "p.fgb", driver="FlatGeobuf")
        found["points.fgb"] = (Path(folder) / "p.fgb").read_bytes()
    for name in ("acled", "kobo", "hxl"):
        found[f"{name}.csv"] = getattr(exports, name)(4)
    return found


def _geojson(table: pl.DataFrame) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {name: value for name, value in row.items() if name not in {"lat", "lng"}},
            "geometry": row["lat"] and {"type": "Point", "coordinates": [float(row["lng"]), float(row["lat"])]},
        }
        for row in table.iter_rows(named=True)
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False).encode()


def mutated(content: bytes, rng: random.Random) -> bytes:
    """Return bytes that were cut, spliced, repeated or overwritten, from one to a few times."""
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        at, to = sorted((rng.randrange(len(content) + 1), rng.randrange(len(content) + 1)))
        near = min(len(content), at + rng.randrange(1, 40))
        match rng.randrange(7):
            case 0:
                content = content[:at]
            case 1:
                content = content[:at] + content[near:]
            case 2:
                content = content[:at] + rng.choice(JUNK) + content[at:]
            case 3:
                content = content[:at] + bytes([rng.randrange(256)]) + content[at + 1 :]
            case 4:
                content = content[:at] + rng.randbytes(near - at) + content[near:]
            case 5:
                content = content[:to] + content[at:near] + content[to:]
            case _:
                content = content[:at] + rng.choice(JUNK) * rng.randrange(1, 5) + content[near:]
    return content


def repacked(content: bytes, rng: random.Random) -> bytes:
    """Return a packed file with one of its parts mutated, so that what is inside is read at all."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        chosen = rng.choice(names)
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, rng) if name == chosen and part else part)
    return out.getvalue()


def outcome(content: bytes, name: str) -> str:
    """Return what came of a file: `read`, `faults`, `refused`, or the fault of ours that it brought to light."""
    try:
        report = check_file(content, name=name)
        said = str(report.faults) + json.dumps(report.to_json(), ensure_ascii=False)
        # Digits of the file's digest may be those of a value by chance.
        said = said.replace(report.decisions.file or "-", "")
        what = "faults" if report.faults else "read"
    except AtlasError as error:
        said, what = str(error), "refused"
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - this is what is looked for; a panic is no `Exception`
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"TRACEBACK {type(error).__name__} in {Path(where.filename).name} line {where.lineno}"
    echoed = [word for word in WORDS if word in said]
    return f"ECHO of {', '.join(echoed)}" if echoed else what


def run(count: int, seed: int) -> Counter[tuple[str, str]]:
    """Return how often each kind of file came to each outcome."""
    rng = random.Random(seed)  # noqa: S311 - the same seed gives the same files
    held = sorted(seeds().items())
    found: Counter[tuple[str, str]] = Counter()
    warnings.simplefilter("ignore")
    for done in range(count):
        if done % 1000 == 0:
            # What never comes back would be seen nowhere else.
            faulthandler.dump_traceback_later(600, exit=True)
            sys.stderr.write(f"{done:,} of {count:,}\n")
        name, content = rng.choice(held)
        inside = content.startswith(b"PK") and rng.random() < 0.7
        broken = repacked(content, rng) if inside else mutated(content, rng)
        what = outcome(broken, name)
        if what.startswith(("TRACEBACK", "ECHO")) and found[name, what] == 0 and len(sys.argv) > 1:
            Path(tempfile.gettempdir(), f"fuzz-{len(found)}-{name}").write_bytes(broken)
        found[name, what] += 1
    faulthandler.cancel_dump_traceback_later()
    return found


def summary(found: Counter[tuple[str, str]]) -> str:
    """Return a line for each kind of file and outcome, and the totals that must be nothing."""
    out = io.StringIO()
    for (name, what), times in sorted(found.items()):
        print(f"{name:16} {what:50} {times:>8,}", file=out)
    bad = {
        sign: sum(times for (_, what), times in found.items() if what.startswith(sign))
        for sign in ("TRACEBACK", "ECHO")
    }
    print(f"{sum(found.values()):,} inputs, {bad['TRACEBACK']} tracebacks, {bad['ECHO']} echoed values", file=out)
    return out.getvalue()


if __name__ == "__main__":
    begun = time.monotonic()
    counted = run(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    print(summary(counted), f"{time.monotonic() - begun:.0f} s", sep="")  # noqa: T201 - the summary is what it is for
