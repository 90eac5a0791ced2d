"""The verbs with which operative paragraphs begin."""

import re

# The present-tense verbs that open operative paragraphs, with the adverbs that go before them. Used only to tell a
# paragraph's number from a number within a sentence, and to find the operative part of a text without numbers.
ADVERBS = "Further|Also|Strongly|Again|Once again|Once more|Hereby|Solemnly|Urgently|Firmly|Fully|Likewise|In particular|Explicitly|Specifically|Additionally|Unequivocally|Warmly|Deeply|Moreover"
VERBS = (
    "Accepts|Acknowledges|Adopts|Affirms|Agrees|Alerts|Appeals|Applauds|Appoints|Approves|Asks|Assigns|Authori[sz]es|"
    "Calls?|Cautions|Censures|Commends|Concurs|Condemns|Confirms|Congratulates|Considers|Declares|Decides|Defers|Dissolves|Demands|"
    "Deplores|Determines|Directs|Draws|Elects|Emphasi[sz]es|Encourages|Endorses|Establishes|Exempts|Exhorts|Expects|Expresses|"
    "Extends|Gives|Grants|Highlights|Instructs|Insists|Invites|Joins|Looks|Mandates|Notes|Notifies|Orders|Pays|Praises|"
    "Proclaims|Reaffirms|Recalls|Forwards|Recommends|Recogni[sz]es|Regrets|Rejects|Reiterates|Remains|Reminds|Renews|Repeats|Requests|"
    "Requires|Resolves|Salutes|Shares|Signals|Stands|States|Stresses|Strongly|Supports|Takes|Terminates|Thanks|Underlines|"
    "Underscores|Undertakes|Urges|Views|Warns|Welcomes|Acting|Reserves|Intends|Respects|Suspends|Reads|Reconfirms|Restates|Lifts|Keeps|Continues|Commits|Observes|Charges|Empowers|Permits|Prohibits|Vests|Confers"
)
OPERATIVE_VERB = re.compile(rf"[“\"\[]?(?:(?:{ADVERBS}),?\s+)*(?:{VERBS})\b", re.I)
PRESENT_VERB = re.compile(rf"(?:(?:{ADVERBS}),?\s+)*(?:{VERBS})\b")
