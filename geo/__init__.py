"""H3 cells and boundaries: geometry only, it knows nothing of incidents."""

from geo.cells import FINEST, children, from_text, index_points, resolution_of, ring_lng_lat, to_text
from geo.climb import climb

__all__ = ["FINEST", "children", "climb", "from_text", "index_points", "resolution_of", "ring_lng_lat", "to_text"]
