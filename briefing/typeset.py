"""Typesetting by Typst, with our own fonts and nothing of the machine: the same pages give the same bytes everywhere.

Typst (PyPI `typst`) sets text in Korean and Chinese, writes tagged PDF that keeps to PDF/UA-1, SVG in true vectors with
all letters as outlines, and PNG. It is given the template and the values, and can open no other file.
"""

from __future__ import annotations

import json
from enum import StrEnum
from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

from terms import Language

if TYPE_CHECKING:
    from collections.abc import Mapping

_FACES: Final = {
    Language.EN: "Noto Sans CJK KR",
    Language.KO: "Noto Sans CJK KR",
    Language.ZH: "Noto Sans CJK SC",
}
"""The face by language: the Korean and the Chinese one draw the same ideograph differently; Latin letters are the same
in both, but the quotation marks of the Chinese one are as wide as an ideograph."""

_REGION: Final = {Language.EN: "GB", Language.KO: "KR", Language.ZH: "CN"}


class Output(StrEnum):
    """What Typst writes."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"


@cache
def _fonts() -> Any:  # noqa: ANN401 - typst's class has no public module
    import typst  # noqa: PLC0415 - 30 MB that only files need

    with as_file(files("noto_cjk_sans_otc").joinpath("NotoSansCJK-Regular.ttc")) as font:
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(font.parent)])


def typeset(
    template: str, values: Mapping[str, Any], language: Language, output: Output, ppi: int = 300
) -> list[bytes]:
    """Set a template of this folder with some values.

    Parameters
    ----------
    template
        Name of a `.typ` file of this folder.
    values
        JSON values; the template reads them as `values`.
    language
        Of the text: it chooses the font and is written into the PDF.
    output
        What to write: one PDF of all pages, or a PNG or SVG for each.
    ppi
        Dots per inch of a PNG.

    Returns
    -------
    list of bytes
        One for a PDF, else one a page.
    """
    import typst  # noqa: PLC0415 - see above

    held = {**values, "font": _FACES[language], "lang": language.value, "region": _REGION[language]}
    compiler = typst.Compiler(
        files("briefing").joinpath(template).read_bytes(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"values": json.dumps(held, ensure_ascii=False, separators=(",", ":"))},
    )
    done = compiler.compile(
        format=output.value,
        ppi=float(ppi) if output is Output.PNG else None,
        pdf_standards=["ua-1"] if output is Output.PDF else [],
    )
    return [own for own in (done if isinstance(done, list) else [done]) if own is not None]
