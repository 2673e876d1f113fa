"""Fields to interviews or problems: pure, and the only place that knows what a note may say."""
