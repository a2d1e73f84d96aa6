"""Mirror of geo/rebuild/."""
