"""No sequence of edits loses a word; two who write at once see both sides."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from naravard.plan.examples import ASTA
from naravard.plan.rules.content import EMPTY, Content, Header
from naravard.plan.rules.edits import Put, Remove, SetHeader, apply
from naravard.plan.rules.errors import EditedMeanwhile, PartNotThere
from naravard.plan.rules.kinds import (
    Author,
    LifeArea,
    PassageKind,
    Principal,
    ResponsibleKind,
)
from naravard.plan.rules.parts import Activity, Goal, Need, Passage
from naravard.plan.rules.snapshot import content_from, to_json
from naravard.plan.rules.versions import Change, check_no_clash, differences

IDS = [UUID(int=number) for number in range(1, 7)]
ids = st.sampled_from(IDS)
texts = st.text(min_size=1, max_size=12).filter(str.strip)
needs = st.builds(
    Need,
    id=st.sampled_from(IDS[:2]),
    text=texts,
    area=st.sampled_from(LifeArea),
    severity=st.integers(0, 4),
)
goals = st.builds(Goal, id=st.sampled_from(IDS[2:4]), text=texts)
activities = st.builds(
    Activity,
    id=st.sampled_from(IDS[4:]),
    text=texts,
    principal=st.just(Principal.SELF),
    responsible=st.just(ResponsibleKind.PERSON),
)
puts = st.builds(Put, part=st.one_of(needs, goals, activities))
headers = st.builds(
    SetHeader,
    header=st.builds(Header, overall_principal=st.sampled_from(Principal)),
)
edits = st.one_of(puts, st.builds(Remove, part_id=ids), headers)
sequences = st.lists(edits, max_size=8)


def after_all(sequence, content: Content = EMPTY) -> Content:
    """The content after each edit that could be made."""
    for edit in sequence:
        try:
            content = apply(content, (edit,), by=Author.STAFF)
        except PartNotThere:
            continue
    return content


@given(sequences)
def test_a_version_is_read_back_as_it_was_written(sequence):
    content = after_all(sequence)

    assert content_from(to_json(content)) == content


def test_a_whole_plan_is_read_back_as_it_was_written():
    assert content_from(to_json(ASTA)) == ASTA


def test_what_a_later_edition_has_removed_is_passed_over():
    kept = to_json(ASTA)
    assert isinstance(kept, dict)
    kept["something_else"] = []

    assert content_from(kept) == ASTA


@given(sequences, sequences)
def test_the_differences_are_all_that_lies_between_two_versions(first, second):
    before = after_all(first)
    after = after_all(second, before)

    remade = before
    for one in differences(before, after):
        remade = remade_with(remade, one)

    assert same(remade, after)


def remade_with(content, one):
    if one.part_id is None:
        return replace(content, header=one.after)
    kept = tuple(
        part for part in getattr(content, one.section) if part.id != one.part_id
    )
    added = (one.after,) if one.change is not Change.REMOVED else ()
    return replace(content, **{one.section: (*kept, *added)})


def same(first, second):
    return first.header == second.header and {
        part.id: part for part in first.parts()
    } == {part.id: part for part in second.parts()}


@given(sequences)
def test_nothing_differs_from_itself(sequence):
    content = after_all(sequence)

    assert differences(content, content) == ()


@given(sequences, puts, puts)
def test_of_two_who_write_at_once_neither_is_lost(sequence, theirs, mine):
    read = after_all(sequence)
    now = apply(read, (theirs,), by=Author.STAFF)

    try:
        check_no_clash(read=read, now=now, edits=(mine,), version=2, by="Maja")
        after = apply(now, (mine,), by=Author.STAFF)
        kept = set(after.parts()) >= {theirs.part, mine.part}
    except EditedMeanwhile as conflict:
        (clash,) = conflict.clashes
        kept = (clash.theirs, clash.mine) == (theirs.part, mine.part)

    # Unless both wrote the same, or one wrote what stood there already.
    assert kept or theirs.part.id == mine.part.id


def test_two_new_texts_about_the_same_matter_clash():
    theirs = Passage(
        id=IDS[0], kind=PassageKind.STRENGTHS, text="Envis.", author=Author.TOLD
    )
    mine = replace(theirs, id=IDS[1], text="Stark.")
    now = apply(EMPTY, (Put(part=theirs),), by=Author.STAFF)

    with pytest.raises(EditedMeanwhile) as conflict:
        check_no_clash(
            read=EMPTY, now=now, edits=(Put(part=mine),), version=1, by="Maja"
        )

    assert conflict.value.clashes[0].theirs == theirs


def test_what_is_removed_while_somebody_changes_it_is_shown_to_her():
    need = Need(id=IDS[0], text="Trappan.", area=LifeArea.MOVING)
    read = apply(EMPTY, (Put(part=need),), by=Author.STAFF)

    with pytest.raises(EditedMeanwhile) as conflict:
        check_no_clash(
            read=read,
            now=EMPTY,
            edits=(Put(part=replace(need, severity=3)),),
            version=2,
            by="Maja",
        )

    (clash,) = conflict.value.clashes
    assert (clash.read, clash.theirs) == (need, None)


def test_a_changed_part_says_which_fields():
    before = replace(EMPTY, needs=ASTA.needs)
    after = replace(EMPTY, needs=(replace(ASTA.needs[0], severity=4),))

    (one,) = differences(before, after)

    assert (one.change, one.fields) == (Change.CHANGED, ("severity",))
