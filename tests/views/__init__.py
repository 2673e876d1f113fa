"""Plans as pages and lines."""
