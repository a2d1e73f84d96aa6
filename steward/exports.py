"""The command `export`: the files of a view, made from a release and nothing else, the same that the app offers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path  # noqa: TC003 - typer reads it
from typing import Annotated, TypeVar

import typer

from briefing import DECK_FORMATS, Audience, Format, export_deck, export_view, suggested_deck
from errors import UsageError
from release import read_release
from steward.files import write_whole
from terms import Language

_Word = TypeVar("_Word", bound=StrEnum)


def export(  # noqa: PLR0913 - each is an option of the command
    file: Annotated[Path, typer.Argument(help="A release.")],
    *,
    to: Annotated[
        str,
        typer.Option(
            help="What to write, separated by commas: png, svg, pdf, pptx, html, csv, geojson, geoparquet, package."
        ),
    ],
    out: Annotated[Path, typer.Option(help="The folder to write to.")],
    view: Annotated[
        str, typer.Option(help="The part of a link behind the question mark; default: the first view.")
    ] = "",
    lang: Annotated[str, typer.Option(help="Languages, separated by commas: en, ko, zh.")] = "en",
    deck: Annotated[
        str | None,
        typer.Option(help="In the place of a view the deck for un, parliament, press or donors: pptx, pdf, html."),
    ] = None,
) -> None:
    """Write the files that the app offers, from a release and nothing else."""
    forms = [_one_of(Format, word, "--to") for word in to.split(",")]
    languages = [_one_of(Language, word, "--lang") for word in lang.split(",")]
    audience = None if deck is None else _one_of(Audience, deck, "--deck")
    if audience is not None and not set(forms) <= set(DECK_FORMATS):
        raise UsageError("--to takes pptx, pdf and html of a deck.")
    if not out.is_dir():
        raise UsageError(f"The folder {out.name} does not exist: make it first.")
    shown = read_release(file)
    for language in languages:
        for form in forms:
            made = (
                export_view(shown, view, form, language)
                if audience is None
                else [export_deck(shown, suggested_deck(audience, language), form)]
            )
            for own in made:
                write_whole(out / own.name, own.content)
                typer.echo(own.name)


def _one_of(words: type[_Word], given: str, option: str) -> _Word:
    try:
        return words(given.strip())
    except ValueError:
        known = ", ".join(word.value for word in words)
        raise UsageError(f"{option} takes {known}, separated by commas.") from None
