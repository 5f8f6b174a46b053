"""The card at the top: what happens next, when, where and who."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from naravard.discharge.own import NextForYou, NextKind, PlannedMeeting
from naravard.messages.catalogue.left_hospital import Destination
from naravard.messages.catalogue.planning_call import MeetingForm
from naravard.web.inhabitant.words.days import plain_moment
from naravard.web.inhabitant.words.doers import place_name
from naravard.web.inhabitant.words.modes import MODES
from naravard.web.words.days import sentence_start


@dataclass(frozen=True, slots=True, kw_only=True)
class NextCard:
    """When in large type, what, and a few sentences; `when` may be empty."""

    when: str
    what: str
    text: tuple[str, ...]


FORMS: dict[str, str | Promise] = {
    MeetingForm.AT_HOME: gettext_lazy("Mötet är hemma hos dig."),
    MeetingForm.AT_HOSPITAL: gettext_lazy("Mötet är på sjukhuset."),
    MeetingForm.AT_UNIT: gettext_lazy("Mötet är hos någon av dem som hjälper dig."),
    MeetingForm.VIDEO: gettext_lazy("Mötet är ett videosamtal."),
    MeetingForm.PHONE: gettext_lazy("Mötet är på telefon."),
}
SAID_WITH_TIME = frozenset({NextKind.MEETING, NextKind.AGREED, NextKind.HOME_TODAY})
WHERE_YOU_ARE: dict[str, str | Promise] = {
    Destination.HOME: gettext_lazy("Du är hemma"),
    Destination.SHORT_STAY: gettext_lazy("Du är på korttidsboende"),
    Destination.CARE_HOME: gettext_lazy("Du är på ditt boende"),
    Destination.OTHER_HOSPITAL: gettext_lazy("Du har flyttat till ett annat sjukhus"),
}


def next_card(shown: NextForYou, now: datetime, herself: str = "") -> NextCard:
    """The card for what happens next; `herself` is her name, said as «du»."""
    if shown.meeting is not None:
        names = tuple(one for one in shown.meeting.participants if one != herself)
        you = (gettext("du"),) if len(names) < len(shown.meeting.participants) else ()
        meeting = replace(shown.meeting, participants=(*you, *names))
        shown = replace(shown, meeting=meeting)
    return _CARDS[shown.kind](shown, now)


def _agreed(shown: NextForYou, now: datetime) -> NextCard:
    agreed = shown.agreed
    if agreed is None:
        return _nothing(shown, now)
    where = ", ".join(part for part in (str(MODES[agreed.mode]), agreed.place) if part)
    return NextCard(
        when=_when(shown, now),
        what=agreed.what,
        text=tuple(f"{part}." for part in (where, agreed.unit) if part),
    )


def _review(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when=_when(shown, now),
        what=gettext("Din plan följs upp"),
        text=(gettext("Ni ser tillsammans på hur det har gått och vad som behövs."),),
    )


def _nothing(_shown: NextForYou, _now: datetime) -> NextCard:
    return NextCard(
        when="",
        what=gettext("Inget är planerat just nu"),
        text=(
            gettext("Du är inte inskriven på sjukhus."),
            gettext("Blir du inskriven ser du här vad som händer och vem som gör vad."),
        ),
    )


def _admitted(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when="",
        what=gettext("Du är på sjukhuset"),
        text=(
            _where(shown, now),
            gettext("Läkaren har inte sagt än när du kan åka hem."),
            gettext("Fråga gärna personalen."),
        ),
    )


def _going_home(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when=_when(shown, now),
        what=gettext("Du kan troligen åka hem"),
        text=(
            _where(shown, now),
            gettext("Läkaren räknar med att du kan åka hem då. Dagen kan ändras."),
        ),
    )


def _home_today(shown: NextForYou, now: datetime) -> NextCard:
    what = (
        gettext("Du åker hem") if shown.is_ready else gettext("Du kan troligen åka hem")
    )
    return NextCard(
        when=_when(shown, now),
        what=what,
        text=(
            gettext("Du är på %(place)s.") % {"place": _place(shown)},
            gettext("Innan du åker går någon igenom ett papper med dig."),
            gettext("Där står vad som har gjorts och vem du kan ringa."),
        ),
    )


def _new_estimate(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when="",
        what=gettext("Du är kvar på sjukhuset"),
        text=(
            _where(shown, now),
            gettext("Dagen då du skulle åka hem har passerat."),
            gettext("Läkaren gör en ny bedömning. Fråga gärna personalen."),
        ),
    )


def _ready(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when=_when(shown, now),
        what=gettext("Du är klar att åka hem"),
        text=(
            gettext("Läkaren bedömer att du inte behöver sjukhusets vård längre."),
            gettext("Nu görs det klart som du behöver när du kommer hem."),
            gettext("Du är på %(place)s.") % {"place": _place(shown)},
        ),
    )


def _meeting(shown: NextForYou, now: datetime) -> NextCard:
    meeting = shown.meeting
    return NextCard(
        when=_when(shown, now),
        what=gettext("Planeringsmöte"),
        text=(
            gettext("Ni bestämmer tillsammans vad du behöver när du kommer hem."),
            gettext("Mötet kallas också samordnad individuell plan (SIP)."),
            *(_meeting_place(meeting) if meeting else ()),
            gettext("Du får gärna ha med dig någon som du litar på."),
        ),
    )


def _meeting_place(meeting: PlannedMeeting) -> tuple[str, ...]:
    said = []
    if meeting.form in FORMS:
        said.append(str(FORMS[meeting.form]))
    if meeting.place:
        said.append(gettext("Plats: %(place)s.") % {"place": meeting.place.rstrip(".")})
    if meeting.participants:
        said.append(
            gettext("Med är %(names)s.") % {"names": ", ".join(meeting.participants)}
        )
    return tuple(said)


def _follow_up(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when=gettext("Senast %(when)s") % {"when": _day(shown, now)},
        what=gettext("%(name)s ringer dig") % {"name": shown.doer_name},
        text=(
            gettext("Ni pratar om hur det går hemma."),
            gettext("Skriv gärna upp det du vill fråga om."),
            gettext("Ha dina läkemedel framme."),
        ),
    )


def _follow_up_late(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when="",
        what=gettext("%(name)s skulle ha ringt dig") % {"name": shown.doer_name},
        text=(
            gettext("Samtalet skulle ha varit senast %(when)s.")
            % {"when": _day(shown, now)},
            gettext("Det är inte antecknat att det är gjort."),
            gettext("Du kan ringa själv. Numret står här nedanför."),
        ),
    )


def _at_home(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when="",
        what=_where_you_are(shown),
        text=(
            _left(shown, now),
            gettext("Ingen uppföljning är planerad här."),
            gettext("Ring din kontakt om något inte fungerar."),
        ),
    )


def _followed_up(shown: NextForYou, now: datetime) -> NextCard:
    return NextCard(
        when="",
        what=gettext("Uppföljningen är klar"),
        text=(
            gettext("%(name)s följde upp hur det går %(when)s.")
            % {
                "name": shown.doer_name or gettext("Vårdcentralen"),
                "when": plain_moment(shown.since, now, timed=False)
                if shown.since
                else "",
            },
            gettext("Inget mer är planerat efter sjukhuset."),
            gettext("Ring din kontakt om något inte fungerar."),
        ),
    )


def _where_you_are(shown: NextForYou) -> str:
    place = WHERE_YOU_ARE.get(shown.destination)
    return str(place) if place else gettext("Du har lämnat sjukhuset")


def _left(shown: NextForYou, now: datetime) -> str:
    if shown.since is None:
        return gettext("Du har lämnat sjukhuset.")
    return gettext("Du lämnade sjukhuset %(when)s.") % {
        "when": plain_moment(shown.since, now, timed=False)
    }


def _where(shown: NextForYou, now: datetime) -> str:
    if shown.since is None:
        return gettext("Du är inskriven på %(place)s.") % {"place": _place(shown)}
    return gettext("Du är inskriven på %(place)s sedan %(when)s.") % {
        "place": _place(shown),
        "when": plain_moment(shown.since, now, timed=False),
    }


def _place(shown: NextForYou) -> str:
    return place_name(shown.ward, shown.hospital)


def _when(shown: NextForYou, now: datetime) -> str:
    if shown.at is None:
        return ""
    return sentence_start(plain_moment(shown.at, now, timed=_tells_time(shown)))


def _tells_time(shown: NextForYou) -> bool:
    """A time of day is said for what is fixed, or comes today; an estimate is a day."""
    return shown.timed and shown.kind in SAID_WITH_TIME


def _day(shown: NextForYou, now: datetime) -> str:
    return plain_moment(shown.at, now, timed=False) if shown.at else ""


_CARDS: dict[NextKind, Callable[[NextForYou, datetime], NextCard]] = {
    NextKind.NOTHING: _nothing,
    NextKind.AGREED: _agreed,
    NextKind.REVIEW: _review,
    NextKind.ADMITTED: _admitted,
    NextKind.GOING_HOME: _going_home,
    NextKind.HOME_TODAY: _home_today,
    NextKind.NEW_ESTIMATE_COMING: _new_estimate,
    NextKind.READY: _ready,
    NextKind.MEETING: _meeting,
    NextKind.FOLLOW_UP: _follow_up,
    NextKind.FOLLOW_UP_LATE: _follow_up_late,
    NextKind.AT_HOME: _at_home,
    NextKind.FOLLOWED_UP: _followed_up,
}
