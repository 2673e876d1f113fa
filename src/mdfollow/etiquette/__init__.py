"""Interviews to plans, and plans to words: pure."""
