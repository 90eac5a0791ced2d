"""Search over everything that a person may see; docs/search.md says what can be typed.

words      what is typed   → Query       words, "phrases" and -not, for every search here (PURE)
grammar    what is typed   → Asked       the same with operators: in:, mission:, year:, crime:, is: (PURE)
index      rows, Query     → rows        alike on both databases
rows       rows of a text  → columns     what is searched of it
passages   Asked, a person → Group       found in texts: whole texts, tasks, paragraphs, findings
registers  Asked, a person → Group       found among missions, partners and capacities
excerpts   text, Query     → Excerpt     the words around a hit (PURE)
lookup     what is typed   → Found       all of it together
"""
