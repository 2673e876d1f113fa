"""The commands, driven as she drives them."""
