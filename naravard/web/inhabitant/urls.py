"""The inhabitant's addresses; none names a person."""

from django.urls import path

from naravard.plan.rules.kinds import PassageKind
from naravard.web.inhabitant import choosing, easy, lifting, more, views, visits
from naravard.web.inhabitant.details import close
from naravard.web.inhabitant.details import views as details
from naravard.web.inhabitant.plan import times
from naravard.web.inhabitant.plan import views as plan
from naravard.web.inhabitant.talks import views as talks

app_name = "inhabitant"
OWN_TEXTS = {
    "viktigt": PassageKind.WHAT_MATTERS,
    "fragor": PassageKind.OWN_QUESTIONS,
    "sammanfattning": PassageKind.OWN_SUMMARY,
    "kris-tecken": PassageKind.CRISIS_SIGNS,
    "kris-hjalp": PassageKind.CRISIS_HELPS,
    "kris-inte": PassageKind.CRISIS_AVOID,
    "kris-ring": PassageKind.CRISIS_CALL,
}
urlpatterns = [
    path("hem/", views.home, name="home"),
    path("vem-kommer/", visits.visits, name="visits"),
    path("min-plan/", plan.my_plan, name="my_plan"),
    path("min-plan/pdf/", plan.plan_pdf, name="plan_pdf"),
    path("min-plan/be-om/", plan.ask_for_plan, name="ask_for_plan"),
    path("min-plan/svar/", plan.answer, name="answer_plan"),
    path("min-plan/ta-tillbaka/", plan.withdraw, name="withdraw_plan"),
    path("min-plan/mal/", plan.write_goal, name="write_goal"),
    *(
        path(
            f"min-plan/{address}/",
            plan.write_words,
            kwargs={"kind": kind},
            name=f"write_{kind}",
        )
        for address, kind in OWN_TEXTS.items()
    ),
    path("mina-tider/", times.times, name="times"),
    path("mina-tider/kalender/", times.times_file, name="times_file"),
    path("mina-tider/<uuid:meeting_id>/svar/", times.reply, name="reply"),
    path("mina-tider/<uuid:meeting_id>/hur/", times.experience, name="experience"),
    path(
        "mina-tider/<uuid:meeting_id>/kalender/",
        times.meeting_file,
        name="meeting_file",
    ),
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
    path("samtycke/fragor/", lifting.lift_questions, name="lift_questions"),
    path("samtycke/sparr/ta-bort/", choosing.lift, name="lift"),
    path("mina-uppgifter/", details.details, name="details"),
    path("mina-uppgifter/andra/", details.change, name="change_details"),
    path("mina-uppgifter/hamta/", views.download, name="download"),
    path("mina-uppgifter/dela/", details.shared, name="shared"),
    path("mina-uppgifter/narstaende/", close.add, name="add_close"),
    path("mina-uppgifter/narstaende/<uuid:related_id>/", close.mandate, name="mandate"),
    path(
        "mina-uppgifter/narstaende/<uuid:related_id>/uppgifter/",
        close.describe,
        name="describe_close",
    ),
    path(
        "mina-uppgifter/narstaende/<uuid:related_id>/ta-bort/",
        close.forget,
        name="forget_close",
    ),
    path("lattlast/", easy.choose_edition, name="choose_edition"),
    path("meddelanden/", talks.talks, name="talks"),
    path("meddelanden/skriv/", talks.write, name="write"),
    path("meddelanden/<uuid:talk_id>/", talks.talk, name="talk"),
    path("mer/", more.more, name="more"),
    path("las-for/", views.read_for, name="read_for"),
]
