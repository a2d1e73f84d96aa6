"""The parts of a slide: text, title, picture, legend, table, bars and notes, placed in inches."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any, Final

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Inches, Pt

from briefing.naming import text_width
from layers import LIGHT
from terms import Language

if TYPE_CHECKING:
    from collections.abc import Sequence

LOCALES: Final = {Language.EN: "en-GB", Language.KO: "ko-KR", Language.ZH: "zh-CN"}

_ROW: Final = 0.27
_MANY: Final = 8
_SMALL: Final = 9
"""Points of the letters of a table of many columns; its first column and its whole breadth in inches follow."""
_FIRST: Final = 1.9
_WHOLE: Final = 12.4

Box = tuple[float, float, float, float]


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))


class Sheet:
    """One slide in one language: what is written on it is told the language, so that the right letters are drawn."""

    def __init__(self, slide: Any, language: Language) -> None:  # noqa: ANN401 - python-pptx has no types
        self.slide = slide
        self.language = language

    def run(self, paragraph: Any, text: str, size: float, colour: str) -> None:  # noqa: ANN401 - see above
        """Write a text into a paragraph."""
        own = paragraph.add_run()
        own.text = text
        own.font.size = Pt(size)
        own.font.color.rgb = _rgb(colour)
        own._r.get_or_add_rPr().set("lang", LOCALES[self.language])  # noqa: SLF001 - python-pptx knows other names

    def write(self, frame: Any, lines: Sequence[str], size: float, colour: str, apart: float) -> None:  # noqa: ANN401
        """Write lines into a frame of text, a paragraph each."""
        frame.word_wrap = True
        for place, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            paragraph.space_after = Pt(apart)
            self.run(paragraph, line, size, colour)

    def text(  # noqa: PLR0913 - each is a matter of look
        self,
        text: str | Sequence[str],
        box: Box,
        *,
        size: float,
        colour: str = LIGHT.text,
        fill: str | None = None,
        apart: float = 3,
    ) -> None:
        """Write one or several paragraphs into a box of left, top, breadth and height, in inches."""
        shape = self.slide.shapes.add_textbox(*(Inches(own) for own in box))
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = Inches(0.08 if fill else 0)
        frame.margin_top = frame.margin_bottom = Inches(0.03 if fill else 0)
        if fill:
            shape.fill.solid()
            shape.fill.fore_color.rgb = _rgb(fill)
        self.write(frame, [text] if isinstance(text, str) else text, size, colour, apart)

    def title(self, text: str, box: Box, size: float = 26) -> None:
        """Write the title of the slide, where outlines and screen readers look for it."""
        shape = self.slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = (Inches(own) for own in box)
        frame = shape.text_frame
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        frame.vertical_anchor = MSO_ANCHOR.TOP
        frame.paragraphs[0].alignment = PP_ALIGN.LEFT
        self.write(frame, [text], size, LIGHT.text, 0)


def _describe(shape: Any, words: str) -> None:  # noqa: ANN401 - see above
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)  # noqa: SLF001 - python-pptx has no other way


def picture(sheet: Sheet, png: bytes, alt: str, box: Box) -> float:
    """Place a picture with its words at left and top, as large as a box allows; return its height in inches."""
    left, top, breadth, high = box
    shape = sheet.slide.shapes.add_picture(io.BytesIO(png), Inches(left), Inches(top), width=Inches(breadth))
    if shape.height > Inches(high):
        shape.width, shape.height = round(shape.width * Inches(high) / shape.height), Inches(high)
    _describe(shape, alt)
    return float(shape.height.inches)


def _dots(sheet: Sheet, left: float, top: float) -> None:
    """Draw the dots of the map: a pattern of PowerPoint would be another one in every program."""
    for place in range(3):
        box = (left + 0.05 + 0.08 * place, top + 0.075, 0.02, 0.02)
        dot = sheet.slide.shapes.add_shape(MSO_SHAPE.OVAL, *(Inches(own) for own in box))
        _describe(dot, "")
        dot.shadow.inherit = False
        dot.line.fill.background()
        dot.fill.solid()
        dot.fill.fore_color.rgb = _rgb(LIGHT.dots)


def _swatch(sheet: Sheet, sign: str, colour: str | None, left: float, top: float) -> None:
    shape = sheet.slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(0.28), Inches(0.17))
    _describe(shape, "")
    shape.shadow.inherit = False
    shape.line.fill.background()
    if sign == "unasked":
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN_TYPE.WIDE_DOWNWARD_DIAGONAL
        shape.fill.fore_color.rgb, shape.fill.back_color.rgb = _rgb(LIGHT.dots), _rgb(LIGHT.land)
        return
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(colour or (LIGHT.ramp[0] if sign == "wide" else LIGHT.land))
    if sign == "none":
        _dots(sheet, left, top)
    if sign in {"wide", "bare"}:
        shape.line.color.rgb = _rgb(LIGHT.wide_edge)
        shape.line.width = Pt(0.75)
        if sign == "wide":
            shape.line.dash_style = MSO_LINE_DASH_STYLE.DASH


def legend(sheet: Sheet, page: dict[str, Any], at: tuple[float, float]) -> float:
    """Draw the legend of a figure at left, top; return how far down it reaches, in inches."""
    left, down = at
    if page["legend_title"]:
        sheet.text(page["legend_title"], (left, down, 6.2, _ROW), size=12, colour=LIGHT.text_quiet)
        down += _ROW
    for sign, colour, words in page["keys"]:
        if sign == "sign":
            sheet.text(f"\u00b7\u00b7\u00b7 {words}", (left, down, 6.2, _ROW), size=11)
        else:
            _swatch(sheet, sign, colour, left, down + 0.04)
            sheet.text(words, (left + 0.4, down, 5.8, _ROW), size=12)
        down += _ROW
    return down


def _heights(held: dict[str, Any]) -> tuple[float, float]:
    """Return the heights of the row of headers and of every other, in inches."""
    if len(held["columns"]) <= _MANY:
        return 0.34, 0.34
    room = (_WHOLE - _FIRST) / (len(held["columns"]) - 1) * 72 - 8
    # Words break where they end, so that a line is never full.
    lines = max(math.ceil(text_width(name, _SMALL) / (0.8 * room)) for name in held["columns"][1:])
    return 0.1 + lines * 0.14, 0.26


def table_height(held: dict[str, Any]) -> float:
    """Return how high a table becomes at most, in inches: programs give a row more where its text needs it."""
    head, high = _heights(held)
    return head + high * len(held["rows"]) * 1.25


def table(sheet: Sheet, held: dict[str, Any], at: tuple[float, float, float]) -> float:
    """Draw a table that can be edited at left, top, in a breadth; return how far down it reaches, in inches."""
    left, top, breadth = at
    columns, rows = held["columns"], held["rows"]
    size = _SMALL if len(columns) > _MANY else 13
    first = _FIRST if len(columns) > _MANY else breadth * 0.4
    head, high = _heights(held)
    shape = sheet.slide.shapes.add_table(
        len(rows) + 1, len(columns), Inches(left), Inches(top), Inches(breadth), Inches(high * (len(rows) + 1))
    )
    _describe(shape, held["title"])
    drawn = shape.table
    drawn.horz_banding = False
    for place, own in enumerate(drawn.columns):
        own.width = Inches(first if place == 0 else (breadth - first) / (len(columns) - 1))
    for row, texts in enumerate([columns, *rows]):
        drawn.rows[row].height = Inches(head if row == 0 else high)
        for column, text in enumerate(texts):
            cell = drawn.cell(row, column)
            cell.margin_left = cell.margin_right = Inches(0.05)
            cell.margin_top = cell.margin_bottom = Inches(0.02)
            cell.fill.solid()
            cell.fill.fore_color.rgb = _rgb(LIGHT.land if row == 0 else LIGHT.page)
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.RIGHT if held["numbers"][column] else PP_ALIGN.LEFT
            sheet.run(paragraph, text, size, LIGHT.text)
    return top + table_height(held)


def bars(sheet: Sheet, page: dict[str, Any], box: Box) -> None:
    """Draw the years of a figure as bars that can be edited; a year without a figure has no bar and no label."""
    held = page["bars"]
    data = CategoryChartData(number_format="#,##0")
    data.categories = [str(year) for year in held["years"]]
    data.add_series(page["title"], held["figures"])
    left, top, breadth, high = box
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED
    shape = sheet.slide.shapes.add_chart(kind, *(Inches(own) for own in (left, top, breadth, high - 0.45)), data)
    _describe(shape, page["alt"])
    chart = shape.chart
    chart.has_legend = chart.has_title = False
    chart.font.size = Pt(9)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0
    plot = chart.plots[0]
    plot.gap_width = 40
    plot.has_data_labels = True
    plot.data_labels.number_format, plot.data_labels.number_format_is_linked = "#,##0", False
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = _rgb(LIGHT.ramp[2])
    if held["band"]:
        first, last = held["band"]
        for place in range(first, last + 1):
            point = plot.series[0].points[place].format.fill
            point.solid()
            point.fore_color.rgb = _rgb(LIGHT.text_quiet)
    sheet.text(held["says"], (left, top + high - 0.42, breadth, 0.4), size=10)


def notes(sheet: Sheet, lines: Sequence[str]) -> None:
    """Write the speaker's notes."""
    frame = sheet.slide.notes_slide.notes_text_frame
    sheet.write(frame, lines, 12, "#000000", 4)
