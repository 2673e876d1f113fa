"""Org files and Logseq pages: the same laws and the same merge as for Markdown notes."""
