"""A small sealed file of every container that a receipt stands in."""

from __future__ import annotations

import io
import zipfile

import pyarrow as pa
import pyarrow.parquet as pq
from PIL import Image

from briefing import Receipt, seal
from briefing.embedding import MEMBER, in_csv, in_geojson, in_html, in_png, in_svg, in_zip
from terms import Language

RELEASE_ID = "5e" * 32
VIEW = "plate=where_what&act=B"

HTML = (
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n</head>\n<body>\n<p>25</p>\n</body>\n</html>\n'
)
SVG = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" aria-label="a > b"><path d="M0 0"/></svg>\n'
GEOJSON = '{"type":"FeatureCollection","title":"T","features":[]}\n'
CSV = 'cell,near,reports_at_least\r\n8a,"a, ""b""",25\r\nregion,,30\r\n'


def receipt_of(kind, view=VIEW):
    return Receipt(RELEASE_ID, view, Language.KO, kind)


def picture():
    buffer = io.BytesIO()
    Image.new("RGB", (3, 2), (10, 20, 30)).save(buffer, "PNG", dpi=(72, 72))
    return buffer.getvalue()


def document(token):
    """Return what is like a PDF where it matters: the token stands in it twice, and other bytes around."""
    return (
        f"%PDF-1.7\n1 0 obj\n<< /Keywords ({token}) >>\nendobj\n".encode()
        + f"2 0 obj\n<< /Type /Metadata >>\nstream\n<pdf:Keywords>{token}</pdf:Keywords>\nendstream\nendobj\n".encode()
        + b"\xe2\xe3\xcf\xd3\n%%EOF\n"
    )


class Stream(io.BytesIO):
    """What can only be written onwards: a zip then puts its checksums behind its members."""

    def seekable(self):
        """Say that it cannot go back."""
        return False

    def seek(self, *_place):
        """Refuse to go back."""
        raise io.UnsupportedOperation


def slides(token, target):
    """Return what is like a PPTX where it matters: members that are packed, and the token in one that is not."""
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>" * 9, zipfile.ZIP_DEFLATED)
        archive.writestr(f"docProps/{MEMBER}", token, zipfile.ZIP_STORED)
        archive.writestr("ppt/presentation.xml", "<p/>" * 9, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def parquet(token):
    """Return columns with the token in their metadata, and without Arrow's own copy of that."""
    table = pa.table({"reports": [25, 30]})
    buffer = io.BytesIO()
    with pq.ParquetWriter(buffer, table.schema, store_schema=False) as writer:
        writer.add_key_value_metadata({"atlas-receipt": token})
        writer.write_table(table)
    return buffer.getvalue()


def _token(kind):
    return receipt_of(kind).token


UNSEALED = {
    "html": in_html(HTML, _token("html")).encode(),
    "svg": in_svg(SVG, _token("svg")).encode(),
    "geojson": in_geojson(GEOJSON, _token("geojson")).encode(),
    "csv": in_csv(CSV, _token("csv")).encode(),
    "png": in_png(picture(), _token("png"), 200),
    "pdf": document(_token("pdf")),
    "pptx": slides(_token("pptx"), io.BytesIO()),
    "streamed": slides(_token("pptx"), Stream()),
    "geoparquet": parquet(_token("geoparquet")),
    "package": in_zip({"figure.csv": CSV.encode(), "README.txt": b"T\n"}, _token("package")),
}
SEALED = {kind: seal(content) for kind, content in UNSEALED.items()}
