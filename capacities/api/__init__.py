"""The API on capacities, partners and sanctions: a module for each subject."""
