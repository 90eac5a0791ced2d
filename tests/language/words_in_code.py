"""Which words of a Python file are not said through the catalogue."""

import ast
import re

SAYING = {
    "_",
    "say",
    "say_many",
    "marked",
    "gettext",
    "gettext_lazy",
    "ngettext",
    "ngettext_lazy",
    "pgettext",
    "pgettext_lazy",
    "npgettext",
}
# Calls whose words nobody reads on a page: logs, errors of programmers, expressions, names of fields.
UNSEEN = {
    *(
        "debug",
        "info",
        "warning",
        "error",
        "exception",
        "getLogger",
        "ImproperlyConfigured",
        "ValueError",
        "KeyError",
        "TypeError",
    ),
    *(
        "AssertionError",
        "RuntimeError",
        "LookupError",
        "NotImplementedError",
        "Invalid",
        "compile",
        "match",
        "search",
        "sub",
        "fullmatch",
    ),
    *(
        "UniqueConstraint",
        "CheckConstraint",
        "Index",
        "strftime",
        "date_format",
        "extend_schema",
        "extend_schema_field",
        "OpenApiParameter",
    ),
    *("inline_serializer", "OpenApiResponse", "execute", "Prefetch", "TypeVar", "NewType", "extend_schema_view"),
}
UNSEEN_VALUES = {"content_type", "headers"}  # the same of values that are passed by name
WORDS = re.compile(
    r"[^\W\d_]{2,}[,;:]? +[^\W\d_{(“]|[{}] +[^\W\d_]{2,}|[^\W\d_]{2,} +[{}]|^[A-Z][a-z]+( [a-z]+)*[.:?!]?$|[a-z]{2,}\.$"
)
# Markup is not read, but for what is said aloud of an element.
TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?>")
HEARD = re.compile(r"""(?:aria-label|title|alt|placeholder)=["']([^"'<>]*)""")
FOR_MACHINES = re.compile(r"(?:SELECT|PRAGMA) |(?:attachment|inline); |text/\w+; |private, ")  # SQL and headers
EXCUSE = re.compile(r"#.*\bin English\b")  # a comment on the line says that these words stay in English, and why


def unsaid(source: str) -> list[tuple[int, str]]:
    """Line and words of each string that people might read and that goes through no function of ``SAYING``."""
    tree = ast.parse(source)
    lines = source.splitlines()
    found: list[tuple[int, str]] = []
    _walk(tree, found)
    excused = {number for number, line in enumerate(lines, 1) if EXCUSE.search(line)}
    return [(line, words) for line, words in found if line not in excused]


def _walk(node: ast.AST, found: list[tuple[int, str]], in_filters: bool = False) -> None:
    if isinstance(node, ast.Call) and _name(node.func) in SAYING | UNSEEN:
        for child in node.keywords if _name(node.func) in SAYING else ():
            _walk(child.value, found)
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _name(node.func.value) == "models":
        # A model's field is named and described for the API's schema and the administration; pages have labels of their own.
        named = [arg for arg in node.args if not isinstance(arg, ast.Constant)]
        for child in (*named, *(k.value for k in node.keywords if k.arg not in ("help_text", "verbose_name"))):
            _walk(child, found)
        return
    if isinstance(node, ast.Compare):
        for child in (node.left, *node.comparators):  # what is compared is a key
            if not isinstance(child, (ast.Constant, ast.Tuple, ast.Set)):
                _walk(child, found)
        return
    if isinstance(node, ast.Call):
        # The label of a filter of lists describes it in the API's schema: pages have names of their own.
        unseen = UNSEEN_VALUES | ({"label"} if in_filters or _name(node.func).endswith("Filter") else set())
        for child in (node.func, *node.args, *(k.value for k in node.keywords if k.arg not in unseen)):
            _walk(child, found, in_filters)
        return
    if isinstance(node, ast.ClassDef) and any(_name(base).endswith(("FilterSet", "Filter")) for base in node.bases):
        in_filters = True
    if isinstance(node, ast.ClassDef) and any(_name(base).endswith("Choices") for base in node.bases):
        for member in node.body:  # what is stored, and then its name
            shown = member.value.elts[1:] if isinstance(getattr(member, "value", None), ast.Tuple) else [member]
            for child in shown:
                _walk(child, found)
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # a docstring
    if isinstance(node, ast.ClassDef) and node.name == "Meta":
        return
    if isinstance(node, ast.Assign) and any(_name(target) in ("__all__", "__slots__") for target in node.targets):
        return
    if isinstance(node, ast.FunctionDef) and node.name in ("__str__", "__repr__"):
        return  # the administration's and the console's
    if isinstance(node, (ast.Subscript, ast.AnnAssign, ast.arg)):
        for field in ("value", "default") if not isinstance(node, ast.arg) else ():
            if child := getattr(node, field, None):
                _walk(child, found)
        return
    if isinstance(node, ast.JoinedStr):
        words = "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
        if _wordy(words):
            found.append((node.lineno, words))
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                _walk(part.value, found)
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if _wordy(node.value):
            found.append((node.lineno, node.value))
        return
    unseen = [*node.decorator_list, node.returns] if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else []
    for child in ast.iter_child_nodes(node):
        if child not in unseen:
            _walk(child, found, in_filters)


def _wordy(text: str) -> bool:
    seen = TAG.sub(lambda tag: f" {' '.join(HEARD.findall(tag[0]))} ", text).strip()
    return bool(WORDS.search(seen)) and not FOR_MACHINES.match(seen)


def _name(function: ast.AST) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
