"""One sign-in under way: what we asked for, remembered until the answer comes.

Each has a state of its own and is used once, so an answer cannot be played again or
be given to another browser. A few may be under way at once, in several tabs.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import token_urlsafe

from django.http import HttpRequest

from naravard.web.signin.provider import Who
from naravard.web.signin.refusals import AnswerNotTrusted, Fault

ERRANDS = "errands"
AT_ONCE = 5
HOLDS = timedelta(minutes=15)
RANDOM_BYTES = 32  # 43 characters, the shortest verifier of RFC 7636


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """What one sign-in is for.

    `signed_in_after` is how old the proof may be; `confirming` says that somebody
    already signed in is to prove it once more; `next` is where to go afterwards.
    """

    who: Who
    state: str
    nonce: str
    verifier: str
    began_at: datetime
    signed_in_after: datetime
    confirming: bool
    next: str


def begin(
    request: HttpRequest,
    *,
    who: Who,
    now: datetime,
    max_age: timedelta,
    confirming: bool,
    next_address: str,
) -> Errand:
    """Remember a new errand in the session; the oldest gives way."""
    errand = Errand(
        who=who,
        state=token_urlsafe(RANDOM_BYTES),
        nonce=token_urlsafe(RANDOM_BYTES),
        verifier=token_urlsafe(RANDOM_BYTES),
        began_at=now,
        signed_in_after=now - max_age,
        confirming=confirming,
        next=next_address,
    )
    others = [kept for kept in request.session.get(ERRANDS, ()) if kept]
    request.session[ERRANDS] = [*others, _kept(errand)][-AT_ONCE:]
    return errand


def finish(request: HttpRequest, *, state: str, now: datetime) -> Errand:
    """The errand an answer belongs to, and forget it. Raises AnswerNotTrusted."""
    kept = request.session.get(ERRANDS, [])
    mine = [each for each in kept if state and each["state"] == state]
    if not mine:
        raise AnswerNotTrusted(Fault.STATE)
    request.session[ERRANDS] = [each for each in kept if each not in mine]
    errand = _read(mine[0])
    if now - errand.began_at > HOLDS:
        raise AnswerNotTrusted(Fault.STATE)
    return errand


def _kept(errand: Errand) -> dict[str, object]:
    return {
        "who": errand.who.value,
        "state": errand.state,
        "nonce": errand.nonce,
        "verifier": errand.verifier,
        "began_at": errand.began_at.isoformat(),
        "signed_in_after": errand.signed_in_after.isoformat(),
        "confirming": errand.confirming,
        "next": errand.next,
    }


def _read(kept: dict[str, str]) -> Errand:
    return Errand(
        who=Who(kept["who"]),
        state=kept["state"],
        nonce=kept["nonce"],
        verifier=kept["verifier"],
        began_at=datetime.fromisoformat(kept["began_at"]),
        signed_in_after=datetime.fromisoformat(kept["signed_in_after"]),
        confirming=bool(kept["confirming"]),
        next=kept["next"],
    )
