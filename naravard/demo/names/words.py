"""Lets long lists of names stand as plain text, several on a line."""


def words(text: str) -> tuple[str, ...]:
    """The words of the text, in order."""
    return tuple(text.split())
