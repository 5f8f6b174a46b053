"""The team's day without a connection: what the device keeps, and what it sends back.

The frame of the page holds nothing about anybody. Today's persons are kept encrypted
with a key of the session, which the device forgets when the session ends. What somebody
has written waits, locked with a key that only she gets, at her next sign-in too.
"""

import json
from base64 import b64encode
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.views.decorators.http import require_POST, require_safe

from naravard.access import services as access
from naravard.access.rules import AccessDenied, Action, Actor
from naravard.core import clock
from naravard.core.clock import day_of
from naravard.core.errors import DomainError
from naravard.mobile import services
from naravard.mobile.rows import TeamDay, VisitRow
from naravard.mobile.rules.states import VisitState
from naravard.web.actor import actor_of
from naravard.web.signin.limits import longest_until
from naravard.web.signin.session import login_in
from naravard.web.staff.visits.note_form import NoteForm
from naravard.web.staff.visits.shown import between
from naravard.web.words.days import clock_time

WEB = Path(__file__).resolve().parents[2]
WORKER = WEB / "static" / "nara" / "hembesok-arbetare.js"
REFUSED = 422
SOMEBODY_ELSE = 409
MOST_AT_ONCE = 200  # notes
SENT, CONFLICT, ALONE = "sent", "conflict", "alone"
STILL_TO_MAKE = frozenset({VisitState.WAITING, VisitState.PLANNED, VisitState.BEGUN})
FRAME = (
    "nara/nara.css",
    "nara/nara.js",
    "nara/hembesok.js",
    "nara/favicon.svg",
    "django_htmx/htmx-2.min.js",
    "nara/source-sans-3-latin-wght-normal.woff2",
)


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The script that shows the frame when there is no connection."""
    shell = reverse("staff:without_connection")
    files = [shell, *map(static, FRAME)]
    code = WORKER.read_text(encoding="utf-8")
    version = sha256(json.dumps([files, code]).encode()).hexdigest()[:12]
    given = "\n".join(
        (
            f"const SHELL = {json.dumps(shell)};",
            f"const FILES = {json.dumps(files)};",
            f"const STORE = {json.dumps(f'nara-hembesok-{version}')};",
        )
    )
    return HttpResponse(f"{given}\n{code}", content_type="text/javascript")


@require_safe
def without_connection(request: HttpRequest) -> HttpResponse:
    """The frame: the same for everybody, with nothing about anybody."""
    return render(request, "staff/visits/offline.html", {"form": NoteForm()})


@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """Today's persons for the device, with the session's key to lock them with."""
    return JsonResponse(_for_the_device(request))


@require_POST
def receive(request: HttpRequest, visit_id: UUID) -> HttpResponse:
    """What was written without a connection; both are kept when two have written."""
    actor, now = actor_of(request), clock.now()
    services.check_may_write(actor=actor, visit_id=visit_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"faults": form.errors}, status=REFUSED)
    try:
        received = services.write_note(
            actor=actor, form=form.visit_form(visit_id, now), now=now
        )
    except AccessDenied:
        raise
    except DomainError as refusal:
        return JsonResponse({"faults": refusal.message}, status=REFUSED)
    return JsonResponse({"known": received.was_known, "conflicts": received.conflicts})


@require_POST
def receive_many(request: HttpRequest) -> HttpResponse:
    """Everything that waited on the device, in one go; each note is judged by itself.

    What cannot be taken here is sent again alone, where the refusal is told and logged.
    The answer holds the day as it is then, so that the device need not ask again. Notes
    of somebody else than who is signed in now are not taken.
    """
    actor, now = actor_of(request), clock.now()
    access.require(actor=actor, action=Action.MAKE_VISIT)
    try:
        sent = _Sent.of(json.loads(request.body))
    except (ValueError, TypeError, KeyError):
        return JsonResponse({"faults": "notes"}, status=REFUSED)
    if len(sent.notes) > MOST_AT_ONCE:
        return JsonResponse({"faults": "too many"}, status=REFUSED)
    if sent.owner and not constant_time_compare(sent.owner, _owner(actor)):
        return JsonResponse({"faults": "owner"}, status=SOMEBODY_ELSE)
    forms = [
        each.form.visit_form(each.visit_id, now)
        for each in sent.notes
        if each.form.is_valid()
    ]
    received = services.write_notes(actor=actor, forms=forms, now=now)
    answer: dict[str, object] = {
        "notes": {each.note_id: _became(each, received) for each in sent.notes}
    }
    if sent.owner:
        answer["day"] = _for_the_device(request)
    return JsonResponse(answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """One note that has waited on a device."""

    note_id: str
    visit_id: UUID
    form: NoteForm

    @classmethod
    def of(cls, sent: dict[str, dict[str, str]]) -> "_Waiting":
        """What was sent. Raises ValueError, TypeError and KeyError."""
        fields = {name: str(value) for name, value in sent["fields"].items()}
        return cls(
            note_id=fields["note_id"],
            visit_id=UUID(str(sent["visit"])),
            form=NoteForm(fields),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """What a device sends in one go, and whose it is; a list alone is nobody's."""

    owner: str
    notes: tuple[_Waiting, ...]

    @classmethod
    def of(cls, sent: object) -> "_Sent":
        """What was sent. Raises ValueError, TypeError and KeyError."""
        owner, notes = "", sent
        if isinstance(sent, dict):
            owner, notes = str(sent["owner"]), sent["notes"]
        if not isinstance(notes, list):
            raise TypeError("notes are a list")
        return cls(owner=owner, notes=tuple(map(_Waiting.of, notes)))


def _became(waiting: _Waiting, received: dict[UUID, services.Received | None]) -> str:
    """What became of one note: sent, in conflict with another, or to be sent alone."""
    if not waiting.form.is_valid():
        return ALONE
    found = received.get(waiting.form.cleaned_data["note_id"])
    if found is None:
        return ALONE
    return CONFLICT if found.conflicts else SENT


def _for_the_device(request: HttpRequest) -> dict[str, object]:
    actor, now = actor_of(request), clock.now()
    today = day_of(now)
    found = services.open_day(actor=actor, day=today, now=now)
    rows = _own(found, actor.assignment_id)
    until = now + timedelta(seconds=request.session.get_expiry_age())
    login = login_in(request)
    if login is not None:
        until = min(until, longest_until(login))
    return {
        "key": _key("naravard.offline", request.session.session_key or ""),
        "queue_key": _key("naravard.offline.queue", str(actor.assignment_id)),
        "until": int(until.timestamp() * 1_000),  # milliseconds
        "owner": _owner(actor),
        "csrf": get_token(request),
        "receive": reverse("staff:receive_notes"),
        "day": today.isoformat(),
        "visits": [_for_device(row) for row in rows],
    }


def _owner(actor: Actor) -> str:
    """Who has written, as the device knows it."""
    return salted_hmac("naravard.offline.owner", str(actor.assignment_id)).hexdigest()


def _key(salt: str, value: str) -> str:
    digest = salted_hmac(salt, value, algorithm="sha256").digest()
    return b64encode(digest).decode()


def _own(found: TeamDay, assignment_id: UUID | None) -> tuple[VisitRow, ...]:
    """One's own round; whoever plans and makes none herself gets the whole team's."""
    own = [
        row
        for each in found.rounds
        if each.assignment_id == assignment_id
        for row in each.visits
    ]
    wanted = own or list(found.visits)
    return tuple(row for row in wanted if row.state in STILL_TO_MAKE)


def _for_device(row: VisitRow) -> dict[str, object]:
    return {
        "id": str(row.id),
        "name": row.name,
        "time": clock_time(row.starts_at) if row.starts_at else "",
        "why": row.why,
        "promise": between(row.promise),
        "address_home": row.address,
        "phone": row.phone,
        "version": row.version,
        "page": reverse("staff:visit", args=[row.id]),
        "address": reverse("staff:receive_note", args=[row.id]),
    }
