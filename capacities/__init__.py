"""Police and specialized capacities, expertise and partners: the floor between missions and mandates."""
