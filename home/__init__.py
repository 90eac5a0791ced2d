"""What a person sees first: what needs them, which mandates end, and the portfolio. It knows all floors, and none knows it."""
