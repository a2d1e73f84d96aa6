"""The thresholds of protection, in one frozen value that checks itself; no file can lower a floor."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from protect.lines import Source

WARN_BELOW_K: Final = 10
NOISE: Final = (
    "noise",
    "epsilon",
    "delta",
    "laplace",
    "gauss",
    "geometric",
    "perturb",
    "sigma",
    "jitter",
    "random",
    "differential",
    "cell_key",
    "ckm",
    "ptable",
)
"""What a setting that asks for noise is called, in whole or in part."""


class Embargo(BaseModel):
    """Months from the end of a report's year until it may be shown, by location class (rule 10).

    The lengths are judgement: no guideline gives a number.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    A: int = Field(default=60, ge=12, le=600)
    B: int = Field(default=24, ge=12, le=600)
    C: int = Field(default=12, ge=12, le=600)


class Policy(BaseModel):
    """All defaults of protection; the lower bound of each field is its floor.

    A figure needs `k` people (k = 11 as in CTDC, CMS and INSEE; 10 in ONS, ACRO and sdcSpatial).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    k: int = Field(default=11, ge=6, le=100, description="distinct people a figure needs (rule 2)")
    sources: int = Field(default=3, ge=3, le=20, description="distinct sources a figure needs (rule 3)")
    left_without_one: int = Field(default=3, ge=3, le=50, description="people left without any one source (rule 3)")
    case_share: float = Field(default=0.3, gt=0.0, le=0.3, description="most of a figure that one case bears (rule 4)")
    source_share: float = Field(default=0.7, gt=0.0, le=0.7, description="most that one source bears (rule 4)")
    one_act: float = Field(default=0.9, gt=0.0, le=0.9, description="most of a place that is one act group (rule 5)")
    hold_back: float = Field(default=0.2, ge=0.0, le=0.9, description="share of small groups sent up (rule 6)")
    children: int = Field(default=3, ge=2, le=50, description="unpublished finest keys inside a group (rule 7)")
    children_in_time: int = Field(default=2, ge=2, le=50, description="the same in the plate when_what (rule 7)")
    embargo: Embargo = Embargo()
    era_years: int = Field(default=3, ge=3, le=10, description="years past the embargo that make an era (rule 10)")
    thin_below: int = Field(default=300, ge=300, le=5000, description="arrivals a year that is not thin has (rule 11)")
    new_cases: int = Field(default=50, ge=50, le=10_000, description="people with new reports that open an edition")
    universe_share: float = Field(
        default=0.2, gt=0.0, le=0.2, description="most of a universe known elsewhere that a group holds (rule 13)"
    )


def read_policy(path: Source) -> Policy:
    """Read a policy from a TOML file; what it does not name keeps its default.

    Raises
    ------
    UsageError
        If the file cannot be read, names an unknown setting, goes below a floor, or asks for noise; the setting is
        named.
    """
    try:
        content = tomllib.loads(path.read_bytes().decode())
    except OSError:
        raise UsageError(f"The policy {path.name} cannot be opened; check its path and your rights to it.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        raise UsageError(f"The policy {path.name} is not valid TOML.") from None
    _refuse_noise(path, content)
    try:
        return Policy.model_validate(content)
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(str(part) for part in fault['loc'])}: {fault['msg'].lower()}" for fault in error.errors()
        )
        raise UsageError(f"The policy {path.name} is refused: {faults}.") from None


def _refuse_noise(path: Source, content: Mapping[str, object]) -> None:
    """Rule 15: what may be published exactly is never also published with noise.

    Notes
    -----
    A noisy table protects by leaving every value in doubt. One value of it that is known exactly takes that doubt from
    others, however harmless it is by itself (*Guidelines for SDC methods for census and demographics data*, STACE
    2024, ch. 3). Figures here are floors, and true; so there is no noise at all.
    """
    for setting, value in content.items():
        word = next((word for word in NOISE if word in setting.lower().replace("-", "_")), None)
        if word is not None:
            raise UsageError(
                f"The policy {path.name} is refused: it asks for noise ({word}), and what may be published exactly is "
                "never also published with noise (rule 15). Leave the setting out: figures are floors, and true."
            )
        if isinstance(value, dict):
            _refuse_noise(path, value)
