"""From finer cells to coarser ones, by parent only: 7 points in 100 change parent if they are indexed again."""

from geo.cells import parents as climb

__all__ = ["climb"]
