"""A meeting around the plan: called, answered, held and closed (pure)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from naravard.core.errors import DomainError
from naravard.core.states import check_move
from naravard.plan.rules.consent import childs_view_is_sought


class MeetingStatus(StrEnum):
    """How far a meeting has come."""

    PROPOSED = "proposed"  # several times to choose from
    CALLED = "called"
    HELD = "held"
    CLOSED = "closed"  # minutes, decisions and the person's own summary are there
    CANCELLED = "cancelled"


MOVES: dict[MeetingStatus, frozenset[MeetingStatus]] = {
    MeetingStatus.PROPOSED: frozenset({MeetingStatus.CALLED, MeetingStatus.CANCELLED}),
    MeetingStatus.CALLED: frozenset(
        {MeetingStatus.CALLED, MeetingStatus.HELD, MeetingStatus.CANCELLED}
    ),
    MeetingStatus.HELD: frozenset({MeetingStatus.CLOSED}),
    MeetingStatus.CLOSED: frozenset(),
    MeetingStatus.CANCELLED: frozenset(),
}


class InviteeKind(StrEnum):
    """Who is called."""

    PERSON = "person"
    RELATED = "related"
    UNIT = "unit"
    OUTSIDE = "outside"  # school, employer, association, interpreter
    INTERPRETER = "interpreter"


class Reply(StrEnum):
    """What somebody answers a call."""

    NONE = "none"
    YES = "yes"
    NO = "no"
    OTHER_TIME = "other_time"


class ExperienceQuestion(StrEnum):
    """What the person is asked afterwards; 1 (not at all) to 5 (fully). Own wording."""

    LISTENED_TO = "listened_to"
    UNDERSTOOD = "understood"
    DECIDED = "decided"
    KNOW_WHOM_TO_ASK = "know_whom_to_ask"


class MeetingNotReady(DomainError):
    """The meeting lacks something before this step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """What the guards must know of a meeting."""

    has_time: bool = False
    person_called: bool = False
    took_part: bool | None = None
    why_absent: str = ""
    own_summary: str = ""
    minutes: str = ""
    age: int | None = None
    childs_view: str = ""
    needs_interpreter: bool = False
    interpreter: str = ""
    starts_at: datetime | None = None
    now: datetime | None = None


def check_meeting_can(
    before: MeetingStatus, after: MeetingStatus, facts: MeetingFacts
) -> None:
    """Raise MoveNotAllowed or MeetingNotReady unless the meeting can take the step."""
    check_move(MOVES, before, after)
    reason = _WHY_NOT.get(after)
    lacks = reason(facts) if reason else None
    if lacks:
        raise lacks


def _not_called(facts: MeetingFacts) -> MeetingNotReady | None:
    if not facts.has_time:
        return MeetingNotReady("Mötet har ingen tid.", remedy="Välj en tid.")
    if not facts.person_called:
        return MeetingNotReady(
            "Personen är inte kallad till sitt eget möte.",
            rule="HSL 16 kap. 4 §, SoL 10 kap. 9 §",
            remedy="Bjud in personen, eller den som för personens talan.",
        )
    if facts.needs_interpreter and not facts.interpreter.strip():
        return MeetingNotReady(
            "Personen behöver tolk och ingen tolk är bokad.",
            rule="Förvaltningslagen 13 §, PatL 3 kap. 6 §",
            remedy="Skriv vilken tolk som är bokad, eller hur det är löst.",
        )
    return None


def _not_held(facts: MeetingFacts) -> MeetingNotReady | None:
    if facts.starts_at and facts.now and facts.now < facts.starts_at:
        return MeetingNotReady(
            "Mötet har inte börjat än.", remedy="Ändra tiden om mötet var tidigare."
        )
    if facts.took_part is None or (not facts.took_part and not facts.why_absent):
        return MeetingNotReady(
            "Det är inte antecknat om personen deltog.",
            rule="HSL 16 kap. 4 §: tillsammans med den enskilde när det är möjligt",
            remedy="Ange om personen deltog, och annars varför inte.",
        )
    if childs_view_is_sought(facts.age) and not facts.childs_view.strip():
        return MeetingNotReady(
            "Barnets egen åsikt saknas.",
            rule="SoL 3 kap. 1–4 §§",
            remedy="Fråga barnet, på barnets sätt. Skriv vad barnet säger, eller att"
            " barnet inte vill säga något.",
        )
    return None


def _not_closed(facts: MeetingFacts) -> MeetingNotReady | None:
    if not facts.minutes.strip():
        return MeetingNotReady(
            "Anteckningar från mötet saknas.", remedy="Skriv vad ni kom fram till."
        )
    if facts.took_part and not facts.own_summary.strip():
        return MeetingNotReady(
            "Personens egen sammanfattning saknas.",
            remedy="Be personen säga med egna ord vad ni har kommit överens om.",
        )
    return None


_WHY_NOT = {
    MeetingStatus.CALLED: _not_called,
    MeetingStatus.HELD: _not_held,
    MeetingStatus.CLOSED: _not_closed,
}
