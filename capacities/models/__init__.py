"""Who can do what: expertise and capacities, partners, sanctions regimes. A file for each; names are imported from here."""
