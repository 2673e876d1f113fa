"""Org files: many interviews in one, and what Emacs makes of them."""
