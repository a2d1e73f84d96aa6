"""Disclosure control: incidents go in, a release or an error comes out."""

from protect.entry import Month
from protect.loss import summarise
from protect.pipeline import Protected, Request, protect
from protect.plain_table import Interval, PlainTable, derive, read_plain_table
from protect.policy import WARN_BELOW_K, Embargo, Policy, read_policy
from protect.secret import SHORTEST_BYTES, Secret

__all__ = [
    "SHORTEST_BYTES",
    "WARN_BELOW_K",
    "Embargo",
    "Interval",
    "Month",
    "PlainTable",
    "Policy",
    "Protected",
    "Request",
    "Secret",
    "derive",
    "protect",
    "read_plain_table",
    "read_policy",
    "summarise",
]
