"""Whether every part of a plan is whole, and nothing in it points at nothing."""

from collections.abc import Callable
from uuid import UUID

from naravard.plan.rules.content import Content
from naravard.plan.rules.errors import (
    OneOfEach,
    PartNotThere,
    PartNotWhole,
)
from naravard.plan.rules.kinds import (
    Principal,
    ResponsibleKind,
    TeamRole,
)
from naravard.plan.rules.lengths import check_lengths
from naravard.plan.rules.parts import (
    HIGHEST_RATING,
    HIGHEST_SEVERITY,
    Activity,
    Goal,
    Need,
    Part,
    Passage,
    Review,
    TeamMember,
)


def check_whole(content: Content) -> None:
    """Raise unless every part is whole and points at parts that are there."""
    _check_one_of_each(content)
    _check_links(content)
    for part in content.parts():
        check_lengths(part)
        check = _CHECKS.get(type(part))
        if check:
            check(part)


def has_one_responsible(activity: Activity) -> bool:
    """Whether somebody, and only one, is responsible (HSL 16 kap. 4 §)."""
    kind = activity.responsible
    unit = activity.responsible_unit_id is not None
    related = activity.responsible_related_id is not None
    if kind is ResponsibleKind.UNIT:
        return unit and not related
    if kind is ResponsibleKind.RELATED:
        return related and not unit
    named = (
        activity.principal is Principal.SELF
        if kind is ResponsibleKind.PERSON
        else bool(activity.responsible_name.strip())
    )
    return named and not unit and not related


def _check_links(content: Content) -> None:
    needs = {one.id for one in content.needs}
    goals = {one.id for one in content.goals}
    activities = {one.id for one in content.activities}
    for goal in content.goals:
        _check_there(goal.need_ids, needs, "Målet hör till ett behov som inte finns.")
    for activity in content.activities:
        _check_there(
            activity.goal_ids, goals, "Insatsen hör till ett mål som inte finns."
        )
    for time in content.times:
        wanted = (time.activity_id,) if time.activity_id else ()
        _check_there(wanted, activities, "Tiden hör till en insats som inte finns.")
    coordinator = content.header.coordinator_id
    if coordinator is not None and content.member(coordinator) is None:
        raise PartNotThere("Samordnaren finns inte i teamet.")


def _check_one_of_each(content: Content) -> None:
    kinds = [one.kind for one in content.passages]
    if len(kinds) != len(set(kinds)):
        raise OneOfEach(
            "Det finns redan en text om detta i planen.",
            remedy="Ändra den text som finns.",
        )


def _check_there(ids: tuple[UUID, ...], known: set[UUID], message: str) -> None:
    if not known.issuperset(ids):
        raise PartNotThere(message, remedy="Läs planen igen och välj på nytt.")


def _check_activity(part: Part) -> None:
    assert isinstance(part, Activity)
    if not has_one_responsible(part):
        raise PartNotWhole(
            "Varje insats ska ha exakt en ansvarig.",
            rule="HSL 16 kap. 4 § andra stycket 2",
            remedy="Välj vem som ansvarar: en enhet, personen själv, en närstående"
            " eller någon utanför.",
        )
    _check_text(part.text, "Skriv vad som ska göras.")
    _check_order(part)


def _check_order(part: Activity) -> None:
    if part.starts_on and part.ends_on and part.ends_on < part.starts_on:
        raise PartNotWhole("Insatsen slutar innan den börjar.", remedy="Rätta dagarna.")


def _check_need(part: Part) -> None:
    assert isinstance(part, Need)
    _check_text(part.text, "Skriv vad behovet är.")
    _check_between(part.severity, 0, HIGHEST_SEVERITY)


def _check_goal(part: Part) -> None:
    assert isinstance(part, Goal)
    _check_text(part.text, "Skriv vad personen vill uppnå, med personens ord.")
    for rating in part.ratings:
        _check_between(rating.value, 0, HIGHEST_RATING)


def _check_passage(part: Part) -> None:
    assert isinstance(part, Passage)
    _check_text(part.text, "Skriv texten, eller ta bort den.")


def _check_member(part: Part) -> None:
    """SoL 10 kap. 7 § and HSL 7 kap. 3 §: only those with the title."""
    assert isinstance(part, TeamMember)
    untitled = {
        TeamRole.NAMED_CARE_WORKER: not part.assistant_nurse,
        TeamRole.NAMED_PHYSICIAN: not part.licensed_physician,
    }
    if untitled.get(part.role):
        raise PartNotWhole(
            "Bara en undersköterska kan vara fast omsorgskontakt, och bara en läkare"
            " fast läkarkontakt.",
            rule="SoL 10 kap. 7 §, HSL 7 kap. 3 §",
            remedy="Välj någon med rätt yrke, eller en annan roll i teamet.",
        )


def _check_review(part: Part) -> None:
    assert isinstance(part, Review)
    if part.experience is not None:
        _check_between(part.experience, 1, 5)


def _check_text(text: str, remedy: str) -> None:
    if not text.strip():
        raise PartNotWhole("Texten saknas.", remedy=remedy)


def _check_between(value: int, lowest: int, highest: int) -> None:
    if not lowest <= value <= highest:
        raise PartNotWhole(
            f"Värdet {value} ligger utanför skalan {lowest}–{highest}.",
            remedy="Välj ett värde på skalan.",
        )


_CHECKS: dict[type, Callable[[Part], None]] = {
    Activity: _check_activity,
    Need: _check_need,
    Goal: _check_goal,
    Passage: _check_passage,
    Review: _check_review,
    TeamMember: _check_member,
}
