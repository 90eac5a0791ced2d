"""Akoma Ntoso: numbers with their texts, recitals, what is not shown, annexes, places, and XML that no one wrote."""

import pytest

from mandates.analysis import read, structure
from mandates.analysis.values import Hint

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
RESOLUTION = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- an invented text -->
<akomaNtoso xmlns="{NAMESPACE}">
  <statement name="resolution">
    <meta><identification source="#x"><FRBRWork><FRBRthis value="/x"/>1. Not shown</FRBRWork></identification></meta>
    <preface>
      <p><docNumber>S/RES/2999 (2031)</docNumber></p>
      <p>Adopted by the Security Council at its 9999th meeting, on <docDate date="2031-05-04">4 May 2031</docDate></p>
    </preface>
    <preamble>
      <formula name="enacting"><p>The Security Council,</p></formula>
      <recitals>
        <recital><num>(1)</num><p><i>Recalling</i> its resolution <ref href="#y">2950 (2030)</ref> on the — Selmin
          Strait,<authorialNote marker="1"><p>A note.</p></authorialNote></p></recital>
        <recital><p><i>Acting</i> under Chapter VII of the Charter of the United Nations,</p></recital>
      </recitals>
    </preamble>
    <mainBody>
      <section>
        <heading>Mandate</heading>
        <paragraph><num>1.</num><content><p><i>Decides</i> to extend the mandate &amp; its support;</p></content></paragraph>
        <paragraph>
          <num>2</num>
          <list>
            <intro><p><i>Decides</i> that the Mission shall:</p></intro>
            <point><num>a</num><content><p>seize ransoms;</p></content></point>
            <point><num>(b)</num>
              <list>
                <intro><p>guard:</p></intro>
                <point><num>i)</num><content><p>ports;</p></content></point>
                <point><num>(ii)</num><content><p>ships:</p></content>
                  <indent><num>–</num><content><p>tankers,</p></content></indent>
                </point>
              </list>
            </point>
          </list>
        </paragraph>
        <paragraph><num>2 bis</num><content><p><i>Urges</i> <del>some</del><ins>all</ins> States<eol/>to help:</p>
          <blockList><item><num>(a)</num><p>first;</p></item><item><num>(b)</num><p>then.</p></item></blockList>
        </content></paragraph>
      </section>
      <section><num>II.</num><heading>Reports</heading>
        <paragraph><num>3.</num><content><p><i>Requests</i> reports on:</p>
          <ul><li>gold;</li><li>ships.</li><li/></ul></content></paragraph>
      </section>
    </mainBody>
    <attachments><attachment><doc name="list"><mainBody><p>Ports of entry</p></mainBody></doc></attachment></attachments>
  </statement>
</akomaNtoso>
"""


def refusal(source: str) -> str:
    with pytest.raises(read.Unreadable) as caught:
        read.read(source.encode())
    return caught.value.code


def test_a_resolution_is_read_with_its_numbers():
    document = structure.parse(read.read(RESOLUTION.encode(), "resolution.akn.xml"))
    assert (document.symbol, document.adopted.isoformat(), document.draft) == ("S/RES/2999 (2031)", "2031-05-04", False)
    assert [(p.label, p.text, p.heading) for p in document.paragraphs] == [
        ("PP1", "Recalling its resolution 2950 (2030) on the — Selmin Strait,", ""),
        ("PP2", "Acting under Chapter VII of the Charter of the United Nations,", ""),
        ("", "Mandate", ""),
        ("1", "Decides to extend the mandate & its support;", "Mandate"),
        ("2", "Decides that the Mission shall:", "Mandate"),
        ("2 (a)", "seize ransoms;", "Mandate"),
        ("2 (b)", "guard:", "Mandate"),
        ("2 (b) (i)", "ports;", "Mandate"),
        ("2 (b) (ii)", "ships:", "Mandate"),
        ("2 (b) (ii), dash 1", "tankers,", "Mandate"),
        ("2 bis", "Urges all States to help:", "Mandate"),
        ("2 bis (a)", "first;", "Mandate"),
        ("2 bis (b)", "then.", "Mandate"),
        ("", "II. Reports", "Mandate"),
        ("3", "Requests reports on:", "II. Reports"),
        ("3, dash 1", "gold;", "II. Reports"),
        ("3, dash 2", "ships.", "II. Reports"),
        ("", "Annex", "II. Reports"),
        ("", "Ports of entry", "II. Reports"),
    ]


def test_the_source_place_points_at_the_number_or_the_words():
    blocks = read.read(RESOLUTION.encode()).blocks
    for block in blocks:
        words = {"Annex": ["Ports"]}.get(block.text, block.text.split())
        first = words[words[0] == "•"].strip("().")
        assert RESOLUTION[block.source :].lstrip("(").startswith(first), block.text


def test_what_stands_in_front_and_headings_are_told_by_the_elements():
    hints = {block.text: block.hint for block in read.read(RESOLUTION.encode()).blocks}
    assert hints["S/RES/2999 (2031)"] is Hint.FRONT
    assert hints["Mandate"] is Hint.HEADING and hints["II. Reports"] is Hint.HEADING
    assert hints["The Security Council,"] is Hint.NONE


@pytest.mark.parametrize(
    ("root", "inside", "found"),
    [
        ("documentCollection", "<collectionBody><component><doc>{}</doc></component></collectionBody>", True),
        ("act", "<body>{}</body>", True),
        ("bill", "<body><article>{}</article></body>", True),
        ("akn:statement", "<akn:mainBody>{}</akn:mainBody>", True),
    ],
)
def test_every_kind_of_document_and_prefix_is_read(root, inside, found):
    prefix = "akn:" if ":" in root else ""
    text = "".join(
        f"<{prefix}paragraph><{prefix}num>{n}.</{prefix}num><{prefix}content><{prefix}p>{words}</{prefix}p></{prefix}content></{prefix}paragraph>"
        for n, words in ((1, "Decides so;"), (2, "Requests a report."))
    )
    declared = f"xmlns:akn='{NAMESPACE}'" if prefix else f"xmlns='{NAMESPACE}/WD17'"
    source = f"<{prefix}akomaNtoso {declared}><{root}>{inside.format(text)}</{root}></{prefix}akomaNtoso>"
    clean = read.read(source.encode())
    assert clean.media == "akn"
    assert [block.text for block in clean.blocks] == ["1. Decides so;", "2. Requests a report."]


def test_a_number_without_text_and_text_without_a_container_are_kept():
    source = "<akomaNtoso><p>The Security Council,</p>loose words<paragraph><num>1.</num></paragraph><num>Part One</num></akomaNtoso>"
    assert [block.text for block in read.read(source.encode()).blocks] == [
        "The Security Council,",
        "loose words",
        "1.",
        "Part One",
    ]


def test_entities_and_damage_are_refused():
    declared = '<!DOCTYPE akomaNtoso [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    outside = '<!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    assert refusal(f"{declared}<akomaNtoso><p>&b;</p></akomaNtoso>") == "external_entity"
    assert refusal(f"<?xml version='1.0'?>\n{outside}<akomaNtoso><p>&a;</p></akomaNtoso>") == "external_entity"
    assert refusal("<akomaNtoso><p>&unknown;</p></akomaNtoso>") == "damaged"
    assert refusal(RESOLUTION[: len(RESOLUTION) // 2]) == "damaged"


def test_elements_nested_a_hundred_thousand_deep_are_survived():
    source = (
        f"<akomaNtoso>{'<list>' * 100_000}<p>The Security Council decides so.</p>{'</list>' * 100_000}</akomaNtoso>"
    )
    assert read.read(source.encode()).text == "The Security Council decides so."


def test_an_act_that_is_no_resolution_is_refused():
    assert refusal("<akomaNtoso><act><p>A bee is an insect.</p></act></akomaNtoso>") == "not_a_resolution"
