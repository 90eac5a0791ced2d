"""The engine: from the bytes of a text to a Review. Pure: no Django, no clock, no network. Start at pipeline.py."""
