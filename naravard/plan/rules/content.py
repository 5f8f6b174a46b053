"""All that a plan says at one moment: a header and its parts."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Any, cast
from uuid import UUID

from naravard.plan.rules.kinds import CRISIS_PLAN, PassageKind, Principal, View
from naravard.plan.rules.parts import (
    Activity,
    AgreedTime,
    Contingency,
    Goal,
    Need,
    PalliativeCare,
    Part,
    Passage,
    Review,
    SafetyItem,
    SelfCareAct,
    TeamMember,
    TreatmentLimit,
    TurningPointTalk,
)

# What a relative reads by mandate, until the person says otherwise.
USUALLY_SHARED = ("what_matters", "goals", "activities", "times", "team")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What is said once about a plan."""

    views: tuple[View, ...] = (View.SIP, View.PATIENTKONTRAKT)
    overall_principal: Principal | None = None  # huvudansvarig
    coordinator_id: UUID | None = None  # a member of the team
    took_part: bool | None = None  # the person, when the plan was made
    others_listed: bool = False  # others' measures asked about, if only to say "none"
    language: str = "sv"
    compulsory_care: bool = False  # LPT or LRV
    lss_decided_on: date | None = None
    relatives_see: tuple[str, ...] = USUALLY_SHARED


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A plan as it stands: the aggregate that every view is read from."""

    header: Header = Header()
    passages: tuple[Passage, ...] = ()
    needs: tuple[Need, ...] = ()
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    contingencies: tuple[Contingency, ...] = ()
    limits: tuple[TreatmentLimit, ...] = ()
    talks: tuple[TurningPointTalk, ...] = ()
    palliative: tuple[PalliativeCare, ...] = ()
    safety: tuple[SafetyItem, ...] = ()
    self_care: tuple[SelfCareAct, ...] = ()
    team: tuple[TeamMember, ...] = ()
    times: tuple[AgreedTime, ...] = ()
    reviews: tuple[Review, ...] = ()

    def passage(self, kind: PassageKind) -> str:
        """The text of one kind; empty when there is none."""
        return next((one.text for one in self.passages if one.kind is kind), "")

    def parts(self) -> "Iterator[Part]":
        """Every part, in the order of the sections."""
        for name in SECTION_OF.values():
            yield from getattr(self, name)

    def member(self, member_id: UUID | None) -> TeamMember | None:
        """Somebody in the team, by id."""
        return next((one for one in self.team if one.id == member_id), None)

    @property
    def crisis_plan(self) -> tuple[Passage, ...]:
        """The texts of the crisis plan, in their order."""
        return tuple(
            one for kind in CRISIS_PLAN for one in self.passages if one.kind is kind
        )

    @property
    def unowned_needs(self) -> tuple[Need, ...]:
        """Needs that nobody has taken on: each is an alarm."""
        return tuple(
            one for one in self.needs if one.owner_unit_id is None and not one.closed
        )


EMPTY = Content()

SECTION_OF: dict[type, str] = {
    Passage: "passages",
    Need: "needs",
    Goal: "goals",
    Activity: "activities",
    Contingency: "contingencies",
    TreatmentLimit: "limits",
    TurningPointTalk: "talks",
    PalliativeCare: "palliative",
    SafetyItem: "safety",
    SelfCareAct: "self_care",
    TeamMember: "team",
    AgreedTime: "times",
    Review: "reviews",
}
TYPE_OF_SECTION = {name: kind for kind, name in SECTION_OF.items()}


def section_of(part: Part) -> str:
    """The name of the section a part stands in."""
    return SECTION_OF[type(part)]


def find(content: Content, part_id: UUID) -> Part | None:
    """The part with this id, wherever it stands."""
    return next((one for one in content.parts() if one.id == part_id), None)


def with_part(content: Content, part: Part) -> Content:
    """The content with the part in its place, new or instead of itself."""
    name = section_of(part)
    before: tuple[Part, ...] = getattr(content, name)
    if any(one.id == part.id for one in before):
        after = tuple(part if one.id == part.id else one for one in before)
    else:
        after = (*before, part)
    return replace(content, **{name: after})  # type: ignore[arg-type]


def without_part(content: Content, part_id: UUID) -> Content:
    """The content without the part."""
    part = find(content, part_id)
    if part is None:
        return content
    name = section_of(part)
    after = tuple(one for one in getattr(content, name) if one.id != part_id)
    return replace(content, **{name: after})  # type: ignore[arg-type]


def field_names(kind: object) -> tuple[str, ...]:
    """The names of a row's fields, in their order."""
    return _field_names(kind)


@cache
def _field_names(kind: Hashable) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cast("Any", kind)))
