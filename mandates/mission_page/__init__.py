"""What the page of a mission shows: facts.py loads it, timeline.py, deadlines.py and partner_map.py lay it out."""
