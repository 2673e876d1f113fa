"""A note's bytes to edits and problems: pure; where document, interview and etiquette meet."""
