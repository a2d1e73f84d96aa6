"""Intake: from a file to incidents, one row per act. Private: rows of people exist here and in `protect` only."""

from data.decisions import Decisions, read_decisions
from data.faults import Fault, Faults
from data.incidents import Incidents, check_file, check_mapped, read_incidents, read_mapped
from data.layouts import Layout, layouts, read_layout
from data.pseudonyms import as_keys, read_keys
from data.report import IntakeReport, Outside
from data.sample import sample, sample_people, write_sample
from data.schema import Actor, Area, Country, PersonGroup, Setting
from data.steps import (
    Mapped,
    MappedReport,
    Recognised,
    RecognisedReport,
    Screened,
    ScreenedReport,
    map_columns,
    recognise,
    screen_columns,
)

__all__ = [
    "Actor",
    "Area",
    "Country",
    "Decisions",
    "Fault",
    "Faults",
    "Incidents",
    "IntakeReport",
    "Layout",
    "Mapped",
    "MappedReport",
    "Outside",
    "PersonGroup",
    "Recognised",
    "RecognisedReport",
    "Screened",
    "ScreenedReport",
    "Setting",
    "as_keys",
    "check_file",
    "check_mapped",
    "layouts",
    "map_columns",
    "read_decisions",
    "read_incidents",
    "read_keys",
    "read_layout",
    "read_mapped",
    "recognise",
    "sample",
    "sample_people",
    "screen_columns",
    "write_sample",
]
