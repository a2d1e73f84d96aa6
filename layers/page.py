"""A figure as one HTML file: it opens from a disk or a mail, asks no server for anything, and runs nothing but itself.

The page holds the map, and everything that the figure says, and the same figures as a table. Its content security
policy allows the scripts and styles in it by their hashes and forbids every request.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

import polars as pl

from layers.figure import NONE_SIGN
from layers.fonts import font_faces
from layers.notebook import build_map, own_file, variables
from layers.palette import LIGHT
from layers.policy import document_policy
from layers.sayings import plate_line
from terms import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layers.figure import Figure
    from terms import Language

_LOCALES: Final = {"en": "en-GB", "ko": "ko-KR", "zh": "zh-Hans"}


def _paragraph(text: str | None, kind: str = "") -> str:
    if not text:
        return ""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def _legend(figure: Figure) -> str:
    """Return the legend, highest class first, as a column of colours is read."""
    rows = [(f"atlas-class-{place}", own.label) for place, own in reversed(list(enumerate(figure.breaks)))]
    if figure.wide_label:
        rows.append(("atlas-wide", figure.wide_label))
    if figure.bare_label:
        rows.append(("atlas-bare", figure.bare_label))
    rows.append(("atlas-none", figure.none_label))
    if figure.unasked_label:
        rows.append(("atlas-unasked", figure.unasked_label))
    lines = "".join(
        f'<div class="atlas-row"><span class="atlas-swatch {kind}"></span><span>{escape(label)}</span></div>'
        for kind, label in rows
    )
    title = f'<div class="atlas-legend-title">{escape(figure.legend_title)}</div>'
    return f'<div class="atlas-legend">{title}{lines}</div>'


def _cells(row: tuple[object, ...], kinds: list[str]) -> Iterable[str]:
    for place, (value, kind) in enumerate(zip(row, kinds, strict=True)):
        text = NONE_SIGN if value is None else f"{value:,}" if isinstance(value, int) else escape(str(value))
        tag = 'th scope="row"' if place == 0 else "td"
        yield f'<{tag} class="{kind}">{text}</{tag[:2]}>' if kind else f"<{tag}>{text}</{tag[:2]}>"


def _row_kinds(figure: Figure) -> list[str]:
    """Tell a period that others are part of from a year; an area is no part of another."""
    if figure.is_map:
        return [""] * figure.table.height
    periods = dict.fromkeys(figure.rows["period"])
    return [' class="part"' if period.isdecimal() else ' class="sum"' for period in periods]


def _table(figure: Figure) -> str:
    language = figure.language
    table = figure.table
    cell = say("column-cell", language)
    kinds = ["number" if kind == pl.Int64 else "cell" if name == cell else "" for name, kind in table.schema.items()]
    head = "".join(
        f'<th scope="col" class="{kind}">{escape(name)}</th>' if kind else f'<th scope="col">{escape(name)}</th>'
        for name, kind in zip(table.columns, kinds, strict=True)
    )
    rows = zip(_row_kinds(figure), table.iter_rows(), strict=True)
    body = "\n".join(f"<tr{kind}>{''.join(_cells(row, kinds))}</tr>" for kind, row in rows)
    title = say("figure-table" if figure.is_map else "figure-table-only", language)
    note = say("figure-not-listed" if figure.is_map else "figure-not-listed-acts", language)
    return (
        f'<section class="table" aria-labelledby="table"><h2 id="table">{escape(title)}</h2>'
        '<div class="scroll" tabindex="0" role="region" aria-labelledby="table">'
        f"<table><caption>{escape(note)}</caption>"
        f"<thead><tr>{head}</tr></thead>\n<tbody>{body}</tbody></table></div></section>"
    )


def _aside(figure: Figure) -> str:
    language = figure.language
    left_out = say("figure-left-out" if figure.is_map else "figure-left-out-table", language)
    first, *others = figure.caveats
    told = [first, *([figure.not_audited] if figure.not_audited else []), *others]
    caveats = "".join(f"<li>{escape(caveat)}</li>" for caveat in told)
    return (
        f"<aside>{_legend(figure) if figure.is_map else _paragraph(f'{NONE_SIGN} {figure.none_label}')}"
        f"<h2>{escape(left_out)}</h2>{_paragraph(figure.not_shown)}"
        f"<h2>{escape(say('figure-to-know', language))}</h2><ul>{caveats}</ul></aside>"
    )


def _footer(figure: Figure, language: Language) -> str:
    lines = [figure.source, say("figure-cite", language, cite=figure.cite_as)]
    return "<footer>" + "".join(_paragraph(line) for line in lines) + f"<p>{figure.release_id}</p></footer>"


def _body(figure: Figure, drawing: str) -> str:
    period = f"{figure.period} \u2013 {plate_line(figure.selection.plate, figure.language)}"
    shape = "drawing" if figure.is_map else "drawing by-time"
    banner = f'<div class="banner" role="note">{escape(figure.synthetic)}</div>' if figure.synthetic else ""
    return (
        f"{banner}<main><h1>{escape(figure.title)}</h1>{_paragraph(figure.answer, 'answer')}"
        f'{_paragraph(period, "period")}<div class="{shape}">{drawing}{_aside(figure)}</div>'
        f"{_table(figure) if figure.is_map else ''}</main>{_footer(figure, figure.language)}"
    )


def one_file_html(figure: Figure) -> str:
    """Return a figure as one HTML document, the same text for the same figure and packages.

    A figure without places is a page with its table and no map.
    """
    page = own_file("page.css")
    if figure.is_map:
        glyphs = _body(figure, figure.attribution)
        drawn = build_map(figure, alone=False, glyphs=glyphs)
        root = drawn.document
        root.render()
        head = root.header.render()
        body = _body(
            figure,
            f'<div><div class="frame">{root.html.render()}</div>{_paragraph(figure.attribution, "attribution")}</div>',
        )
        script = f"<script>{root.script.render()}</script>"
    else:
        body = _body(figure, _table(figure))
        styles = (own_file("atlas.css"), variables(LIGHT, 0), font_faces(body))
        head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        head += "".join(f"<style>{style}</style>" for style in styles)
        script = ""
    inner = f"{head}\n<style>{page}</style>"
    policy = document_policy(inner + script)
    return (
        f'<!DOCTYPE html>\n<html lang="{_LOCALES[figure.language.value]}">\n<head>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"{inner}\n<title>{escape(figure.title)}</title>\n</head>\n<body>\n{body}\n{script}\n</body>\n</html>\n"
    )
