"""Tests mirror the tree; each is named as the sentence that it holds to be true."""
