"""Bytes and spans: pure, knows no task."""
