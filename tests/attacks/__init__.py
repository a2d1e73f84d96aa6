"""Attacks on releases: each is shown to win against a naive release, and then to lose against ours.

An attacker has what an attacker has: public files, rows of their own, public facts. The truth is used to score them.
"""
