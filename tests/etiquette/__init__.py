"""Tests of the etiquette."""
