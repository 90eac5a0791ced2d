"""The API's map, below ``/api/v1/``."""

from django.urls import path, re_path

from capacities.api import capacities, comments, coverage, partners, registers, sanctions
from config import api_docs
from mandates.api import comparison, corrections, exports, lists, mandates, search, trends
from missions import api as missions
from missions import document_api as mission_documents
from plans.api import documents, options, plans, proposals, tasks

urlpatterns = [
    path("", api_docs.Root.as_view(), name="api_root"),
    path("schema/", api_docs.SchemaView.as_view(), name="api_schema"),
    path("docs/", api_docs.docs, name="api_docs"),
    path("missions/", missions.MissionList.as_view(), name="api_missions"),
    path("missions/<str:acronym>/", missions.MissionDetail.as_view(), name="api_mission"),
    path("missions/<str:acronym>/documents/", mission_documents.DocumentList.as_view(), name="api_documents"),
    path(
        "missions/<str:acronym>/documents/<int:document>/",
        mission_documents.DocumentDetail.as_view(),
        name="api_document",
    ),
    path(
        "missions/<str:acronym>/documents/<int:document>/archive/",
        mission_documents.DocumentArchive.as_view(),
        name="api_document_archive",
    ),
    path("capacities/", capacities.CapacityList.as_view(), name="api_capacities"),
    path("capacities/expertise/", registers.ExpertiseList.as_view(), name="api_expertise"),
    path("capacities/strengths/", registers.StrengthList.as_view(), name="api_strengths"),
    path("capacities/<int:capacity>/", capacities.CapacityDetail.as_view(), name="api_capacity"),
    path("capacities/<int:capacity>/archive/", capacities.CapacityArchive.as_view(), name="api_capacity_archive"),
    path("capacities/<int:capacity>/restore/", capacities.CapacityRestore.as_view(), name="api_capacity_restore"),
    path("capacities/<int:capacity>/comments/", comments.CommentsOnCapacity.as_view(), name="api_capacity_comments"),
    path(
        "capacities/<int:capacity>/comments/<int:capacity_comment>/",
        comments.CommentOnCapacity.as_view(),
        name="api_capacity_comment",
    ),
    path("partners/", partners.PartnerList.as_view(), name="api_partners"),
    path("partners/fius/", registers.FiuList.as_view(), name="api_fius"),
    path("partners/entities/", registers.EntityList.as_view(), name="api_entities"),
    path("partners/coverage/", coverage.CoverageDetail.as_view(), name="api_coverage"),
    path("partners/<int:partner>/", partners.PartnerDetail.as_view(), name="api_partner"),
    path("partners/<int:partner>/assessments/", partners.AssessmentList.as_view(), name="api_assessments"),
    path("partners/<int:partner>/archive/", partners.PartnerArchive.as_view(), name="api_partner_archive"),
    path("partners/<int:partner>/restore/", partners.PartnerRestore.as_view(), name="api_partner_restore"),
    path("partners/<int:partner>/comments/", comments.CommentsOnPartner.as_view(), name="api_partner_comments"),
    path(
        "partners/<int:partner>/comments/<int:partner_comment>/",
        comments.CommentOnPartner.as_view(),
        name="api_partner_comment",
    ),
    path("sanctions/", sanctions.SanctionsList.as_view(), name="api_sanctions"),
    path("sanctions/<slug:regime>/", sanctions.SanctionsDetail.as_view(), name="api_sanction"),
    path("plans/", plans.PlanList.as_view(), name="api_plans"),
    path("plans/<int:plan>/", plans.PlanDetail.as_view(), name="api_plan"),
    *[
        path(f"plans/<int:plan>/{address}", view.as_view(), name=f"api_{address}")
        for address, view in documents.VIEWS.items()
    ],
    path("plans/<int:plan>/archive/", plans.PlanArchive.as_view(), name="api_plan_archive"),
    path("plans/<int:plan>/restore/", plans.PlanRestore.as_view(), name="api_plan_restore"),
    path("plans/<int:plan>/changes/", plans.ChangeList.as_view(), name="api_plan_changes"),
    path("plans/<int:plan>/tasks/", tasks.TaskList.as_view(), name="api_plan_tasks"),
    path("plans/<int:plan>/tasks/renew/", tasks.TaskRenewal.as_view(), name="api_plan_renewal"),
    path("plans/<int:plan>/tasks/<int:task>/", tasks.TaskDetail.as_view(), name="api_plan_task"),
    path("plans/<int:plan>/options/", options.OptionList.as_view(), name="api_plan_options"),
    path("plans/<int:plan>/options/<int:option>/", options.OptionDetail.as_view(), name="api_plan_option"),
    path("plans/<int:plan>/options/<int:option>/choose/", options.OptionChoose.as_view(), name="api_plan_choice"),
    path(
        "plans/<int:plan>/options/<int:option>/assignments/",
        options.AssignmentList.as_view(),
        name="api_plan_assignments",
    ),
    path(
        "plans/<int:plan>/options/<int:option>/assignments/<int:assignment>/",
        options.AssignmentDetail.as_view(),
        name="api_plan_assignment",
    ),
    path(
        "plans/<int:plan>/options/<int:option>/proposals/",
        proposals.ProposalList.as_view(),
        name="api_plan_proposals",
    ),
    path(
        "plans/<int:plan>/options/<int:option>/proposals/<int:proposal>/",
        proposals.ProposalDetail.as_view(),
        name="api_plan_proposal",
    ),
    path(
        "plans/<int:plan>/options/<int:option>/proposals/<int:proposal>/accept/",
        proposals.ProposalAccept.as_view(),
        name="api_plan_acceptance",
    ),
    path("plans/<int:plan>/milestones/", tasks.MilestoneList.as_view(), name="api_plan_milestones"),
    path("plans/<int:plan>/milestones/<int:milestone>/", tasks.MilestoneDetail.as_view(), name="api_plan_milestone"),
    path("plans/<int:plan>/comments/", tasks.CommentList.as_view(), name="api_plan_comments"),
    path("plans/<int:plan>/comments/<int:remark>/", tasks.CommentDetail.as_view(), name="api_plan_comment"),
    path("mandates/", mandates.MandateList.as_view(), name="api_mandates"),
    path("mandates/<int:id>/", mandates.MandateDetail.as_view(), name="api_mandate"),
    path("mandates/<int:id>/versions/", mandates.VersionList.as_view(), name="api_versions"),
    path(
        "mandates/<int:id>/versions/<int:number>/review/",
        mandates.ReviewOfVersion.as_view(),
        name="api_version_review",
    ),
    path("mandates/<int:id>/review/", mandates.ReviewOfMandate.as_view(), name="api_mandate_review"),
    path("mandates/<int:id>/review/cancel/", mandates.CancelReview.as_view(), name="api_review_cancel"),
    *[
        path(f"mandates/<int:id>/{address}", view.as_view(), name=f"api_{address}")
        for address, view in exports.VIEWS.items()
    ],
    path("mandates/<int:id>/findings/", mandates.FindingsOfMandate.as_view(), name="api_mandate_findings"),
    path(
        "mandates/<int:id>/findings/<str:fingerprint>/decisions/",
        mandates.DecisionsOfFinding.as_view(),
        name="api_finding_decisions",
    ),
    path("mandates/<int:id>/corrections/", corrections.CorrectionList.as_view(), name="api_corrections"),
    path(
        "mandates/<int:id>/corrections/<int:correction>/",
        corrections.CorrectionDetail.as_view(),
        name="api_correction",
    ),
    path(
        "mandates/<int:id>/findings/<str:fingerprint>/comments/",
        comparison.CommentsOnFinding.as_view(),
        name="api_finding_comments",
    ),
    path("mandates/<int:id>/comparison/", comparison.ComparisonOfMandate.as_view(), name="api_comparison"),
    path(
        "mandates/<int:id>/changes/<str:fingerprint>/decisions/",
        comparison.DecisionsOfChange.as_view(),
        name="api_change_decisions",
    ),
    path(
        "mandates/<int:id>/changes/<str:fingerprint>/comments/",
        comparison.CommentsOnChange.as_view(),
        name="api_change_comments",
    ),
    path("mandates/<int:id>/comments/<int:comment>/", comparison.CommentDetail.as_view(), name="api_comment"),
    path("mandates/<int:id>/readers/", mandates.ReaderList.as_view(), name="api_readers"),
    path("mandates/<int:id>/readers/<str:username>/", mandates.ReaderDetail.as_view(), name="api_reader"),
    path("reviews/", lists.ReviewList.as_view(), name="api_reviews"),
    path("findings/", lists.FindingList.as_view(), name="api_findings"),
    path("decisions/", lists.DecisionList.as_view(), name="api_decisions"),
    path("policy/", lists.PolicyList.as_view(), name="api_policy"),
    path("trends/shares/", trends.ShareTrend.as_view(), name="api_trend_shares"),
    path("trends/positions/", trends.PositionTrend.as_view(), name="api_trend_positions"),
    path("precedents/", lists.PrecedentList.as_view(), name="api_precedents"),
    path("search/", search.Search.as_view(), name="api_search"),
    path("rules/", lists.RuleList.as_view(), name="api_rules"),
    path("rules/<str:code>/", lists.RuleDetail.as_view(), name="api_rule"),
    # With a closing slash only, so that an address without one is still led to the one that has it.
    re_path(r"^[\s\S]*/\Z", api_docs.Nowhere.as_view(), name="api_nowhere"),
    # Documents have addresses like files: one that does not exist is not led to the same with a slash.
    re_path(r"^[\s\S]*/[^/]*\.(?:docx|pdf|xlsx|csv|json)\Z", api_docs.Nowhere.as_view(), name="api_no_document"),
]
