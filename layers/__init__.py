"""Map layers and charts: each turns a release into something drawn and something said."""

from layers.figure import Break, Figure, Mark

__all__ = ["Break", "Figure", "Mark"]
