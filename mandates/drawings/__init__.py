"""How pages and documents lay out what is known: places on a scale, pieces of a text, the order of findings. Nothing is read here."""
