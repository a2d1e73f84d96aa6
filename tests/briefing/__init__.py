"""What leaves the building, held to what it promises."""
