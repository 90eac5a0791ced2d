"""Partners as a table: one row each, in a template of our own, as CSV or Excel, out and in.

Out: `rows` → `as_csv`, `as_workbook`. In: bytes → `read` → `check` (a form for each row) → `services.import_partners`.
A row with a number (`id`) and `version` changes that partner; one without makes a new one.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils.datastructures import MultiValueDict

from capacities import lists, registers
from capacities.forms.partners import PartnerForm
from capacities.models import Partner

COLUMNS = (
    *("id", "version", "kind", "name", "entity", "countries", "areas", "crime_types", "engagement", "agreements"),
    *("feedback", "languages", "sensitivity", "source", "source_url", "as_of", "note"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
MOST_ROWS = 1000
MOST_UNPACKED = 50 * 1024 * 1024  # bytes of a workbook once unzipped


class Unreadable(ValueError):
    """A file that is no table of ours; its words say why and what to do."""


@dataclass(slots=True)
class Row:
    """A row of an imported table: its line, what it would do, and what is wrong with it by column."""

    line: int
    form: PartnerForm
    partner: Partner | None
    errors: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.form.data.get("name", "")

    @property
    def act(self) -> str:
        return "changes" if self.partner else "new"


def rows(partners: Iterable[Partner]) -> list[list[str]]:
    """A row for each partner, ready for a spreadsheet. Restricted ones are for the caller to leave out."""
    return [[guarded(str(_cells(partner)[name])) for name in COLUMNS] for partner in partners]


def _cells(partner: Partner) -> dict[str, object]:
    plain = {name: getattr(partner, name) for name in COLUMNS if name not in ("entity", "countries")}
    several = {name: "; ".join(plain[name]) for name in ("areas", "crime_types", "languages")}
    return {
        **plain,
        **several,
        "entity": partner.entity.code if partner.entity else "",
        "countries": "; ".join(country.iso3 for country in partner.countries.all()),
        "agreements": lists.written(partner.agreements),
    }


def as_csv(held: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with the mark by which Excel knows it."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([COLUMNS, *held])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(held: Sequence[Sequence[str]]) -> bytes:
    """One sheet of text cells with a frozen head. openpyxl is loaded only here and in ``_workbook``."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Partners")
    sheet.freeze_panes = "A2"
    for values in [COLUMNS, *held]:
        cells = [WriteOnlyCell(sheet, value) for value in values]
        for cell in cells:
            cell.data_type = "s"
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def guarded(text: str) -> str:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe, which ``read`` takes off.

    >>> guarded("=1+1"), guarded("Port")
    ("'=1+1", 'Port')
    """
    return f"'{text}" if text.lstrip().startswith(FORMULA) else text


def read(data: bytes) -> list[dict[str, str]]:
    """The rows of a table as text by column, with ``line``. Raises Unreadable."""
    table = _workbook(data) if data[:2] == b"PK" else _csv(data)
    if not table:
        raise Unreadable("The file is empty. Fill in the template and send it again.")
    head = [cell.strip().lower().replace(" ", "_") for cell in table[0]]
    if unknown := [name for name in head if name and name not in COLUMNS]:
        raise Unreadable(f"{len(unknown)} of its columns are not in the template. Those known: {', '.join(COLUMNS)}.")
    if twice := {name for name in head if name and head.count(name) > 1}:
        raise Unreadable(f"The column {sorted(twice)[0]} stands twice.")
    if missing := [name for name in ("kind", "name", "source", "as_of") if name not in head]:
        raise Unreadable(f"The column {missing[0]} is missing.")
    told = [
        {"line": str(line), **{name: _plain(cell) for name, cell in zip(head, cells, strict=False) if name}}
        for line, cells in enumerate(table[1:], 2)
        if any(cell.strip() for cell in cells)
    ]
    if not told:
        raise Unreadable("The table has a head and no rows.")
    if len(told) > MOST_ROWS:
        raise Unreadable(f"At most {MOST_ROWS} rows at once; this table has {len(told)}.")
    return told


def check(told: Sequence[dict[str, str]], user) -> list[Row]:
    """A form for each row, and what is wrong with it. A partner that the person may not see does not exist here either."""
    seen = Partner.objects.visible_to(user).select_related("entity").prefetch_related("countries", "named")
    asked = {int(row["id"]) for row in told if row.get("id", "").isascii() and row.get("id", "").isdigit()}
    held = {p.pk: p for p in seen.filter(pk__in=[number for number in asked if number < 2**63])}
    names = {(p.kind, p.name.casefold()): p.pk for p in seen.filter(name__in=[row.get("name", "") for row in told])}
    checked, before = [], set()
    for row in told:
        number = row.get("id", "")
        partner = held.get(int(number)) if number.isascii() and number.isdigit() else None
        form = PartnerForm(_given(row, partner))
        made = Row(int(row["line"]), form, partner)
        if number and partner is None:
            made.errors.append(("id", "There is no partner with this number that you may see."))
        if partner and row.get("version") != str(partner.version):
            made.errors.append(("version", f"It has been changed since: version {partner.version} is the newest."))
        if not form.is_valid():
            made.errors += [(column, " ".join(messages)) for column, messages in form.errors.items()]
        key = (form.data.get("kind"), made.name.casefold())
        if not partner and key in names:
            made.errors.append(("name", f"Partner {names[key]} has this kind and name. Give its number to change it."))
        if key in before:
            made.errors.append(("name", "This kind and name stand twice in the table."))
        before.add(key)
        checked.append(made)
    return checked


def _given(row: dict[str, str], partner: Partner | None) -> MultiValueDict:
    """What a form takes, from the cells of a row. An empty choice is what the form begins with; who is named stays."""
    given = MultiValueDict({name: [row.get(name, "").strip()] for name in COLUMNS if name != "id"})
    labels = {label.casefold(): name for name, label in registers.crime_types().items()}
    given.setlist("countries", [code.upper() for code in lists.lines(row.get("countries", ""))])
    types = lists.lines(row.get("crime_types", ""))
    given.setlist("crime_types", [labels.get(name.casefold(), name) for name in types])
    for name, choices in (
        ("kind", Partner.Kind), ("engagement", Partner.Engagement), ("sensitivity", Partner.Sensitivity),
    ):  # fmt: skip
        own = {label.casefold(): value for value, label in choices.choices}
        given[name] = own.get(given[name].casefold(), given[name].lower())
    given["engagement"] = given["engagement"] or (partner.engagement if partner else Partner.Engagement.NONE)
    given["sensitivity"] = given["sensitivity"] or (partner.sensitivity if partner else Partner.Sensitivity.INTERNAL)
    given["named"] = "\n".join(person.username for person in partner.named.all()) if partner else ""
    return given


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip().startswith(FORMULA) else cell


def _csv(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
        first = text.partition("\n")[0]
        mark = ";" if first.count(";") > first.count(",") else ","
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise Unreadable("This is neither an Excel workbook nor a CSV table in UTF-8.") from error


def _workbook(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED:
                raise Unreadable("The workbook is too large once unpacked.")
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        return [[_text(value) for value in row] for row in sheet.iter_rows(max_row=MOST_ROWS + 2, values_only=True)]
    except (zipfile.BadZipFile, InvalidFileException, KeyError, ValueError, IndexError, OSError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("The workbook cannot be read. Save it again as .xlsx, or as CSV in UTF-8.") from error


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return str(value.date())
    if isinstance(value, date):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
