"""Drafts of a mission that does not exist, written for the tests in the style of the Council."""

NAMBIRA = """\
United Nations
Security Council

Draft resolution

The Security Council,

Recalling its previous resolutions on the situation in Nambira,

Expressing concern at the smuggling of gold through Kestrel Gorge, from which armed groups draw their income,

Determining that the war in Nambira endangers the peace of the whole river basin,

Acting under Chapter VII of the Charter,

1. Decides to extend the mandate of the United Nations Mission in Nambira (UNMINA) until 30 June 2031;

2. Decides that the mandate of UNMINA shall include the following priority tasks:

(a) Protection of civilians

(i) To protect, within its capabilities, civilians under threat of physical violence in the river provinces;

(ii) To advise the authorities of Nambira on the early warning of attacks against markets and fords;

(b) Political process

(i) To lend its good offices to the talks between the authorities of Nambira and the movements of the north;

(c) Rule of law

(i) To help the courts of Nambira to sit again in every province;

(ii) To support the police of Nambira against organized criminal networks and the smuggling of gold;

3. Calls upon the authorities of Nambira to end impunity for trafficking in persons in the border districts;

4. Requests the Secretary-General to report to the Council every ninety days on the work of UNMINA;

5. Decides to remain seized of the matter.
"""

SECOND = (
    NAMBIRA.replace(
        "(a) Protection of civilians",
        "(a) To fight organized criminal networks and the smuggling of gold together with the police of Nambira;\n\n"
        "(b) Protection of civilians",
    )
    .replace("(b) Political process", "(c) Political process")
    .replace("(c) Rule of law", "(d) Rule of law")
)

HELD = NAMBIRA.replace("Draft resolution\n\n", "Resolution 3101 (2030)\n\n").replace(
    "Security Council\n\n", "Security Council\n\nS/RES/3101 (2030)\n\n", 1
)

RENEWAL = """\
The Security Council,

Recalling its resolution 3101 (2030),

Acting under Chapter VII of the Charter,

1. Decides to extend the mandate of the United Nations Mission in Nambira (UNMINA) as set out in paragraph 2 of
resolution 3101 (2030) until 30 June 2032;

2. Requests the Secretary-General to keep the Council informed of the work of UNMINA;

3. Decides to remain seized of the matter.
"""
