"""What the gate knows of each language."""
