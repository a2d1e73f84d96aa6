"""Tests in a real browser, and of a real server."""
