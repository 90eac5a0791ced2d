"""Adopted texts and the facts of their adoption, from the files that others hand out.

folder    a folder or file  → Text by symbol    which resolutions it holds, and from which file each is taken
cr_unsc   the data set's CSV → Text, Facts      one row for each resolution
votes     a table of votes  → Facts by symbol   date and vote
run       all of these      → Report            text by text, in the order of adoption, through the services
"""
