"""The form somebody had written when they had to prove who they are once more.

It stays on the server, in their own session, and is sent only when they press the
button themselves. Files are not kept; no form here has any.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.http import HttpRequest

from naravard.web.signin.session import KEPT

HOLDS = timedelta(hours=1)
LARGEST = 200_000  # characters
SECURITY_TOKEN = "csrfmiddlewaretoken"  # noqa: S105 — the name of a field


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One field of a form, as it was sent."""

    name: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptForm:
    """What was written, and the address on this site it was sent to."""

    address: str
    written: tuple[Written, ...]
    kept_at: datetime


def keep(request: HttpRequest, now: datetime) -> None:
    """Keep the form of this request, unless it is too large to be a form of ours."""
    written = tuple(
        Written(name=name, value=value)
        for name, values in request.POST.lists()
        for value in values
        if name != SECURITY_TOKEN
    )
    if sum(len(field.value) for field in written) <= LARGEST:
        put(
            request,
            KeptForm(address=request.get_full_path(), written=written, kept_at=now),
        )


def put(request: HttpRequest, form: KeptForm) -> None:
    """Keep a form in this session, in place of any other."""
    request.session[KEPT] = {
        "address": form.address,
        "written": [[field.name, field.value] for field in form.written],
        "kept_at": form.kept_at.isoformat(),
    }


def kept_in(request: HttpRequest, now: datetime) -> KeptForm | None:
    """The form this session keeps, if it is not too old."""
    kept = request.session.get(KEPT)
    if kept is None or now - datetime.fromisoformat(kept["kept_at"]) > HOLDS:
        return None
    return KeptForm(
        address=kept["address"],
        written=tuple(
            Written(name=name, value=value) for name, value in kept["written"]
        ),
        kept_at=datetime.fromisoformat(kept["kept_at"]),
    )


def forget(request: HttpRequest) -> None:
    """Let go of the form: it has been sent, or is not wanted."""
    request.session.pop(KEPT, None)
