"""How a review is told: sentences, a page of plain text, plain values. Called through ``report``."""
