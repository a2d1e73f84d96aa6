"""Mirror of geo/."""
