"""Staff write down what a person says of how she wants to be met; she sees it."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from naravard.core import clock
from naravard.dialogue import services as dialogue
from naravard.dialogue.rows import WishesRow
from naravard.web.actor import actor_of
from naravard.web.components.navigation import Crumb
from naravard.web.notices import tell
from naravard.web.staff.emergency.refused import with_ways
from naravard.web.staff.wishes.forms import SpokenWishesForm
from naravard.web.words.days import moment_words

REFUSED = 422


@require_http_methods(["GET", "POST"])
@with_ways
def wishes(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """What the person has told, and a form for what she says now."""
    now = clock.now()
    opened = dialogue.open_wishes(actor=actor_of(request), person_id=person_id, now=now)
    form = SpokenWishesForm(request.POST or None, opened.told.wishes)
    back = reverse("staff:person", args=[person_id])
    if not form.is_valid():
        page = {
            "person": opened.person,
            "form": form,
            "told": told_words(opened.told, now),
            "back": back,
            "crumbs": (Crumb(text=opened.person.name, href=back),),
        }
        return render(
            request,
            "staff/wishes/page.html",
            page,
            status=REFUSED if form.is_bound else 200,
        )
    dialogue.tell_wishes(record=opened.record, wishes=form.wishes, now=now)
    tell(
        request,
        gettext("Önskemålen är nedskrivna"),
        gettext("Personen ser dem på sin sida, med ditt namn, och kan ändra dem."),
    )
    return HttpResponseRedirect(back)


def told_words(told: WishesRow, now: datetime) -> str:
    """Who told it last and when; empty when nothing has been told."""
    if told.told_at is None:
        return ""
    when = moment_words(told.told_at, now)
    if not told.is_written_down:
        return gettext("Berättat av %(who)s, %(when)s.") % {
            "who": told.by_name,
            "when": when,
        }
    who = ", ".join(part for part in (told.by_name, told.unit) if part)
    return gettext("Nedskrivet av %(who)s efter samtal, %(when)s.") % {
        "who": who,
        "when": when,
    }
