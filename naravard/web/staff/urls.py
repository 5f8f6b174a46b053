"""The addresses of the staff face; a person is only ever a UUID in them."""

from django.urls import path

from naravard.web.staff import deviations, my_day, reserve, search
from naravard.web.staff.acts import views as acts
from naravard.web.staff.case import views as case
from naravard.web.staff.emergency import lifting
from naravard.web.staff.emergency import views as emergency
from naravard.web.staff.person import views as person
from naravard.web.staff.plan.urls import urlpatterns as plan_patterns
from naravard.web.staff.reviews import views as reviews
from naravard.web.staff.said import views as said
from naravard.web.staff.talks import views as talks
from naravard.web.staff.visits import (
    asking,
    board,
    changing,
    making,
    offline,
    orders,
    shifts,
    teams,
)
from naravard.web.staff.wishes import views as wishes
from naravard.web.staff.worklist import views as worklist

app_name = "staff"
urlpatterns = [
    path("min-dag/", my_day.my_day, name="my_day"),
    path("utskrivningar/", worklist.worklist, name="worklist"),
    path("utskrivningar/nytt/", worklist.updates, name="updates"),
    path("utskrivningar/panel/<uuid:case_id>/", worklist.panel, name="panel"),
    path("utskrivningar/skriv-ut/", worklist.worklist_print, name="worklist_print"),
    path(
        "utskrivningar/sa-raknar-vi-tiden/", worklist.how_we_count, name="how_we_count"
    ),
    path("arenden/<uuid:case_id>/", case.case, name="case"),
    path("arenden/<uuid:case_id>/underlag/", case.evidence, name="evidence"),
    path("arenden/<uuid:case_id>/gor/<slug:slug>/", acts.act, name="act"),
    path(
        "arenden/<uuid:case_id>/gor/<slug:slug>/<uuid:message_id>/",
        acts.act,
        name="act_about",
    ),
    path("fragor/", talks.talks, name="talks"),
    path("fragor/<uuid:person_id>/<uuid:talk_id>/", talks.talk, name="talk"),
    path(
        "fragor/<uuid:person_id>/<uuid:talk_id>/lamna-vidare/",
        talks.pass_on,
        name="pass_on_talk",
    ),
    path("brev/<uuid:person_id>/<uuid:letter_id>/", talks.letter, name="letter"),
    path("personer/<uuid:person_id>/", person.person, name="person"),
    path("personer/<uuid:person_id>/skriv-in/", person.admit, name="admit"),
    path("personer/<uuid:person_id>/be-om-havning/", lifting.ask, name="lift_ask"),
    path("personer/<uuid:person_id>/nodlage/", emergency.emergency, name="emergency"),
    path(
        "personer/<uuid:person_id>/nodlage/avsluta/",
        emergency.end,
        name="emergency_end",
    ),
    path(
        "personer/<uuid:person_id>/nodlage/<uuid:emergency_id>/oppna/",
        emergency.open_now,
        name="emergency_open",
    ),
    path(
        "personer/<uuid:person_id>/nodlage/<uuid:emergency_id>/be-dem/",
        emergency.ask_to_lift,
        name="emergency_ask",
    ),
    path("personer/<uuid:person_id>/onskemal/", wishes.wishes, name="wishes"),
    path("personer/<uuid:person_id>/samtycke/", said.said, name="said"),
    path("personer/<uuid:person_id>/samtycke/svar/", said.answer, name="said_answer"),
    path("personer/<uuid:person_id>/samtycke/sparr/", said.block, name="said_block"),
    path(
        "personer/<uuid:person_id>/samtycke/sparr/<uuid:block_id>/",
        said.lift,
        name="said_lift",
    ),
    path(
        "personer/<uuid:person_id>/samtycke/svar/<uuid:consent_id>/",
        said.withdraw,
        name="said_withdraw",
    ),
    path(
        "personer/<uuid:person_id>/hembesok/",
        asking.person_visits,
        name="person_visits",
    ),
    path("personer/<uuid:person_id>/bestall/", orders.order, name="order_to_home"),
    path("hembesok/bestallningar/", orders.orders, name="orders"),
    path("hembesok/bestallningar/<uuid:order_id>/", orders.change, name="change_order"),
    path("hembesok/team/", teams.team, name="team"),
    path("hembesok/team/lage/", teams.change, name="change_team"),
    path("hembesok/team/pass/", teams.shifts, name="plan_shifts"),
    path("hembesok/team/pass/<uuid:shift_id>/", shifts.shift, name="shift"),
    path(
        "hembesok/team/pass/<uuid:shift_id>/ta-bort/",
        shifts.remove,
        name="remove_shift",
    ),
    path("hembesok/team/behorighet/", teams.competence, name="give_competence"),
    path(
        "hembesok/team/behorighet/<uuid:competence_id>/avsluta/",
        teams.end,
        name="end_competence",
    ),
    path("hembesok/team/resurser/", teams.resource, name="add_resource"),
    path(
        "hembesok/team/resurser/<uuid:resource_id>/",
        teams.change_resource,
        name="change_resource",
    ),
    path(
        "hembesok/inskrivningar/<uuid:enrolment_id>/avsluta/",
        changing.end_enrolment,
        name="end_enrolment",
    ),
    path(
        "hembesok/besok/<uuid:visit_id>/annan-dag/",
        changing.other_day,
        name="change_visit_day",
    ),
    path(
        "hembesok/besok/<uuid:visit_id>/behover/",
        changing.things,
        name="change_visit_things",
    ),
    path(
        "hembesok/besok/<uuid:visit_id>/stall-in/",
        changing.cancel,
        name="cancel_visit",
    ),
    path("hembesok/ringt/<uuid:moved_id>/", changing.told, name="say_told"),
    path("hembesok/", asking.requests, name="requests"),
    path("hembesok/svara/<uuid:request_id>/", asking.answer, name="answer_request"),
    path("hembesok/dagen/", making.day, name="team_day"),
    path("hembesok/besok/<uuid:visit_id>/", making.visit, name="visit"),
    path("hembesok/besok/<uuid:visit_id>/borja/", making.begin, name="begin_visit"),
    path("hembesok/utan-nat/", offline.without_connection, name="without_connection"),
    path("hembesok/arbetare.js", offline.worker, name="worker"),
    path("hembesok/dagen/ta-emot/", offline.receive_many, name="receive_notes"),
    path("hembesok/dagen/spara/", offline.kept, name="kept_day"),
    path(
        "hembesok/besok/<uuid:visit_id>/ta-emot/", offline.receive, name="receive_note"
    ),
    path("hembesok/planera/", board.board, name="board"),
    path("hembesok/planera/prova/", board.tried, name="board_tried"),
    path("hembesok/planera/valj/", board.choose, name="board_choose"),
    path("hembesok/planera/flytta/", board.move, name="board_move"),
    path("hembesok/planera/byt/", board.swap, name="board_swap"),
    path("hembesok/planera/fast/", board.pin, name="board_pin"),
    path("hembesok/planera/angra/", board.undo, name="board_undo"),
    path("hembesok/planera/pass/", board.shift, name="board_shift"),
    path("sok/", search.search, name="search"),
    path("avvikelser/", deviations.deviations, name="deviations"),
    path("granskning/", reviews.reviews, name="reviews"),
    path("granskning/<uuid:pick_id>/", reviews.one, name="review"),
    path("granskning/<uuid:pick_id>/fraga/", reviews.ask, name="review_ask"),
    path("granskning/<uuid:pick_id>/beslut/", reviews.decide, name="review_decide"),
    path(
        "granskning/<uuid:pick_id>/uppfoljning/",
        reviews.follow_up,
        name="review_follow_up",
    ),
    path("granskning/<uuid:pick_id>/svar/", reviews.explain, name="review_explain"),
    path("reserv/", reserve.reserve, name="reserve"),
    path("reserv/lista/", reserve.reserve_list, name="reserve_list"),
    path("reserv/blankett/", reserve.reserve_form, name="reserve_form"),
    *plan_patterns,
]
