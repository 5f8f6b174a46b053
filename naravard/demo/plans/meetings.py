"""The meetings of a told plan: who is called, and what came of it."""

from datetime import datetime
from uuid import UUID

from naravard.access.rules import OpenRecord
from naravard.demo.stories.plans import MeetingStory
from naravard.people.queries import PersonHeader
from naravard.plan import queries, services
from naravard.plan.rows import PlanRow
from naravard.plan.rules.meetings import InviteeKind
from naravard.plan.services import Held, Invitation, Invited, Minutes

MINUTES_LONG = 45


def invitation_of(
    story: MeetingStory, plan: PlanRow, person: PersonHeader, starts_at: datetime
) -> Invitation:
    """The call: the person, those close to her and every unit in the plan."""
    outside = [name.strip() for name in story.outside.split(";") if name.strip()]
    return Invitation(
        purpose=story.purpose,
        mode=story.mode,
        times=(starts_at,),
        place=story.place,
        minutes_long=MINUTES_LONG,
        interpreter="bokad" if person.interpreter else "",
        invited=(
            Invited(kind=InviteeKind.PERSON, name=person.name),
            *(
                Invited(kind=InviteeKind.RELATED, name=name, related_id=key)
                for key, name in plan.related_names
            ),
            *(
                Invited(kind=InviteeKind.UNIT, name=party.unit, unit_id=party.unit_id)
                for party in plan.parties
                if party.left_at is None
            ),
            *(Invited(kind=InviteeKind.OUTSIDE, name=name) for name in outside),
        ),
    )


def settle(
    record: OpenRecord, meeting_id: UUID, story: MeetingStory, *, now: datetime
) -> None:
    """Held and closed: all came, and what was said is written down."""
    meeting = queries.meeting_of(record, meeting_id)
    services.hold(
        record=record,
        meeting_id=meeting_id,
        held=Held(
            took_part=True,
            attended=tuple(one.invitee_id for one in meeting.invitees),
            childs_view=story.childs_view,
        ),
        now=now,
    )
    services.close_meeting(
        record=record,
        meeting_id=meeting_id,
        minutes=Minutes(text=story.text, own_summary=story.own_summary),
        now=now,
    )
