"""Tasks to lines and lines to tasks: pure, one row or file a spelling."""
