"""Agreed language: what adopted texts already say on organized crime, to be found again and laid beside a finding.

rows      Review        → Precedent rows    the paragraphs of an adopted text that name organized crime
ranking   rows, a Wish  → Ranked            how well each would repair a finding, in points that are printed with it
wishes    a code        → Wish              what kind of language repairs the findings of which rule
beside    findings      → Hit               up to three for each finding of a review, in a fixed number of queries
"""
