"""The laws of the architecture, each over arbitrary notes."""
