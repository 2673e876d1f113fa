"""What she does to her notes, and what must happen: the rows of the merge cases."""
