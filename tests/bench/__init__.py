"""Tests of the measurements whose results documents state."""
