"""Nothing the rules can say is without words, and every act can be found."""

from naravard.discharge.rules.agreement import PaymentModel
from naravard.discharge.rules.deadlines import DeadlineCode, DeadlineStatus
from naravard.discharge.rules.history import EventType, PlanningConsent, Track
from naravard.discharge.rules.liability import LiabilityStatus
from naravard.discharge.rules.steps import TRACK, StepCode
from naravard.web.staff.acts.offered import ACTS, BY_SLUG
from naravard.web.staff.case.evidence import MODELS
from naravard.web.staff.case.page import DEADLINES, LIABILITY, STATUSES
from naravard.web.staff.words.events import EVENTS
from naravard.web.staff.words.planning import CONSENT_STANDS, TRACKS
from naravard.web.staff.words.steps import JUDGE_NEED, STEPS, TRACK_NAMES
from naravard.web.staff.worklist.counting import counted_times
from naravard.web.words.languages import language_label


def test_every_step_has_words_and_an_act() -> None:
    acts = {words.act for words in (*STEPS.values(), JUDGE_NEED)}

    assert set(STEPS) == set(StepCode)
    assert acts <= set(BY_SLUG)


def test_every_kind_of_finding_has_words() -> None:
    assert set(EVENTS) == set(EventType)
    assert set(DEADLINES) == set(DeadlineCode)
    assert set(STATUSES) == set(DeadlineStatus)
    assert set(LIABILITY) == set(LiabilityStatus)
    assert set(TRACKS) == set(Track)
    assert set(MODELS) == set(PaymentModel)
    assert set(PlanningConsent) < set(CONSENT_STANDS)
    assert len(TRACK_NAMES) == len(TRACK)


def test_no_two_acts_have_the_same_address() -> None:
    assert len(BY_SLUG) == len(ACTS)


def test_language_is_said_only_when_it_matters() -> None:
    assert language_label("sv", interpreter=False) == ""
    assert language_label("fi", interpreter=False) == "Finska"
    assert language_label("so", interpreter=True) == "Tolk: somaliska"


def test_times_are_told_with_the_rules_own_numbers() -> None:
    told = {time.what: time.how for time in counted_times()}

    assert "24 timmar" in told["Inskrivningsmeddelande"]
    assert "3 dagar" in told["Kommunens betalningsansvar"]
    assert "4 dagar" in told["Kommunens betalningsansvar"]
    assert "48–72 timmar" in told["Uppföljning efter hemgång"]
