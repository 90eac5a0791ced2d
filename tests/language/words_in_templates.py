"""Which words of a template are not said through the catalogue: text, attributes that people hear or see, words in tags."""

import re
from html.parser import HTMLParser

from django.template.base import Lexer, TokenType

SAID = {
    "title",
    "alt",
    "placeholder",
    "aria-label",
    "aria-description",
    "aria-valuetext",
    "data-label",
    "summary",
    "content",
}
AS_IT_IS = {"script", "style", "code", "kbd", "samp"}
EMPTY = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}  # elements that never end
WORD = re.compile(r"[^\W\d_]{2,}")
# What is the same in every language: names, formats of files, codes.
NAMES = {
    "Forefront",
    "UNPOL",
    "UNU",
    "CPR",
    "API",
    "SVG",
    "CSV",
    "PDF",
    "DOCX",
    "XLSX",
    "JSON",
    "TOML",
    "OpenAPI",
    "ISO",
    "OCHA",
    "px",
    "PP",
    "OC",
}
IN_A_TAG = {"block begins", "block open"}  # what a template puts into a tag of components/figure.html: no words
STRING = re.compile(r"""(?<![\w(])(?P<open>_\()?(?P<said>"[^"]*"|'[^']*')""")
PAIR = re.compile(
    r"^[a-z0-9_./#:?=&,\-\s]*$"
)  # a name, an address, a CSS class; words have a capital or end a sentence
NOT_WORDS = re.compile(
    r"^(url|static|load|extends|include \"[^\"]*\"$|comment|csrf_token|querystring|help|if|elif|ifchanged)\b"
)
FILTERS = re.compile(
    r"""\|(?:date|time|floatformat|slice|at|cut|stringformat|dictsort|get|pairs|told):(?:"[^"]*"|'[^']*')"""
)


def unsaid(source: str) -> list[str]:
    """The pieces of a template that have words and are in no ``translate`` or ``blocktranslate``, in order."""
    found: list[str] = []
    html, said, before = [], "", ""
    for token in Lexer(source).tokenize():
        first = token.contents.split(" ", 1)[0]
        if said:
            if token.token_type == TokenType.BLOCK and first == said:
                said = ""
            html.append("")
        elif token.token_type == TokenType.BLOCK and token.contents in IN_A_TAG:
            said = "endblock"
        elif token.token_type == TokenType.BLOCK and first in ("blocktranslate", "comment", "verbatim"):
            said = f"end{first}"
            found += _strings(token.contents)
        elif token.token_type == TokenType.TEXT:
            # A block of attributes stands inside a tag of the template that is extended.
            html.append(f"<i {token.contents}>" if before == "block attributes" else token.contents)
        elif token.token_type in (TokenType.BLOCK, TokenType.VAR):
            html.append("\N{OBJECT REPLACEMENT CHARACTER}" if token.token_type == TokenType.VAR else "")
            if first not in ("translate", "trans"):
                found += _strings(token.contents)
        before = token.contents
    reader = _Reader()
    reader.feed("".join(html))
    reader.close()
    return found + reader.found


def _strings(tag: str) -> list[str]:
    """Words in a tag: ``{% include … with title="Some words" %}``, ``{{ x|default:"not known" }}``."""
    if NOT_WORDS.match(tag):
        return []
    tag = FILTERS.sub("", tag)
    literals = [m for m in STRING.finditer(tag) if not m["open"]]
    return [m["said"][1:-1] for m in literals if _literal(tag, m)]


def _literal(tag: str, found: re.Match) -> bool:
    words, before = found["said"][1:-1], tag[: found.start()]
    if not wordy(words):
        return False
    if re.search(r"(==|!=|\bin)\s*$", before) or re.search(r"^\s*(==|!=)", tag[found.end() :]):
        return False
    shown = re.search(r"\|(default|default_if_none|yesno|pluralize|add):$", before)
    return bool(shown) or not PAIR.match(words) or (" " in words and not words.endswith((".html", ".svg")))


def wordy(text: str) -> bool:
    """Whether a piece of text has words that a reader of another language would not understand."""
    return any(word not in NAMES for word in WORD.findall(re.sub(r"&\w+;", "", text)))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag, attrs):
        as_it_is = any(name == "translate" and value == "no" for name, value in attrs)
        if (tag in AS_IT_IS or as_it_is) and tag not in EMPTY:
            self.inside.append(tag)
        for name, value in attrs if not as_it_is else ():
            if name == "content" and tag == "meta":
                continue
            if (name in SAID or name.startswith("data-say")) and value and wordy(value):
                self.found.append(value)

    def handle_endtag(self, tag):
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data):
        if not self.inside and wordy(data):
            self.found.append(" ".join(data.split()))
