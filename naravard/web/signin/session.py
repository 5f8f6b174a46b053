"""What the session remembers of the one who is signed in.

`actor` is what the access rules read; `shown` is only what the top bar writes out.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.http import HttpRequest

ACTOR = "actor"
SHOWN = "shown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The signed-in person as the top bar shows them; `caregiver` is the letter."""

    name: str
    role: str
    organisation: str
    unit: str
    caregiver: str
    face: str


def sign_in(request: HttpRequest, *, actor: Mapping[str, object], shown: Shown) -> None:
    """Start a new session for someone whose identity has been established."""
    request.session.flush()
    request.session[ACTOR] = dict(actor)
    request.session[SHOWN] = asdict(shown)


def sign_out(request: HttpRequest) -> None:
    """Forget the session, in the browser and on the server."""
    request.session.flush()


def is_signed_in(request: HttpRequest) -> bool:
    """Whether someone's identity has been established in this session."""
    return hasattr(request, "session") and ACTOR in request.session


def shown_in(request: HttpRequest) -> Shown | None:
    """Who the top bar shows, if anyone is signed in."""
    if not is_signed_in(request) or SHOWN not in request.session:
        return None
    return Shown(**request.session[SHOWN])
