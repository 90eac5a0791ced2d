"""The originals that rules rest on, each read at its own place."""

from mandates.rules.base import Source

UNU_CPR = Source(
    "UNU-CPR, “Countering transnational crime to secure peace”, 16 November 2024",
    "https://unu.edu/cpr/blog-post/countering-transnational-crime-secure-peace",
)
CLEAR_MANDATES = Source("S/RES/2382 (2017), paragraph 1", "https://undocs.org/S/RES/2382(2017)")
POLICING_MANDATES = Source("S/RES/2185 (2014), paragraph 1", "https://undocs.org/S/RES/2185(2014)")
LOST_IN_RENEWAL = Source("S/RES/2423 (2018), paragraph 31", "https://undocs.org/S/RES/2423(2018)")
BUDGET_FOLLOWS_ORDER = Source("S/RES/2423 (2018), paragraph 27", "https://undocs.org/S/RES/2423(2018)")
