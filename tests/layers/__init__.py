"""Figures, colours, pages and files: what is drawn is also said, and nothing else is."""
