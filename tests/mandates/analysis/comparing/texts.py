"""A mandate of a mission that does not exist, to be changed by the tests of the comparison."""

NAMBIRA = """\
The Security Council,
Recalling its previous resolutions on the situation in Nambira,
Expressing concern at the floods in the river delta and at the smuggling of gold through Kestrel Gorge,
Welcoming the harvest festival that the movements of the north held together with the coastal towns,
1. Decides to extend the mandate of the United Nations Mission in Nambira (UNMINA) until 30 June 2031;
2. Decides that the mandate of UNMINA shall include the following priority tasks:
(a) Protection of civilians
(i) To protect civilians threatened with violence in the river provinces;
(ii) To patrol the fords and market roads by day and by night;
(b) Political process
(i) To lend its good offices to the talks between the authorities of Nambira and the movements of the north;
(ii) To host the monthly meetings of the lake council;
(c) Rule of law
(i) To help the courts of Nambira to sit again in every province;
(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;
3. Further decides that the mandate of UNMINA shall include, as conditions permit, the following additional tasks:
(a) To repair the bridges that the flood of last spring swept away;
(b) To count and mark the cattle of displaced herders;
4. Requests UNMINA to keep a record of abandoned mines in the eastern hills, as set out in paragraph 3 above;
5. Calls upon the authorities of Nambira, with the assistance of UNMINA, to end trafficking in persons at the border posts;
6. Decides to remain seized of the matter.
"""


def changed(*swaps: tuple[str, str]) -> str:
    """The text with other words; every swap must find its place."""
    text = NAMBIRA
    for old, new in swaps:
        assert old in text, old
        text = text.replace(old, new)
    return text
