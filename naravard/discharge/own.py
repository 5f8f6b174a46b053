"""What discharge shows the person herself: frozen rows, no tables and no words (pure).

The web says it in plain language; nothing here is about what authorities owe each
other.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from naravard.plan.rules.kinds import Mode


class Doer(StrEnum):
    """Who does something, as the person knows them."""

    PERSON = "person"
    HOSPITAL = "hospital"
    HEALTH_CENTRE = "health_centre"
    MUNICIPALITY = "municipality"
    EVERYONE = "everyone"


class NextKind(StrEnum):
    """What happens next for the person."""

    NOTHING = "nothing"  # not in hospital, and nothing planned here
    AGREED = "agreed"  # a time or a meeting in her plan
    REVIEW = "review"  # her plan is looked at again
    ADMITTED = "admitted"  # in hospital; nobody has said until when
    GOING_HOME = "going_home"  # expected on a later day
    HOME_TODAY = "home_today"  # expected today
    NEW_ESTIMATE_COMING = "new_estimate_coming"  # the expected day has passed
    READY = "ready"  # no longer needs the hospital; no day is set
    MEETING = "meeting"
    FOLLOW_UP = "follow_up"  # somebody calls, on a day at the latest
    FOLLOW_UP_LATE = "follow_up_late"
    AT_HOME = "at_home"  # has left; nobody is to call
    FOLLOWED_UP = "followed_up"


class HappeningCode(StrEnum):
    """What is done or remains on the way home, in the order it usually happens."""

    ADMITTED = "admitted"
    NEED_ASSESSED = "need_assessed"
    OTHERS_TOLD = "others_told"
    CONTACT_APPOINTED = "contact_appointed"
    CONSENT = "consent"
    HELP_PLANNED = "help_planned"
    MEETING = "meeting"
    READY = "ready"
    WRITTEN_INFORMATION = "written_information"
    HOMEGOING = "homegoing"
    INFORMATION_HANDED_OVER = "information_handed_over"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedMeeting:
    """The planning meeting that has been called; `form` as in the call, or empty."""

    meets_at: datetime
    form: str
    place: str
    participants: tuple[str, ...]
    called_at: datetime
    called_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedWithYou:
    """A time in her plan: what, how, where and with which unit, if it says."""

    what: str
    mode: Mode
    place: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IfWorse:
    """What her plan says that she does if something happens, and whom she calls."""

    when: str
    i_do: str
    call_name: str
    call_phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NextForYou:
    """One thing that happens next; empty fields where they do not apply.

    `timed` tells whether the time of day in `at` means something. `doer_name` is a
    person or, when nobody is named, a unit.
    """

    kind: NextKind
    at: datetime | None = None
    timed: bool = False
    doer_name: str = ""
    ward: str = ""
    hospital: str = ""
    since: datetime | None = None
    is_ready: bool = False
    destination: str = ""
    meeting: PlannedMeeting | None = None
    agreed: AgreedWithYou | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One step on the way home: done, or left to do; `answer` is what was said."""

    code: HappeningCode
    doer: Doer
    done: bool
    name: str = ""
    at: datetime | None = None
    timed: bool = False
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactForYou:
    """Somebody to call; `name` is empty when it is a unit and nobody in it."""

    doer: Doer
    unit: str
    name: str = ""
    title: str = ""
    phone: str = ""
    phone_hours: str = ""
    is_named_contact: bool = False
    is_in_plan: bool = False  # «Din kontakt» of her plan


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoToCall:
    """The one contact, the others, and what the hospital wrote for the night."""

    contact: ContactForYou | None
    others: tuple[ContactForYou, ...] = ()
    by_day: str = ""
    by_night: str = ""
    in_hospital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to watch for and what to do then, as the hospital wrote it, or nothing."""

    warning_signs: tuple[str, ...] = ()
    then: str = ""
    in_hospital: bool = False
    planned: tuple[IfWorse, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRow:
    """One paper from the hospital in a list; `replaced` when a newer one takes over."""

    paper_id: UUID
    given_at: datetime
    unit: str
    hospital: str
    replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The written information at discharge, block by block (patientlagen 3:2 b).

    `is_whole` is False for a reader who sees only what the person shares.
    """

    row: PaperRow
    is_whole: bool
    what_was_done: str = ""
    medicines: str = ""
    medicine_changes: str = ""
    call_by_day: str = ""
    call_by_night: str = ""
    appointments: tuple[str, ...] = ()
    warning_signs: tuple[str, ...] = ()
    if_warning_signs: str = ""
    self_care: tuple[str, ...] = ()
    named_contact: str = ""
    planning_meeting: str = ""
    plans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanningAnswer:
    """What the person says about planning together, and whether it can be changed.

    `answer` is `given`, `declined`, `withdrawn`, or empty when nobody has asked.
    """

    case_id: UUID
    answer: str
    at: datetime | None
    can_change: bool
    meeting_is_planned: bool
