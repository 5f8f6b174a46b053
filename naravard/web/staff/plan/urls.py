"""The addresses of the plan; which act and which section are words of our own."""

from django.urls import path

from naravard.web.staff.plan import concern, history, lists, pack, paper, views
from naravard.web.staff.plan.parts import views as parts

PLAN = "personer/<uuid:person_id>/plan/"

urlpatterns = [
    path("mina-personer/", lists.my_persons, name="my_persons"),
    path("orosanmalan/", concern.concern, name="concern"),
    path("orosanmalan/<uuid:concern_id>/", concern.receive, name="receive_concern"),
    path("personer/<uuid:person_id>/oro/", concern.report, name="report_concern"),
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}gor/<slug:slug>/", views.act, name="plan_act"),
    path(f"{PLAN}gor/<slug:slug>/<uuid:about>/", views.act, name="plan_act_about"),
    path(f"{PLAN}del/<slug:section>/", parts.part, name="plan_new_part"),
    path(f"{PLAN}del/<slug:section>/<uuid:part_id>/", parts.part, name="plan_part"),
    path(f"{PLAN}vaskan/", pack.pack, name="plan_pack"),
    path(f"{PLAN}vaskan/kod/", pack.pack_code, name="plan_pack_code"),
    path(f"{PLAN}historik/", history.history, name="plan_history"),
    path(f"{PLAN}dokument/", views.document, name="plan_document"),
    path(f"{PLAN}dokument/pdf/", paper.document_pdf, name="plan_document_pdf"),
    path(f"{PLAN}pdf/", paper.own_pdf, name="plan_own_pdf"),
    path(f"{PLAN}mote/<uuid:meeting_id>/", views.meeting_file, name="plan_calendar"),
]
