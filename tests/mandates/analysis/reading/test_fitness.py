"""What is refused for its content: other languages, and texts that are no resolution."""

import pytest

from mandates.analysis import read

FRENCH = (
    "Le Conseil de sécurité, Rappelant toutes ses résolutions sur la situation dans la région et les déclarations de "
    "son Président, 1. Décide de proroger le mandat de la Mission."
)
SPANISH = (
    "El Consejo de Seguridad, Recordando todas sus resoluciones sobre la situación en la región y las declaraciones de "
    "su Presidente, 1. Decide prorrogar el mandato de la Misión."
)
RUSSIAN = "Совет Безопасности, ссылаясь на все свои предыдущие резолюции, постановляет продлить мандат Миссии."
ARABIC = "إن مجلس الأمن، إذ يشير إلى جميع قراراته السابقة بشأن الحالة، يقرر تمديد ولاية البعثة."
CHINESE = "安全理事会,回顾其以往各项决议,决定延长特派团的任务期限。"


def refusal(source: str) -> read.Unreadable:
    with pytest.raises(read.Unreadable) as caught:
        read.read(source.encode())
    return caught.value


@pytest.mark.parametrize(
    ("source", "language"),
    [(FRENCH, "French"), (SPANISH, "Spanish"), (RUSSIAN, "Russian"), (ARABIC, "Arabic"), (CHINESE, "Chinese")],
)
def test_other_languages_are_named_and_refused(source, language):
    error = refusal(source)
    assert error.code == "language" and language in str(error)


@pytest.mark.parametrize(
    "source",
    [
        "Dear colleague, please find the list of the Security Council's meetings for the week below. Kind regards.",
        "1. Mix the flour and the butter.\n2. Add sugar.\n3. Bake for an hour in a hot oven.",
        "The Security Council,",
        "“The Security Council,”\n\n",
        "United Nations S/2031/77\nDraft resolution\nThe Security Council,",
        "Resolution 2993 (2031)\nAdopted by the Security Council at its 9999th meeting, on 1 May 2031\nThe Security Council,\n",
        "The present report is submitted pursuant to a request of the Council and covers the months of May and June.",
    ],
)
def test_texts_that_are_no_resolution_are_refused(source):
    assert refusal(source).code == "not_a_resolution"


@pytest.mark.parametrize(
    "source",
    [
        "The Security Council,\n1. Decides so.",
        "1. Decides to extend the mandate of the Mission;\n2. Requests the Secretary-General to report.",
        "“The Security Council condemns the looting of gold.\n“The Security Council calls for restraint.”",
        "The Security Council\n1. Decides so.",
        "Resolution 2993 (2031)\n1. Decides so.",
        "(OP1)\nDecides so;\n(OP2)\nFurther requests a report.",
        "OP1. Decides so;\nOP2. Further requests a report.",
    ],
)
def test_resolutions_statements_and_fragments_of_drafts_are_read(source):
    assert read.read(source.encode()).blocks
