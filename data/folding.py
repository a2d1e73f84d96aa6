"""How headers, labels and words are compared: what a typist or a spreadsheet changes makes no difference."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BETWEEN: Final = re.compile(r"[\s_\-\u2010-\u2015]+")
_INVISIBLE: Final = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")


def fold_header(header: str) -> str:
    r"""Return a header in the form in which headers are compared.

    Examples
    --------
    >>> [fold_header(header) for header in (" Person-Group ", "person group", "\uff2c\uff21\uff34", "#geo +lat")]
    ['person_group', 'person_group', 'lat', '#geo_+lat']
    """
    return _BETWEEN.sub("_", _plain(header)).strip("_") if not header.startswith("_") else _under(header)


def _under(header: str) -> str:
    # A leading underscore tells columns of the form from columns of the server in KoboToolbox.
    return "_" + _BETWEEN.sub("_", _plain(header)).strip("_")


def fold_label(label: str) -> str:
    r"""Return a label in the form in which labels are compared.

    Examples
    --------
    >>> [fold_label(label) for label in ("Forced  Marriage", "forced-marriage", "강제결혼\uff08성인\uff09")]
    ['forced marriage', 'forced marriage', '강제결혼(성인)']
    """
    return _BETWEEN.sub(" ", _plain(label)).strip()


def _plain(text: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold().strip()
