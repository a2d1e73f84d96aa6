"""The private side: what may be shown, and what of it."""
