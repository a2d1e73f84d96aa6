"""What a browser may do with our pages: load from this server, and nothing else."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final

import streamlit

_INLINE_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_INLINE_STYLES: Final = (
    # emotion, Streamlit's style library, adds an empty element and fills it through the object model.
    "",
    # react-aria, in Streamlit's select boxes and buttons: a press is no scroll, an open list does not scroll the page.
    "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
    "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
)


def hash_source(text: str) -> str:
    """Return the source expression that allows exactly this inline text.

    Examples
    --------
    >>> hash_source("")
    "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    """
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def inline_scripts() -> tuple[str, ...]:
    """Return the inline scripts of the page that the installed Streamlit serves."""
    index = Path(streamlit.__file__).with_name("static") / "index.html"
    return tuple(_INLINE_SCRIPT.findall(index.read_text(encoding="utf-8")))


@cache
def content_security_policy() -> str:
    """Return the content security policy of every response: this server only, no inline script, no eval, no frame."""
    scripts = " ".join(hash_source(text) for text in inline_scripts())
    styles = " ".join(hash_source(text) for text in _INLINE_STYLES)
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {scripts}",
            f"style-src 'self' {styles}",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


@cache
def headers() -> tuple[tuple[str, str], ...]:
    """Return the headers that stand on every response, whatever its status."""
    return (
        ("content-security-policy", content_security_policy()),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("x-frame-options", "DENY"),
        ("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
    )
