"""Mirror of terms/."""
