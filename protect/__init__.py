"""Disclosure control: incidents go in, a release or an error comes out."""

from protect.against import Total, read_totals
from protect.coverage import Coverage, ProtectedCoverage, protect_coverage, read_coverage
from protect.editions import UnaccountedError
from protect.entry import Month
from protect.known import Known, known_of_ledger
from protect.ledger import Ledger, is_made_with, log_line, read_ledger
from protect.lines import Source
from protect.loss import LossReport
from protect.loss_words import loss_of, summarise, tell_loss
from protect.marks import mark_cases
from protect.outsider import Finding, Kind, Outcome, attack
from protect.pipeline import Protected, Request, protect
from protect.placing import Placed, placing_of
from protect.plain_table import Interval, PlainTable, derive, read_plain_table
from protect.policy import WARN_BELOW_K, Embargo, Policy, read_policy
from protect.secret import SHORTEST_BYTES, Secret
from protect.universe import known_universes, read_universes
from protect.withdrawal import Withdrawn, check_known, read_cases, withdraw, withdrawal_notes

__all__ = [
    "SHORTEST_BYTES",
    "WARN_BELOW_K",
    "Coverage",
    "Embargo",
    "Finding",
    "Interval",
    "Kind",
    "Known",
    "Ledger",
    "LossReport",
    "Month",
    "Outcome",
    "Placed",
    "PlainTable",
    "Policy",
    "Protected",
    "ProtectedCoverage",
    "Request",
    "Secret",
    "Source",
    "Total",
    "UnaccountedError",
    "Withdrawn",
    "attack",
    "check_known",
    "derive",
    "is_made_with",
    "known_of_ledger",
    "known_universes",
    "log_line",
    "loss_of",
    "mark_cases",
    "placing_of",
    "protect",
    "protect_coverage",
    "read_cases",
    "read_coverage",
    "read_ledger",
    "read_plain_table",
    "read_policy",
    "read_totals",
    "read_universes",
    "summarise",
    "tell_loss",
    "withdraw",
    "withdrawal_notes",
]
