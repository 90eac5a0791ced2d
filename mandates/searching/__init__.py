"""Search over everything that a person may see.

words      what is typed → Query              words, "phrases" and -not, for every search here (PURE)
index      rows, Query   → rows               alike on both databases
"""
