"""What differs between two versions, and whether two people's edits clash."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from naravard.plan.rules.content import SECTION_OF, Content, Header, field_names, find
from naravard.plan.rules.edits import Edit, Put, Remove, SetHeader
from naravard.plan.rules.errors import Clash, EditedMeanwhile
from naravard.plan.rules.parts import Part, Passage


class Change(StrEnum):
    """What has happened to a part between two versions."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One part that differs: as it was, as it became, and which fields."""

    section: str
    change: Change
    part_id: UUID | None  # None: the header
    before: Part | Header | None
    after: Part | Header | None
    fields: tuple[str, ...] = ()


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """Every part that differs, in the order of the sections."""
    found: list[Difference] = []
    if before.header != after.header:
        found.append(_changed("header", None, before.header, after.header))
    for section in SECTION_OF.values():
        found.extend(
            _in_section(section, getattr(before, section), getattr(after, section))
        )
    return tuple(found)


def check_no_clash(
    *, read: Content, now: Content, edits: Iterable[Edit], version: int, by: str
) -> None:
    """Raise EditedMeanwhile when an edit touches a part changed since it was read.

    Edits of other parts go side by side: nobody is made to write again.
    """
    clashes = tuple(
        clash for edit in edits for clash in _clash_of(edit, read, now, by=by)
    )
    if clashes:
        raise EditedMeanwhile(clashes, version=version)


def _clash_of(edit: Edit, read: Content, now: Content, *, by: str) -> tuple[Clash, ...]:
    if isinstance(edit, SetHeader):
        if now.header in {read.header, edit.header}:
            return ()
        return (Clash(part="header", read=None, theirs=None, mine=None, theirs_by=by),)
    mine = edit.part if isinstance(edit, Put) else None
    before, theirs = _sides(edit, read, now)
    if theirs in {before, mine}:
        return ()
    section = SECTION_OF[type(mine or theirs or before)]
    return (Clash(part=section, read=before, theirs=theirs, mine=mine, theirs_by=by),)


def _sides(
    edit: Put | Remove, read: Content, now: Content
) -> tuple[Part | None, Part | None]:
    """The part as it was read and as it is; two new texts of one kind are one part."""
    if isinstance(edit, Put) and isinstance(edit.part, Passage):
        return _passage_like(edit.part, read), _passage_like(edit.part, now)
    part_id = edit.part.id if isinstance(edit, Put) else edit.part_id
    return find(read, part_id), find(now, part_id)


def _passage_like(part: Passage, content: Content) -> Passage | None:
    return next((one for one in content.passages if one.kind is part.kind), None)


def _in_section(
    section: str, before: tuple[Part, ...], after: tuple[Part, ...]
) -> list[Difference]:
    if before == after:
        return []
    was = {one.id: one for one in before}
    became = {one.id: one for one in after}
    return [
        _difference(section, part_id, was.get(part_id), became.get(part_id))
        for part_id in {**was, **became}
        if was.get(part_id) != became.get(part_id)
    ]


def _difference(
    section: str, part_id: UUID, before: Part | None, after: Part | None
) -> Difference:
    if before is not None and after is not None:
        return _changed(section, part_id, before, after)
    return Difference(
        section=section,
        change=Change.ADDED if before is None else Change.REMOVED,
        part_id=part_id,
        before=before,
        after=after,
    )


def _changed(
    section: str, part_id: UUID | None, before: Part | Header, after: Part | Header
) -> Difference:
    return Difference(
        section=section,
        change=Change.CHANGED,
        part_id=part_id,
        before=before,
        after=after,
        fields=tuple(
            name
            for name in field_names(type(after))
            if getattr(before, name) != getattr(after, name)
        ),
    )
