"""Partners as a table. A row with a number (`id`) and `version` changes that partner; one without makes a new one."""

from collections.abc import Mapping

from django.utils.datastructures import MultiValueDict
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from capacities import lists, registers
from capacities.forms.partners import PartnerForm
from capacities.importing.plan import (
    CHANGED,
    NEW,
    Plan,
    Planned,
    Rows,
    Table,
    Told,
    changed,
    each,
    silent,
    text_of,
    whole,
    wrong,
)
from capacities.models import Partner, PartnerChange, PartnerDeletion
from capacities.named import in_tables
from capacities.states.partners import state, told
from language.said import in_english, say

EXPLAINED = {
    "id": _("The number of a partner that is held, as an export gives it; empty for a new one."),
    "version": _("With a number: the version that the export gave. Another one now is refused."),
    "kind": format_lazy(_("One of: {values}. Needed in every row."), values=in_tables(Partner.Kind.labels)),
    "name": _("What it is called. Needed in every row."),
    "entity": _("The code of a body of the register, for a United Nations, regional or international body."),
    "countries": _("ISO 3166-1 alpha-3 codes, between semicolons."),
    "areas": _("Where in them, between semicolons."),
    "crime_types": format_lazy(_("Between semicolons: {values}."), values="; ".join(registers.crime_types().values())),
    "engagement": format_lazy(_("One of: {values}."), values=in_tables(Partner.Engagement.labels)),
    "agreements": _("A line of the cell for each: date; what it is; link. Date and link may be empty."),
    "feedback": _("What the mission tells or gives it in return."),
    "languages": _("Between semicolons."),
    "sensitivity": format_lazy(
        _("One of: {values}. A new partner is internal where it is empty."),
        values=in_tables(Partner.Sensitivity.labels),
    ),
    "source": _("Where this was learned. Needed in every row."),
    "source_url": _("A link to it."),
    "as_of": _("The day on which it was so, as 2030-01-31. Needed in every row."),
    "note": _("Anything else; judgements on entanglement belong in an assessment."),
}
NEEDED = ("kind", "name", "source", "as_of")
CHOICES = {"kind": Partner.Kind, "engagement": Partner.Engagement, "sensitivity": Partner.Sensitivity}


def cells(partner: Partner) -> dict[str, str | int]:
    """What the table says of a partner. Restricted ones are for the caller to leave out."""
    plain = {name: getattr(partner, name) for name in EXPLAINED if name not in ("entity", "countries")}
    several = {name: "; ".join(plain[name]) for name in ("areas", "crime_types", "languages")}
    return {
        **plain,
        **several,
        "id": partner.pk,
        "entity": partner.entity.code if partner.entity else "",
        "countries": "; ".join(country.iso3 for country in partner.countries.all()),
        "agreements": lists.written(partner.agreements),
        "as_of": str(partner.as_of),
    }


def plan(rows: Rows, user, progress: Told = silent) -> Plan:
    """What the rows would do; a few queries for all but what the forms ask. A partner that the person may not see does not
    exist here either."""
    seen = Partner.objects.visible_to(user)
    listed = seen.current().order_by().values_list("pk", "kind", "name")
    names = {(kind, name.casefold()): pk for pk, kind, name in listed}
    asked = {number for _, row in rows if (number := _number(row.get("id", ""))) is not None}
    asked |= {names[key] for _, row in rows if (key := _key(row)) in names}
    shown = seen.filter(pk__in=asked).select_related("entity").prefetch_related("countries", "named")
    held = {partner.pk: partner for partner in shown}
    before: set[tuple | int] = set()
    return whole(_planned(number, row, held, names, before) for number, row in each(rows, progress))


def _planned(number: int, row: Mapping[str, str], held: Mapping, names: Mapping, before: set[tuple | int]) -> Planned:
    """A row that says what is held already is unchanged, with an old version too: the table was taken in before."""
    key, numbered = _key(row), bool(row.get("id"))
    partner = held.get(_number(row["id"]) if numbered else names.get(key))
    form = PartnerForm(_given(text_of(cells(partner)) | row if partner else row, partner))
    errors = {column: " ".join(messages) for column, messages in form.errors.items()}
    if key in before:
        errors["name"] = say("This kind and name stand twice in the table.")
    before.add(key)
    if numbered and partner is None:
        errors["id"] = say("There is no partner with this number that you may see.")
    if partner and partner.archived_at:
        errors["id"] = say("This partner is archived. Restore it first.")
    if errors:
        return wrong(number, row["name"], errors, partner)
    about = ", ".join(str(CHOICES[name](form.cleaned_data[name]).label) for name in ("kind", "sensitivity"))
    made = Planned(number, form.cleaned_data["name"], NEW, about, form.values, partner)
    if partner is None:
        return made
    made = changed(made, state(partner), told(form.values))
    if made.action == CHANGED and not numbered:
        said = say("Partner {number} has this kind and name. Give its number to change it.", number=partner.pk)
        return wrong(number, row["name"], {"name": said}, partner)
    if made.action == CHANGED and row.get("version") != str(partner.version):
        said = say("It has been changed since: version {version} is the newest.", version=partner.version)
        return wrong(number, row["name"], {"version": said}, partner)
    if made.action == CHANGED and partner.pk in before:
        return wrong(number, row["name"], {"id": say("This partner stands twice in the table.")}, partner)
    before.add(partner.pk)
    return made


def _key(row: Mapping[str, str]) -> tuple[str, str]:
    return _chosen("kind", row["kind"]), row["name"].casefold()


@in_english()
def _chosen(name: str, said: str) -> str:
    """A choice by its value, from its value or its label, as the table has it."""
    return {label.casefold(): value for value, label in CHOICES[name].choices}.get(said.casefold(), said.lower())


def _given(row: Mapping[str, str], partner: Partner | None) -> MultiValueDict:
    """What a form takes, from the cells of a row. An empty choice is what the form begins with; who is named stays."""
    given = MultiValueDict({name: [row.get(name, "")] for name in EXPLAINED if name != "id"})
    labels = {label.casefold(): name for name, label in registers.crime_types().items()}
    given.setlist("countries", [code.upper() for code in lists.lines(row.get("countries", ""))])
    types = lists.lines(row.get("crime_types", ""))
    given.setlist("crime_types", [labels.get(name.casefold(), name) for name in types])
    for name in CHOICES:
        given[name] = _chosen(name, given[name])
    given["engagement"] = given["engagement"] or (partner.engagement if partner else Partner.Engagement.NONE)
    given["sensitivity"] = given["sensitivity"] or (partner.sensitivity if partner else Partner.Sensitivity.INTERNAL)
    given["named"] = "\n".join(person.username for person in partner.named.all()) if partner else ""
    return given


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


TABLE = Table("partners", EXPLAINED, NEEDED, plan, cells, (PartnerChange, PartnerDeletion))
