"""Rows as plain values: for their history, for laying two states side by side, and for what must go together in one."""
