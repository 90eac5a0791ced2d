"""The site map of what concerns mandates and rules."""

from django.urls import path

from mandates import (
    comparison_views,
    correction_views,
    digest_views,
    export_views,
    policy_views,
    trend_views,
    views,
)
from mandates.exports import DOCUMENTS

urlpatterns = [
    path("", views.home, name="home"),
    path("specimen/", views.specimen, name="specimen"),
    path("mandates/", views.mandate_list, name="mandate_list"),
    path("mandates/new/", views.mandate_new, name="mandate_new"),
    path("mandates/<int:pk>/", views.mandate_review, name="mandate_review"),
    path("mandates/<int:pk>/progress/", views.mandate_progress, name="mandate_progress"),
    path("mandates/<int:pk>/again/", views.mandate_again, name="mandate_again"),
    path("mandates/<int:pk>/versions/new/", views.version_new, name="version_new"),
    path("mandates/<int:pk>/versions/<int:number>/", views.mandate_review, name="version_review"),
    path("mandates/<int:pk>/findings/<str:fingerprint>/", views.decision, name="decision"),
    path("mandates/<int:pk>/correct/", correction_views.correct_text, name="correct_text"),
    path("mandates/<int:pk>/correct/<int:index>/", correction_views.correct_paragraph, name="correct_paragraph"),
    path("mandates/<int:pk>/corrections/<int:correction>/withdraw/", correction_views.withdraw, name="withdraw"),
    path("mandates/<int:pk>/compare/", comparison_views.comparison, name="comparison"),
    path("mandates/<int:pk>/changes/<str:fingerprint>/", comparison_views.change, name="change"),
    path("mandates/<int:pk>/comments/<int:comment>/strike/", comparison_views.comment_strike, name="comment_strike"),
    path("mandates/<int:pk>/comments/on/<str:fingerprint>/", comparison_views.comment_new, name="comment_new"),
    path("mandates/<int:pk>/people/", views.mandate_people, name="mandate_people"),
    path("mandates/<int:pk>/people/<int:person>/remove/", views.person_remove, name="person_remove"),
    path("mandates/<int:pk>/delete/", views.mandate_delete, name="mandate_delete"),
    *[
        path(
            f"mandates/<int:pk>/versions/<int:number>/{address}",
            export_views.document,
            {"address": address},
            name=address,
        )
        for address in DOCUMENTS
    ],
    path("mandates/<int:pk>/comments-table/", export_views.comments_table, name="comments_table"),
    path("mandates/<int:pk>/exports/<int:export>/", export_views.export, name="export"),
    path("mandates/<int:pk>/exports/<int:export>/progress/", export_views.export_progress, name="export_progress"),
    path("mandates/<int:pk>/exports/<int:export>/cancel/", export_views.export_cancel, name="export_cancel"),
    path("mandates/<int:pk>/exports/<int:export>/file/", export_views.export_file, name="export_file"),
    path("policy/", policy_views.policy, name="policy"),
    path("policy/review-again/", policy_views.review_again, name="policy_review_again"),
    path("precedents/", views.precedent_list, name="precedent_list"),
    path("rules/", views.rule_list, name="rule_list"),
    path("crime-types/", views.crime_type_list, name="crime_type_list"),
    path("rules/<str:code>/", views.rule_detail, name="rule_detail"),
    path("trends/", trend_views.trend_page, name="trends"),
    path("trends/<str:chart>.csv", trend_views.trend_csv, name="trend_csv"),
    path("trends/<str:chart>.svg", trend_views.trend_svg, name="trend_svg"),
    path("account/digest/", digest_views.digest_choice, name="digest_choice"),
    path("digest/stop/<str:token>/", digest_views.digest_stop, name="digest_stop"),
]
