"""Intake: from a file to incidents, one row per act. Private: rows of people exist here and in `protect` only."""

from data.faults import Fault, Faults
from data.incidents import Incidents, check_file, read_incidents
from data.pseudonyms import as_keys, read_keys
from data.report import IntakeReport, Outside
from data.sample import sample, sample_people, write_sample
from data.schema import Actor, Area, Country, PersonGroup, Setting

__all__ = [
    "Actor",
    "Area",
    "Country",
    "Fault",
    "Faults",
    "Incidents",
    "IntakeReport",
    "Outside",
    "PersonGroup",
    "Setting",
    "as_keys",
    "check_file",
    "read_incidents",
    "read_keys",
    "sample",
    "sample_people",
    "write_sample",
]
