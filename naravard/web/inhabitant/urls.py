"""The inhabitant's addresses; none names a person."""

from django.urls import path

from naravard.web.inhabitant import choosing, views, visits

app_name = "inhabitant"
urlpatterns = [
    path("hem/", views.home, name="home"),
    path("vem-kommer/", visits.visits, name="visits"),
    path("papper/", views.papers, name="papers"),
    path("papper/<uuid:paper_id>/", views.paper, name="paper"),
    path("vem-har-last/", views.readers, name="readers"),
    path("vem-har-last/pdf/", views.readers_pdf, name="readers_pdf"),
    path("samtycke/", views.consents, name="consents"),
    path("samtycke/planering/", views.planning_question, name="planning_question"),
    path("samtycke/planering/svar/", views.planning_answer, name="planning_answer"),
    path("samtycke/lasa/", choosing.reading, name="reading"),
    path("samtycke/ta-tillbaka/", choosing.withdraw, name="withdraw"),
    path("samtycke/sparr/", choosing.blocks, name="blocks"),
    path("samtycke/sparr/ta-bort/", choosing.lift, name="lift"),
    path("mina-uppgifter/", views.download, name="download"),
    path("las-for/", views.read_for, name="read_for"),
]
