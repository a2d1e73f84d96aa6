"""What a reader finds in a saved file: its words, however the format keeps them."""

from __future__ import annotations

import html
import io
import json
import re
import zipfile

import pyarrow.parquet as pq
import pypdf
from PIL import Image
from pptx import Presentation

from briefing import Format


def _png(content):
    with Image.open(io.BytesIO(content)) as image:
        image.load()
        return image.text["Description"]


def _pdf(content):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def _pptx(content):
    slides = Presentation(io.BytesIO(content)).slides
    frames = [shape.text_frame for slide in slides for shape in slide.shapes if shape.has_text_frame]
    frames += [slide.notes_slide.notes_text_frame for slide in slides]
    return "\n".join(frame.text for frame in frames)


def _parquet(content):
    return json.dumps(json.loads(pq.read_metadata(io.BytesIO(content)).metadata[b"red-zone-atlas"]), ensure_ascii=False)


def _zip(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("README.txt").decode()


def _text(content):
    return html.unescape(content.decode())


_READ = {
    Format.PNG: _png,
    Format.SVG: _text,
    Format.PDF: _pdf,
    Format.PPTX: _pptx,
    Format.HTML: _text,
    Format.CSV: _text,
    Format.GEOJSON: _text,
    Format.GEOPARQUET: _parquet,
    Format.PACKAGE: _zip,
}


def words_of(form, content):
    """Return the words of a file, with all white space taken out: a line may break anywhere."""
    return re.sub(r"\s+", "", _READ[form](content))


def squeezed(text):
    """Return a text as `words_of` returns one."""
    return re.sub(r"\s+", "", text)
