"""What Django's French formats are changed in.

Numbers stand in drawings as well (``x="12.5%"``), where a comma would break them: they keep the point. Days in forms are those of
``<input type="date">``.
"""

DECIMAL_SEPARATOR = "."
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%d/%m/%Y"]
