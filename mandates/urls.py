"""The site map of what concerns mandates and rules."""

from django.urls import path

from mandates.exports import DOCUMENTS
from mandates.pages import (
    comparison,
    corrections,
    coverage,
    digests,
    exports,
    lists,
    mission,
    people,
    policy,
    portfolio,
    precedents,
    reference,
    reviews,
    texts,
    trends,
)

urlpatterns = [
    path("specimen/", lists.specimen, name="specimen"),
    path("mandates/", lists.mandate_list, name="mandate_list"),
    path("mandates/new/", texts.mandate_new, name="mandate_new"),
    path("mandates/<int:pk>/", reviews.mandate_review, name="mandate_review"),
    path("mandates/<int:pk>/progress/", reviews.mandate_progress, name="mandate_progress"),
    path("mandates/<int:pk>/again/", reviews.mandate_again, name="mandate_again"),
    path("mandates/<int:pk>/cancel/", reviews.mandate_cancel, name="mandate_cancel"),
    path("mandates/<int:pk>/versions/new/", texts.version_new, name="version_new"),
    path("mandates/<int:pk>/versions/<int:number>/", reviews.mandate_review, name="version_review"),
    path("mandates/<int:pk>/findings/<str:fingerprint>/", reviews.decision, name="decision"),
    path("mandates/<int:pk>/correct/", corrections.correct_text, name="correct_text"),
    path("mandates/<int:pk>/correct/<int:index>/", corrections.correct_paragraph, name="correct_paragraph"),
    path("mandates/<int:pk>/corrections/<int:correction>/withdraw/", corrections.withdraw, name="withdraw"),
    path("mandates/<int:pk>/compare/", comparison.comparison, name="comparison"),
    path("mandates/<int:pk>/changes/<str:fingerprint>/", comparison.change, name="change"),
    path("mandates/<int:pk>/comments/<int:comment>/strike/", comparison.comment_strike, name="comment_strike"),
    path("mandates/<int:pk>/comments/on/<str:fingerprint>/", comparison.comment_new, name="comment_new"),
    path("mandates/<int:pk>/people/", people.mandate_people, name="mandate_people"),
    path("mandates/<int:pk>/people/<int:person>/remove/", people.person_remove, name="person_remove"),
    path("mandates/<int:pk>/delete/", people.mandate_delete, name="mandate_delete"),
    *[
        path(
            f"mandates/<int:pk>/versions/<int:number>/{address}",
            exports.document,
            {"address": address},
            name=address,
        )
        for address in DOCUMENTS
    ],
    path("mandates/<int:pk>/comments-table/", exports.comments_table, name="comments_table"),
    path("mandates/<int:pk>/exports/<int:export>/", exports.export, name="export"),
    path("mandates/<int:pk>/exports/<int:export>/progress/", exports.export_progress, name="export_progress"),
    path("mandates/<int:pk>/exports/<int:export>/cancel/", exports.export_cancel, name="export_cancel"),
    path("mandates/<int:pk>/exports/<int:export>/file/", exports.export_file, name="export_file"),
    path("missions/<str:acronym>/coverage/", coverage.mission_coverage, name="mission_coverage"),
    path("missions/<str:acronym>/", mission.mission_detail, name="mission_detail"),
    path("policy/", policy.policy, name="policy"),
    path("policy/review-again/", policy.review_again, name="policy_review_again"),
    path("precedents/", precedents.precedent_list, name="precedent_list"),
    path("rules/", reference.rule_list, name="rule_list"),
    path("crime-types/", reference.crime_type_list, name="crime_type_list"),
    path("rules/<str:code>/", reference.rule_detail, name="rule_detail"),
    path("trends/", trends.trend_page, name="trends"),
    path("trends/<str:chart>.csv", trends.trend_csv, name="trend_csv"),
    path("trends/<str:chart>.svg", trends.trend_svg, name="trend_svg"),
    path("portfolio.csv", portfolio.portfolio_csv, name="portfolio_csv"),
    path("portfolio.svg", portfolio.portfolio_svg, name="portfolio_svg"),
    path("account/digest/", digests.digest_choice, name="digest_choice"),
    path("digest/stop/<str:token>/", digests.digest_stop, name="digest_stop"),
]
