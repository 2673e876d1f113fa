"""Plans as pages for people and programs: pure."""
