"""The easy-to-read edition: own short pages in larger text, for who has chosen it."""

from collections.abc import Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from naravard.access.rules import ActorKind
from naravard.core import clock
from naravard.dialogue import services as dialogue
from naravard.dialogue.queries import reads_easily
from naravard.web.actor import actor_of
from naravard.web.inhabitant.reader import ReaderShown
from naravard.web.inhabitant.refusals import refused_quietly
from naravard.web.language import safe_address
from naravard.web.notices import tell

# Pages that exist in both editions; the others are the same for everybody.
IN_BOTH = frozenset(
    {
        "home.html",
        "consents.html",
        "plan/plan.html",
        "plan/times.html",
        "talks/talks.html",
    }
)


def render_own(
    request: HttpRequest,
    template: str,
    page: Mapping[str, object],
    reader: ReaderShown | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page in the edition its reader has chosen; each says the same.

    Who reads for somebody else gets the usual edition: the choice is the person's own.
    """
    may_choose = actor_of(request).kind is ActorKind.PERSON
    easy = reader.is_easy if reader else may_choose and reads_easily(actor_of(request))
    folder = "inhabitant/easy/" if easy and template in IN_BOTH else "inhabitant/"
    context = {**page, "is_easy": easy, "may_choose_edition": may_choose}
    return render(request, f"{folder}{template}", context, status=status)


@require_POST
@refused_quietly
def choose_edition(request: HttpRequest) -> HttpResponse:
    """Change to the other edition, and back to the page; kept among her details."""
    now = clock.now()
    opened = dialogue.open_own_details(actor=actor_of(request), now=now)
    before = opened.told.wishes
    wishes = replace(before, easy_to_read=not before.easy_to_read)
    dialogue.tell_wishes(record=opened.record, wishes=wishes, now=now)
    if wishes.easy_to_read:
        tell(request, gettext("Nu är texten lättläst"), "")
    else:
        tell(request, gettext("Nu är texten som vanligt"), "")
    back = safe_address(request, request.POST.get("next", ""))
    return redirect(back or "inhabitant:home")
