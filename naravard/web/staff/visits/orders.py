"""Mobile X-ray and equipment: ordered to somebody's home, answered, and followed."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Action
from naravard.core import clock
from naravard.core.errors import DomainError, NotFound
from naravard.mobile import services
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.staff.visits.order_forms import ChangeForm, OrderForm
from naravard.web.staff.visits.shown import order_shown

REFUSED = 422


@require_safe
def orders(request: HttpRequest) -> HttpResponse:
    """What the unit has been asked for, and what it has ordered."""
    actor, now = actor_of(request), clock.now()
    rows = services.open_orders(actor=actor, now=now)
    shown = [order_shown(row) for row in rows]
    return render(
        request,
        "staff/visits/orders.html",
        {
            "to_us": [
                (each, ChangeForm.of(each.row))
                for each in shown
                if each.row.answered_by == actor.unit_id
            ],
            "by_us": [each for each in shown if each.row.answered_by != actor.unit_id],
            "now": now,
        },
    )


@require_http_methods(["GET", "POST"])
def order(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """Order mobile X-ray or equipment to somebody's home."""
    actor, now = actor_of(request), clock.now()
    opened = services.open_ordering(actor=actor, person_id=person_id, now=now)
    form = OrderForm(opened.xray, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.order_to_home(actor=actor, order=form.order(person_id), now=now)
        except AccessDenied:
            raise
        except DomainError as refusal:
            form.refuse(refusal)
        else:
            tell(
                request,
                gettext("Beställningen är skickad"),
                gettext("Du ser var den är här och på sidan Beställningar."),
            )
            return HttpResponseRedirect(
                reverse("staff:person_visits", args=[person_id])
            )
    return render(
        request,
        "staff/visits/order.html",
        {
            "person": opened.person,
            "form": form,
            "crumbs": (
                Crumb(text=gettext("Beställningar"), href=reverse("staff:orders")),
                Crumb(
                    text=opened.person.name,
                    href=reverse("staff:person_visits", args=[person_id]),
                ),
            ),
        },
        status=REFUSED if form.is_bound else 200,
    )


@require_POST
def change(request: HttpRequest, order_id: UUID) -> HttpResponse:
    """Say where an order is."""
    access.require(actor=actor_of(request), action=Action.ORDER_TO_HOME)
    form = ChangeForm(request.POST)
    if not form.is_valid():
        tell(request, gettext("Uppgifterna räckte inte"), gettext("Försök igen."))
        return HttpResponseRedirect(reverse("staff:orders"))
    try:
        services.change_order(
            actor=actor_of(request),
            order_id=order_id,
            to=form.state(),
            answer=form.cleaned_data["answer"],
            visit_on=form.cleaned_data["visit_on"],
            now=clock.now(),
        )
    except (AccessDenied, NotFound):
        raise
    except DomainError as refusal:
        tell(request, refusal.message, refusal.remedy)
    else:
        tell(
            request,
            gettext("Noterat"),
            gettext("Den som beställde och personen ser det på en gång."),
        )
    return HttpResponseRedirect(reverse("staff:orders"))
