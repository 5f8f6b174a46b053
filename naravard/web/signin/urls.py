"""The addresses of signing in and out; none names a person."""

from django.urls import path

from naravard.web.signin import elsewhere, views

urlpatterns = [
    path("logga-in/", views.sign_in, name="sign_in"),
    path("logga-in/medarbetare/", views.begin_staff, name="sign_in_staff"),
    path("logga-in/invanare/", views.begin_inhabitant, name="sign_in_inhabitant"),
    path("logga-in/klart/", views.done, name="sign_in_done"),
    path("logga-in/uppdrag/", views.choose_assignment, name="choose_assignment"),
    path("logga-in/bekrafta/", views.confirm, name="confirm"),
    path("logga-in/fortsatt/", views.kept_form, name="kept_form"),
    path("logga-in/slang/", views.forget_form, name="forget_form"),
    path("mina-inloggningar/", elsewhere.my_sessions, name="my_sessions"),
    path("logga-ut/", views.sign_out, name="sign_out"),
    path("logga-ut/klart/", views.signed_out, name="signed_out"),
    path(
        "logga-ut/fran-tjansten/",
        views.signed_out_elsewhere,
        name="signed_out_elsewhere",
    ),
]
