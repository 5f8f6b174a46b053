"""The addresses of the decision-maker's face; none of them leads to a person."""

from django.urls import path

from naravard.web.decisions import (
    access,
    cases,
    deciding,
    equity,
    files,
    measures,
    paper,
    roads,
    signals,
    state,
    weekly,
    writing,
)

app_name = "decisions"
urlpatterns = [
    path("", state.state, name="state"),
    path("matt/", measures.measures, name="measures"),
    path("matt/<slug:measure>/", measures.measure, name="measure"),
    path("matt/<slug:measure>/arenden/", cases.cases, name="cases"),
    path("matt/<slug:measure>/folj/", signals.follow, name="follow"),
    path("tal/", files.figures, name="figures"),
    path("jamlikhet/", equity.equity, name="equity"),
    path("nabarhet/", access.access, name="access"),
    path("fardplan/", roads.road, name="road"),
    path("fardplan/insats/<uuid:initiative_id>/", roads.initiative, name="initiative"),
    path(
        "fardplan/insats/<uuid:initiative_id>/synpunkt/",
        deciding.comment,
        name="comment",
    ),
    path("fardplan/hinder/<uuid:obstacle_id>/", deciding.obstacle, name="obstacle"),
    path("fardplan/hinder/nytt/", writing.obstacle, name="new_obstacle"),
    path(
        "fardplan/hinder/<uuid:obstacle_id>/andra/",
        writing.obstacle,
        name="write_obstacle",
    ),
    path("fardplan/milstolpe/ny/", writing.milestone, name="new_milestone"),
    path(
        "fardplan/milstolpe/<uuid:milestone_id>/andra/",
        writing.milestone,
        name="write_milestone",
    ),
    path("fardplan/insats/ny/", writing.initiative, name="new_initiative"),
    path(
        "fardplan/insats/<uuid:initiative_id>/andra/",
        writing.initiative,
        name="write_initiative",
    ),
    path(
        "fardplan/insats/<uuid:initiative_id>/beslut/",
        writing.proposal,
        name="propose",
    ),
    path("underlag/", deciding.decisions, name="decisions"),
    path("underlag/beslut/<uuid:decision_id>/", deciding.decide, name="decide"),
    path("underlag/pdf/", paper.pdf, name="pdf"),
    path("underlag/xlsx/", paper.spreadsheet, name="spreadsheet"),
    path("vecka/", weekly.week, name="week"),
    path("vecka/<uuid:note_id>/gjort/", weekly.done, name="note_done"),
    path("signaler/", signals.signals, name="signals"),
    path("signaler/lasta/", signals.seen, name="signals_seen"),
    path("signaler/<uuid:subscription_id>/sluta/", signals.stop, name="stop_following"),
]
