"""Streamlit pages: read widgets, call the core, show the answer."""
