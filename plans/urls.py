"""The site map of what concerns plans."""

from django.urls import path

from plans.exports import DOCUMENTS
from plans.pages import documents, options, plans, rows

urlpatterns = [
    path("plans/", plans.plan_list, name="plan_list"),
    path("plans/new/<int:mandate>/", plans.plan_new, name="plan_new"),
    path("plans/<int:pk>/", plans.plan_detail, name="plan_detail"),
    *[
        path(f"plans/<int:pk>/{address}", documents.document, {"address": address}, name=address)
        for address in DOCUMENTS
    ],
    path("plans/<int:pk>/edit/", rows.plan_edit, name="plan_edit"),
    path("plans/<int:pk>/archive/", plans.plan_archive, name="plan_archive"),
    path("plans/<int:pk>/tasks/renew/", plans.plan_renew, name="plan_renew"),
    path("plans/<int:pk>/tasks/new/", rows.task_new, name="plan_task_new"),
    path("plans/<int:pk>/milestones/new/", rows.milestone_new, name="milestone_new"),
    path("plans/<int:pk>/milestones/<int:milestone>/", rows.milestone_edit, name="milestone_edit"),
    path("plans/<int:pk>/comments/new/", rows.comment_new, name="plan_comment_new"),
    path("plans/<int:pk>/comments/<int:comment>/strike/", rows.comment_strike, name="plan_comment_strike"),
    path("plans/<int:pk>/options/new/", rows.option_new, name="option_new"),
    path("plans/<int:pk>/options/<int:option>/", options.option_detail, name="option_detail"),
    path("plans/<int:pk>/options/<int:option>/edit/", rows.option_edit, name="option_edit"),
    path("plans/<int:pk>/options/<int:option>/choose/", options.option_choose, name="option_choose"),
    path("plans/<int:pk>/options/<int:option>/assign/", rows.assignment_new, name="assignment_new"),
    path(
        "plans/<int:pk>/options/<int:option>/assignments/<int:assignment>/",
        rows.assignment_edit,
        name="assignment_edit",
    ),
    path("plans/<int:pk>/options/<int:option>/propose/", options.propose, name="propose"),
    path("plans/<int:pk>/options/<int:option>/proposals/<int:proposal>/", options.proposal, name="proposal"),
    path(
        "plans/<int:pk>/options/<int:option>/proposals/<int:proposal>/progress/",
        options.proposal_progress,
        name="proposal_progress",
    ),
    path(
        "plans/<int:pk>/options/<int:option>/proposals/<int:proposal>/cancel/",
        options.proposal_cancel,
        name="proposal_cancel",
    ),
    path("plans/<int:pk>/<str:kind>/<int:row>/remove/", rows.row_remove, name="plan_row_remove"),
]
