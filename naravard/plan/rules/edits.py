"""Edits of a plan: what may be changed, by whom, and what it becomes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from naravard.plan.rules.content import Content, Header, find, with_part, without_part
from naravard.plan.rules.errors import (
    NotYoursToWrite,
    PartNotThere,
)
from naravard.plan.rules.kinds import (
    HER_OWN_WORDS,
    OWN_WORDS,
    Author,
    ResponsibleKind,
)
from naravard.plan.rules.parts import (
    Activity,
    Contingency,
    Goal,
    Need,
    Part,
    Passage,
    SafetyItem,
)
from naravard.plan.rules.wholeness import check_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class Put:
    """Write a part, new or changed."""

    part: Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Take a part away; earlier versions keep it."""

    part_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class SetHeader:
    """Change what is said once about the plan."""

    header: Header


Edit = Put | Remove | SetHeader

# What the person writes herself, beside all that is in her own words.
HERS_TO_WRITE = (Goal, Need, Contingency, SafetyItem)
SPEAKS_FOR_HER = frozenset({Author.PERSON, Author.PROXY})


def apply(content: Content, edits: Iterable[Edit], *, by: Author) -> Content:
    """What the plan becomes; nothing in it is left pointing at nothing.

    `by` is PERSON, PROXY or STAFF. Raises PartNotThere, PartNotWhole, OneOfEach and
    NotYoursToWrite.
    """
    after = content
    for edit in edits:
        check_may_write(edit, after, by)
        after = _applied(after, edit)
    check_whole(after)
    return after


def check_may_write(edit: Edit, content: Content, by: Author) -> None:
    """Raise NotYoursToWrite when the words or the part belong to somebody else."""
    if by in SPEAKS_FOR_HER:
        _check_hers(edit, content)
        return
    if isinstance(edit, Put) and isinstance(edit.part, Passage):
        _check_her_words(edit.part, find(content, edit.part.id))


def _applied(content: Content, edit: Edit) -> Content:
    if isinstance(edit, Put):
        _check_same_kind(content, edit.part)
        return with_part(content, edit.part)
    if isinstance(edit, SetHeader):
        return replace(content, header=edit.header)
    if find(content, edit.part_id) is None:
        raise PartNotThere(
            "Delen finns inte längre i planen.",
            remedy="Läs planen igen och se vad som har ändrats.",
        )
    return _unlinked(without_part(content, edit.part_id), edit.part_id)


def _unlinked(content: Content, gone: UUID) -> Content:
    """Nothing points at what has been taken away."""
    header = content.header
    if header.coordinator_id == gone:
        header = replace(header, coordinator_id=None)
    return replace(
        content,
        header=header,
        goals=tuple(
            replace(one, need_ids=_but(one.need_ids, gone)) for one in content.goals
        ),
        activities=tuple(
            replace(one, goal_ids=_but(one.goal_ids, gone))
            for one in content.activities
        ),
        times=tuple(
            replace(one, activity_id=None) if one.activity_id == gone else one
            for one in content.times
        ),
    )


def _but(ids: tuple[UUID, ...], gone: UUID) -> tuple[UUID, ...]:
    return tuple(one for one in ids if one != gone)


def _check_hers(edit: Edit, content: Content) -> None:
    if isinstance(edit, SetHeader):
        if replace(edit.header, relatives_see=()) == replace(
            content.header, relatives_see=()
        ):
            return
        raise _not_hers()
    part = edit.part if isinstance(edit, Put) else find(content, edit.part_id)
    before = find(content, part.id) if part else None
    if not (_is_hers(part) and (before is None or _is_hers(before))):
        raise _not_hers()


def _is_hers(part: Part | None) -> bool:
    if isinstance(part, Activity):
        return part.responsible is ResponsibleKind.PERSON
    if isinstance(part, Passage):
        return part.kind in OWN_WORDS or part.author is not Author.STAFF
    return part is None or isinstance(part, HERS_TO_WRITE)


def _not_hers() -> NotYoursToWrite:
    return NotYoursToWrite(
        "Den här delen av planen skrivs av dem som ansvarar för den.",
        rule="HSL 16 kap. 4 §, SoL 10 kap. 8 §",
        remedy="Skriv till din kontakt vad du vill ändra. Dina egna mål och din egen"
        " text ändrar du själv.",
    )


def _check_her_words(part: Passage, before: Part | None) -> None:
    """Staff write her words down as told; what she wrote herself they leave alone."""
    if part.kind not in OWN_WORDS:
        return
    wrote_herself = isinstance(before, Passage) and before.author is Author.PERSON
    if part.author is Author.PERSON or part.author not in HER_OWN_WORDS | {
        Author.PROXY
    }:
        raise NotYoursToWrite(
            "Den texten är personens egna ord.",
            rule="SoL 3 kap. 4 §, PatL 5 kap. 1 §",
            remedy="Skriv ner det personen säger och ange att det är återberättat.",
        )
    if wrote_herself:
        raise NotYoursToWrite(
            "Personen har själv skrivit den texten.",
            rule="SoL 3 kap. 4 §, PatL 5 kap. 1 §",
            remedy="Be personen ändra den, eller skriv en anteckning i samtalet.",
        )


def _check_same_kind(content: Content, part: Part) -> None:
    before = find(content, part.id)
    if before is not None and type(before) is not type(part):
        raise PartNotThere("Delen är av ett annat slag än den som finns i planen.")
