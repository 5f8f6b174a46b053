"""One part of the plan: written, taken away, and both sides when two wrote at once."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from naravard.access.rules import AccessDenied
from naravard.core.clock import day_of
from naravard.core.errors import DomainError, NotFound
from naravard.plan import services
from naravard.plan.rules.content import find
from naravard.plan.rules.edits import Edit, Remove
from naravard.plan.rules.errors import EditedMeanwhile
from naravard.web.components.forms import target_of
from naravard.web.notices import tell
from naravard.web.staff.plan.acts.definition import Setting
from naravard.web.staff.plan.opening import setting_for
from naravard.web.staff.plan.parts.asked import ASKED, HEADER
from naravard.web.staff.plan.parts.forms import (
    MAY_BE_GIVEN,
    PartForm,
    edit_of,
    initial,
    mine,
    part_form,
)
from naravard.web.staff.plan.shown import address_of
from naravard.web.staff.plan.views import about_person
from naravard.web.staff.plan.words.kinds import SECTION
from naravard.web.staff.plan.words.values import Said, sides

REFUSED, CLASHED = 422, 409
REMOVE = "ta-bort"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which part of whose plan a form writes."""

    setting: Setting
    section: str
    part_id: UUID | None

    @property
    def is_new(self) -> bool:
        """Whether the part is not in the plan yet."""
        return self.part_id is None and self.section != HEADER


@require_http_methods(["GET", "POST"])
def part(
    request: HttpRequest, person_id: UUID, section: str, part_id: UUID | None = None
) -> HttpResponse:
    """Ask what a part says, or write it. What others wrote meanwhile is kept."""
    place = _place(request, person_id, section, part_id)
    setting = place.setting
    services.check_may_change(
        record=setting.record, content=setting.plan.content, part_id=part_id
    )
    form = part_form(section, setting.plan)
    if request.method == "GET":
        begun = initial(section, setting.plan, part_id)
        given = {
            name: request.GET[name] for name in MAY_BE_GIVEN if name in request.GET
        }
        return _form(request, place, form(initial={**begun, **given}))
    sent = form(request.POST)
    removes = REMOVE in request.POST and part_id is not None
    if not removes and not sent.is_valid():
        return _form(request, place, sent)
    return _written(request, place, sent, removes=removes)


def _written(
    request: HttpRequest, place: Place, form: PartForm, *, removes: bool
) -> HttpResponse:
    form.is_valid()
    if not {"read_version", "request_id"} <= set(form.cleaned_data):
        return _form(request, place, form)
    try:
        services.change(
            record=place.setting.record,
            plan_id=place.setting.plan_id,
            read_version=form.cleaned_data["read_version"],
            edits=(_edit(place, form, removes=removes),),
            because=form.cleaned_data.get("because", ""),
            request_id=form.cleaned_data["request_id"],
            now=place.setting.now,
        )
    except EditedMeanwhile as conflict:
        return _clash(request, place, form, conflict)
    except AccessDenied:
        raise
    except DomainError as refusal:
        form.refuse(refusal)
        return _form(request, place, form)
    tell(
        request,
        gettext("Planen är ändrad"),
        gettext(
            "Alla som deltar ser ändringen. Det som stod förut finns i historiken."
        ),
    )
    return HttpResponseRedirect(address_of(place.setting.person.id))


def _edit(place: Place, form: PartForm, *, removes: bool) -> Edit:
    if removes and place.part_id:
        return Remove(part_id=place.part_id)
    return edit_of(
        place.section,
        form,
        place.setting.plan,
        place.part_id,
        day_of(place.setting.now),
    )


def _place(
    request: HttpRequest, person_id: UUID, section: str, part_id: UUID | None
) -> Place:
    if section not in ASKED:
        raise NotFound(gettext("Det finns ingen sådan del i en plan."))
    return Place(
        setting=setting_for(request, person_id), section=section, part_id=part_id
    )


def _clash(
    request: HttpRequest, place: Place, form: PartForm, conflict: EditedMeanwhile
) -> HttpResponse:
    """Both sides beside each other; what one sends again is what shall hold."""
    again = request.POST.copy()
    again["read_version"] = str(conflict.version)
    return _form(
        request,
        place,
        type(form)(again),
        status=CLASHED,
        sides=_both(place, form, conflict),
        by=conflict.clashes[0].theirs_by,
    )


def _both(place: Place, form: PartForm, conflict: EditedMeanwhile) -> tuple[Said, ...]:
    """What the other wrote, and what one wrote oneself, field by field."""
    plan, section = place.setting.plan, place.section
    is_header = section == HEADER
    theirs = plan.content.header if is_header else conflict.clashes[0].theirs
    today = day_of(place.setting.now)
    said = mine(section, form, plan, place.part_id, today) if form.is_valid() else None
    return sides(section, theirs, said, plan)


def _form(
    request: HttpRequest,
    place: Place,
    form: PartForm,
    *,
    status: int = REFUSED,
    sides: tuple[Said, ...] = (),
    by: str = "",
) -> HttpResponse:
    setting = place.setting
    exists = place.part_id and find(setting.plan.content, place.part_id)
    named = next((name for name in form.errors if name in form.fields), "")
    return render(
        request,
        "staff/plan/part.html",
        {
            **about_person(setting),
            "title": SECTION[place.section],
            "form": form,
            "refused": form.is_bound and not sides,
            "target": target_of(form, named) if named else "",
            "sides": sides,
            "by": by,
            "is_new": place.is_new,
            "may_remove": bool(exists),
            "remove": REMOVE,
        },
        status=status if form.is_bound else 200,
    )
