"""Consent, tracks, blockers and meetings in words."""

from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from naravard.access.rules import ConsentHow
from naravard.discharge.rows import CaseView
from naravard.discharge.rules.history import (
    BlockerReason,
    EventType,
    PlanningConsent,
    Track,
)
from naravard.web.words.days import moment_words, sentence_start

CONSENTS: dict[str, Promise] = {
    PlanningConsent.GIVEN: gettext_lazy("Ja, ni får planera tillsammans"),
    PlanningConsent.DECLINED: gettext_lazy("Nej"),
    PlanningConsent.WITHDRAWN: gettext_lazy("Tar tillbaka sitt ja"),
}
CONSENT_STANDS: dict[str, Promise] = {
    "": gettext_lazy("Inte frågad ännu"),
    PlanningConsent.GIVEN: gettext_lazy("Ja till gemensam planering"),
    PlanningConsent.DECLINED: gettext_lazy("Nej till gemensam planering"),
    PlanningConsent.WITHDRAWN: gettext_lazy("Har tagit tillbaka sitt ja"),
}
CONSENT_HOW: dict[str, Promise] = {
    ConsentHow.SPOKEN: gettext_lazy("I samtal"),
    ConsentHow.BY_PHONE: gettext_lazy("På telefon"),
    ConsentHow.WRITTEN: gettext_lazy("Skriftligt"),
}
TRACKS: dict[str, Promise] = {
    Track.GREEN: gettext_lazy("Grönt: insatser som redan är kända startar igen"),
    Track.YELLOW: gettext_lazy("Gult: nya eller ändrade insatser, möte hemma efteråt"),
    Track.RED: gettext_lazy("Rött: gemensamt planeringsmöte före hemgången"),
}
BLOCKER_REASONS: dict[str, Promise] = {
    BlockerReason.NOT_AVAILABLE: gettext_lazy("Den öppna vårdens insatser finns inte"),
    BlockerReason.NOT_CLARIFIED: gettext_lazy(
        "Det är inte klart om den öppna vårdens insatser finns"
    ),
}


def meeting_at(view: CaseView) -> datetime | None:
    """When the last call says that everyone meets."""
    for row in reversed(view.events):
        meets_at = row.details.get("meets_at")
        if row.type == EventType.SIP_CALL and isinstance(meets_at, str):
            return datetime.fromisoformat(meets_at)
    return None


def meeting_place(view: CaseView) -> str:
    """Where the last call says that everyone meets."""
    calls = [row for row in view.events if row.type == EventType.SIP_CALL]
    return str(calls[-1].details.get("place", "")) if calls else ""


def meeting_words(view: CaseView, now: datetime) -> str:
    """`I dag 14.00, samtalsrum 2`; empty without a meeting."""
    meets_at = meeting_at(view)
    if meets_at is None:
        return ""
    parts = (sentence_start(moment_words(meets_at, now)), meeting_place(view))
    return ", ".join(part for part in parts if part)
