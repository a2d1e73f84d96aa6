"""H3 cells and boundaries: geometry only, it knows nothing of incidents."""

from geo.belt import belt_cells, in_belt
from geo.boundaries import ATTRIBUTION, MAX_ZOOM, MIN_ZOOM, WINDOW, Basemap, Country, Line, LineKind, River, basemap
from geo.cells import (
    FINEST,
    Cells,
    area_km2,
    centre_lat_lng,
    children,
    count_points,
    from_text,
    index_points,
    is_cell,
    neighbours,
    resolution_of,
    ring_lng_lat,
    to_text,
)
from geo.climb import climb
from geo.country import country_of
from geo.gazetteer import Candidate, look_up
from geo.outlines import hexagons, outline, region_outline
from geo.places import ZOOM_OF_RANK, Label, LabelKind, labels, near
from geo.region import (
    Province,
    in_study_area,
    land_cells,
    land_children,
    land_count,
    province_cells,
    provinces,
    study_cells,
)
from geo.spellings import is_outside, is_province

__all__ = [
    "ATTRIBUTION",
    "FINEST",
    "MAX_ZOOM",
    "MIN_ZOOM",
    "WINDOW",
    "ZOOM_OF_RANK",
    "Basemap",
    "Candidate",
    "Cells",
    "Country",
    "Label",
    "LabelKind",
    "Line",
    "LineKind",
    "Province",
    "River",
    "area_km2",
    "basemap",
    "belt_cells",
    "centre_lat_lng",
    "children",
    "climb",
    "count_points",
    "country_of",
    "from_text",
    "hexagons",
    "in_belt",
    "in_study_area",
    "index_points",
    "is_cell",
    "is_outside",
    "is_province",
    "labels",
    "land_cells",
    "land_children",
    "land_count",
    "look_up",
    "near",
    "neighbours",
    "outline",
    "province_cells",
    "provinces",
    "region_outline",
    "resolution_of",
    "ring_lng_lat",
    "study_cells",
    "to_text",
]
