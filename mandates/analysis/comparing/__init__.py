"""The parts of the comparison: words, which unit corresponds to which, strength, place, and crime language."""
