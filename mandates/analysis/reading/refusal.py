"""The one error of the ``read`` step."""


class Unreadable(ValueError):
    """Bytes that hold no text that can be reviewed.

    ``code`` is short and stable, for programs; ``str()`` is one sentence for people: what is wrong and what to do.
    It never holds words of the text itself: drafts are confidential.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
