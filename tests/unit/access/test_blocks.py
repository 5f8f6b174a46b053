"""Inner and outer block, and what may be known of them (A05–A08, A14)."""

from dataclasses import replace

from naravard.access.rules import (
    Category,
    Circumstances,
    ConsentScope,
    Depth,
    Extent,
    GlassStep,
    Ground,
    Outcome,
    Rule,
)
from tests.unit.access.asking import (
    BLOCKED_BY_REGION,
    BLOCKED_BY_SALA,
    BLOCKED_BY_SURGERY,
    CARE_PLANNER,
    KARIN_IN_A_CASE,
    KARIN_IN_CARE,
    MUNICIPAL_JOURNAL,
    REGION_JOURNAL,
    SALA,
    SURGERY,
    SURGERYS_JOURNAL,
    WARD_NURSE,
    YES_TO_READING,
    decision,
    record,
    said,
)

CHOSEN = Circumstances(active_choice=True)
DANGER = Circumstances(emergency=True, reason="Livshotande blödning.")
BLOCKED_BY_MEDICINE_ELSEWHERE = replace(BLOCKED_BY_SURGERY, unit_id=SALA)
KARIN_INNER = replace(KARIN_IN_CARE, blocks=(BLOCKED_BY_SURGERY,))
KARIN_OUTER = replace(KARIN_IN_CARE, blocks=(BLOCKED_BY_SALA,), consents=YES_TO_READING)


def test_inner_block_closes_the_units_data_to_other_units():
    answer = decision(WARD_NURSE, KARIN_INNER, SURGERYS_JOURNAL, CHOSEN)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A05)


def test_inner_block_does_not_close_the_unit_itself():
    surgeon = replace(WARD_NURSE, unit_id=SURGERY)

    answer = decision(surgeon, KARIN_INNER, SURGERYS_JOURNAL)

    assert answer.allowed


def test_inner_block_closes_when_it_is_not_known_which_unit_wrote():
    answer = decision(WARD_NURSE, KARIN_INNER, REGION_JOURNAL)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A05)


def test_that_inner_blocked_data_exist_may_be_shown():
    looking = Circumstances(depth=Depth.EXISTENCE)

    answer = decision(WARD_NURSE, KARIN_INNER, REGION_JOURNAL, looking)

    assert (answer.outcome, answer.rule) == (Outcome.ALLOW, Rule.A05)
    assert answer.extent is Extent.EXISTENCE


def test_inner_block_does_not_take_back_messages_the_unit_was_sent():
    party = replace(KARIN_IN_A_CASE, blocks=(BLOCKED_BY_SURGERY,))

    answer = decision(WARD_NURSE, party, Category.DISCHARGE_CASE)

    assert answer.allowed


def test_inner_block_is_lifted_by_consent():
    lifted = replace(KARIN_INNER, consents=said(ConsentScope.LIFT_BLOCK))

    answer = decision(WARD_NURSE, lifted, SURGERYS_JOURNAL, CHOSEN)

    assert (answer.outcome, answer.rule) == (Outcome.ALLOW, Rule.A18)


def test_inner_block_in_danger_first_shows_who_then_opens():
    asked = decision(WARD_NURSE, KARIN_INNER, REGION_JOURNAL, DANGER)
    seen = decision(
        WARD_NURSE,
        KARIN_INNER,
        REGION_JOURNAL,
        replace(DANGER, glass=GlassStep.SEE_WHO),
    )
    opened = decision(
        WARD_NURSE, KARIN_INNER, REGION_JOURNAL, replace(DANGER, glass=GlassStep.OPEN)
    )

    assert (asked.outcome, asked.step) == (Outcome.BREAK_GLASS, GlassStep.SEE_WHO)
    assert (seen.outcome, seen.extent) == (Outcome.ALLOW, Extent.OWNERS)
    assert (seen.ground, seen.review) == (Ground.READ_BLOCKER, True)
    assert (opened.outcome, opened.rule) == (Outcome.ALLOW, Rule.A06)
    assert opened.ground is Ground.READ_LIFTED
    assert opened.review


def test_inner_block_is_not_opened_without_a_reason():
    unexplained = Circumstances(emergency=True, glass=GlassStep.OPEN)

    answer = decision(WARD_NURSE, KARIN_INNER, REGION_JOURNAL, unexplained)

    assert answer.outcome is Outcome.BREAK_GLASS


def test_outer_block_closes_even_with_consent_to_read():
    answer = decision(WARD_NURSE, KARIN_OUTER, MUNICIPAL_JOURNAL)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A07)


def test_outer_block_closes_even_that_data_exist():
    looking = Circumstances(depth=Depth.EXISTENCE)

    answer = decision(WARD_NURSE, KARIN_OUTER, MUNICIPAL_JOURNAL, looking)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A07)


def test_the_refusal_does_not_betray_the_outer_block():
    answer = decision(WARD_NURSE, KARIN_OUTER, MUNICIPAL_JOURNAL)

    assert "spärr" not in f"{answer.message} {answer.remedy}".lower()


def test_what_was_never_made_available_is_closed():
    unavailable = record(Category.MUNICIPAL_HEALTH_RECORD, SALA, made_available=False)
    consenting = replace(KARIN_IN_CARE, consents=YES_TO_READING)

    answer = decision(WARD_NURSE, consenting, unavailable)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A07)


def test_another_providers_block_says_nothing_of_this_record():
    elsewhere = replace(KARIN_OUTER, blocks=(BLOCKED_BY_REGION,))

    answer = decision(WARD_NURSE, elsewhere, MUNICIPAL_JOURNAL)

    assert answer.allowed


def test_others_see_that_unblocked_data_exist():
    looking = Circumstances(depth=Depth.EXISTENCE)

    answer = decision(WARD_NURSE, KARIN_IN_CARE, MUNICIPAL_JOURNAL, looking)

    assert (answer.outcome, answer.rule) == (Outcome.ALLOW, Rule.A08)
    assert answer.extent is Extent.EXISTENCE


def test_in_danger_a_care_provider_sees_who_blocked_and_asks_them_to_lift():
    asked = decision(WARD_NURSE, KARIN_OUTER, MUNICIPAL_JOURNAL, DANGER)
    seen = decision(
        WARD_NURSE,
        KARIN_OUTER,
        MUNICIPAL_JOURNAL,
        replace(DANGER, glass=GlassStep.SEE_WHO),
    )
    then = decision(
        WARD_NURSE,
        KARIN_OUTER,
        MUNICIPAL_JOURNAL,
        replace(DANGER, glass=GlassStep.ASK_TO_LIFT),
    )

    assert (asked.rule, asked.step) == (Rule.A14, GlassStep.SEE_WHO)
    assert (seen.rule, seen.extent) == (Rule.A14, Extent.OWNERS)
    assert seen.review
    assert (then.outcome, then.step) == (Outcome.BREAK_GLASS, GlassStep.ASK_TO_LIFT)


def test_nobody_opens_another_providers_block_herself():
    insisting = replace(DANGER, glass=GlassStep.OPEN)

    answer = decision(WARD_NURSE, KARIN_OUTER, MUNICIPAL_JOURNAL, insisting)

    assert (answer.outcome, answer.rule) == (Outcome.BREAK_GLASS, Rule.A14)


def test_who_blocked_is_shown_only_for_a_stated_danger():
    unexplained = Circumstances(emergency=True)

    answer = decision(WARD_NURSE, KARIN_OUTER, MUNICIPAL_JOURNAL, unexplained)

    assert (answer.outcome, answer.rule) == (Outcome.NEED_REASON, Rule.A14)


def test_social_care_has_no_way_past_a_block_even_in_danger():
    blocked = replace(KARIN_IN_CARE, blocks=(BLOCKED_BY_REGION,))

    answer = decision(CARE_PLANNER, blocked, REGION_JOURNAL, DANGER)

    assert (answer.outcome, answer.rule) == (Outcome.DENY, Rule.A07)


def test_one_units_block_says_nothing_of_another_units_data():
    elsewhere = replace(KARIN_INNER, blocks=(BLOCKED_BY_MEDICINE_ELSEWHERE,))

    answer = decision(WARD_NURSE, elsewhere, SURGERYS_JOURNAL, CHOSEN)

    assert answer.allowed
