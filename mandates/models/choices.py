"""Choices of a column, from an enumeration of the engine."""


def choices(enum) -> list[tuple[str, str]]:
    return [(member.value, member.value.replace("_", " ")) for member in enum]
