"""What tells a stall from a slow machine."""

A_STALL = 20.0
"""Seconds. What backtracks or opens a pipe takes minutes or for ever, all else far less."""
