"""Public words: acts, eras, arrivals and sourced facts. No incident is ever here."""

from terms.facts import Fact, facts
from terms.markdown import plain
from terms.periods import ALL_TIME, UNDATED, Arrivals, Era, Marker, arrivals, era_of, eras, markers
from terms.taxonomy import VERSION, Act, LocationClass, Sensitivity, Taxonomy, taxonomy
from terms.words import OWN_NAMES, Language, keys, say

__all__ = [
    "ALL_TIME",
    "OWN_NAMES",
    "UNDATED",
    "VERSION",
    "Act",
    "Arrivals",
    "Era",
    "Fact",
    "Language",
    "LocationClass",
    "Marker",
    "Sensitivity",
    "Taxonomy",
    "arrivals",
    "era_of",
    "eras",
    "facts",
    "keys",
    "markers",
    "plain",
    "say",
    "taxonomy",
]
