"""Our own Streamlit components: the live map around Leaflet, the presenter, and the small one that dresses the page."""

from views.livemap.component import dress_page, live_map, paired_map, presenter
from views.livemap.payload import Extra, figure_data

__all__ = ["Extra", "dress_page", "figure_data", "live_map", "paired_map", "presenter"]
