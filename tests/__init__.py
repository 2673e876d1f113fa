"""Tests; a package so that areas can share their builders."""
