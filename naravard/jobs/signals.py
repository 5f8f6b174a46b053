"""Each night, after the counting: who is to hear of what, on their page and by e-mail.

What is sent is about groups, never a person: which measure, where, and what it says.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse
from django.utils.translation import override

from naravard.access.queries import actor_for_assignment
from naravard.access.rules import Actor, AssignmentNotInForce
from naravard.core.clock import day_of
from naravard.indicators import queries, services
from naravard.indicators.queries import SignalRow
from naravard.web.decisions.signalling import (
    Followed,
    followed_by,
    signal_words,
    state_words,
)

TRIED_FOR = timedelta(days=7)  # an e-mail that is older says nothing new
PROBLEMS = (SMTPException, OSError)  # what a post office may answer with


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How many signals are new, how many e-mails went, and how many did not."""

    raised: int = 0
    mailed: int = 0
    failed: int = 0


def tell_signals(*, now: datetime) -> Told:
    """Raise what has become a signal, and send what is to be sent."""
    told = Told()
    for assignment in queries.following():
        actor = _actor(assignment, now)
        if actor is not None:
            raised, mailed, failed = _tell(actor, now)
            told = Told(
                raised=told.raised + raised,
                mailed=told.mailed + mailed,
                failed=told.failed + failed,
            )
    return told


def _actor(assignment: UUID, now: datetime) -> Actor | None:
    """Whoever follows; nobody when the assignment has ended."""
    try:
        return actor_for_assignment(assignment, day_of(now))
    except AssignmentNotInForce:
        return None


def _tell(actor: Actor, now: datetime) -> tuple[int, int, int]:
    with override("sv"):
        followed = {each.row.id: each for each in followed_by(actor)}
        raised = sum(
            services.note_state(
                subscription_id=each.row.id,
                state=each.state,
                period=each.period,
                value=each.value,
                now=now,
            )
            for each in followed.values()
        )
        sent = [
            _mailed(row, followed[row.about.id], now)
            for row in queries.signals_to_mail(actor, now - TRIED_FOR)
            if settings.MAIL
        ]
    return raised, sum(sent), len(sent) - sum(sent)


def _mailed(row: SignalRow, followed: Followed, now: datetime) -> bool:
    """Send one; what went wrong is kept, and it is tried again the next night."""
    try:
        with get_connection() as connection:
            message_of(row, followed, connection=connection).send()
    except PROBLEMS as problem:
        services.mark_mailed(signal_id=row.id, now=now, problem=type(problem).__name__)
        return False
    services.mark_mailed(signal_id=row.id, now=now)
    return True


def message_of(
    row: SignalRow, followed: Followed, connection: BaseEmailBackend | None = None
) -> EmailMessage:
    """The e-mail: the point in the subject, then the doubt, then where to read more."""
    name = followed.measure.name
    page = reverse("decisions:measure", args=[row.about.indicator])
    return EmailMessage(
        subject=f"{state_words(row)}: {name}, {followed.place}",
        body="\n\n".join(
            (
                f"{name}, {followed.place}: {state_words(row).lower()}.",
                signal_words(followed),
                f"Läs mer: {settings.SIGNIN_ADDRESS}{page}",
                "Du får brevet därför att du följer måttet i Nära. Under Signaler "
                "kan du ändra det eller sluta.",
            )
        ),
        to=[row.about.email],
        connection=connection,
    )
