"""Rules that the whole tree keeps: the import wall, its shape, its documents, and that nothing private leaks."""
