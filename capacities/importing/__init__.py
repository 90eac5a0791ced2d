"""Tables of capacities and partners, out and in: read a sheet, plan what it would change, and only then write.

``sheet`` is from bytes to rows of text and back, ``plan`` what a table would do, the other modules the tables themselves.
Writing is ``services.import_table``.
"""
