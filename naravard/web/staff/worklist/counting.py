"""How the times are counted, told with the rules' own numbers and tables."""

from dataclasses import dataclass

from django.utils.translation import gettext

from naravard.discharge.rules.agreement import LUS
from naravard.discharge.rules.clocks import (
    ADMISSION_NOTICE_HOURS,
    FREE_DAYS,
    FREE_DAYS_AFTER_NOON,
    SIP_CALL_DAYS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedTime:
    """One time: who has it, how it is counted, where it is written."""

    what: str
    whose: str
    how: str
    source: str
    by_law: bool


def counted_times() -> tuple[CountedTime, ...]:
    """The times of the act, then those of practice."""
    return (*_of_law(), *_of_practice())


def _of_law() -> tuple[CountedTime, ...]:
    return (
        CountedTime(
            what=gettext("Inskrivningsmeddelande"),
            whose="S",
            how=gettext(
                "Inom %(hours)s timmar från inskrivningen, eller från att läkaren"
                " bedömde behovet. Timmarna räknas i verklig tid, även när klockan"
                " ställs om."
            )
            % {"hours": ADMISSION_NOTICE_HOURS},
            source="LUS 2 kap. 3 §",
            by_law=True,
        ),
        CountedTime(
            what=gettext("Kallelse till planeringsmöte (SIP)"),
            whose="V",
            how=gettext(
                "Senast %(days)s dagar efter underrättelsen om utskrivningsklar. Är den"
                " dagen en lördag, söndag eller helgdag gäller nästa vardag."
            )
            % {"days": SIP_CALL_DAYS},
            source="LUS 4 kap. 3 §, lag (1930:173) 2 §",
            by_law=True,
        ),
        CountedTime(
            what=gettext("Kommunens betalningsansvar"),
            whose="K",
            how=gettext(
                "Börjar %(days)s dagar efter underrättelsen, %(more)s dagar om den"
                " skickas efter klockan 12.00. Alla dagar räknas, även helger."
            )
            % {"days": FREE_DAYS, "more": FREE_DAYS_AFTER_NOON},
            source="LUS 5 kap. 4 §",
            by_law=True,
        ),
        CountedTime(
            what=gettext("Överlämnad information"),
            whose="S",
            how=gettext("Senast samma dag som personen lämnar sjukhuset."),
            source="LUS 3 kap. 2 §",
            by_law=True,
        ),
    )


def _of_practice() -> tuple[CountedTime, ...]:
    practice = gettext("Praxis, kan vara överenskommet på annat sätt")
    return (
        CountedTime(
            what=gettext("Fast vårdkontakt"),
            whose="V",
            how=gettext(
                "Ska vara utsedd före hemgången. Vi påminner %(hours)s timmar efter"
                " inskrivningsmeddelandet."
            )
            % {"hours": LUS.named_contact_hours},
            source="LUS 2 kap. 5 §",
            by_law=False,
        ),
        CountedTime(
            what=gettext("Planeringsunderlag"),
            whose="K",
            how=gettext("Inom %(hours)s timmar från inskrivningsmeddelandet.")
            % {"hours": LUS.planning_input_hours},
            source=practice,
            by_law=False,
        ),
        CountedTime(
            what=gettext("Svar på kallelsen"),
            whose="A",
            how=gettext("Innan mötet börjar. Efter det väntar ingen på svar."),
            source=practice,
            by_law=False,
        ),
        CountedTime(
            what=gettext("Uppföljning efter hemgång"),
            whose="V",
            how=gettext("%(first)s–%(last)s timmar efter att personen kom hem.")
            % {"first": LUS.follow_up_from_hours, "last": LUS.follow_up_to_hours},
            source=practice,
            by_law=False,
        ),
    )
