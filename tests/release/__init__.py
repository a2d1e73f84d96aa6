"""The public type."""
