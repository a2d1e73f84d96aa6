"""Tests of the pages: state, controls, component, server."""
