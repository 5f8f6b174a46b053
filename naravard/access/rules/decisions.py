"""An answer to "may I?", with the rule it rests on and what to do about a no."""

from dataclasses import dataclass
from enum import StrEnum

from naravard.access.rules.data import Extent, GlassStep
from naravard.access.rules.grounds import Ground


class Outcome(StrEnum):
    """Yes, no, or what must be done first."""

    ALLOW = "allow"
    DENY = "deny"
    NEED_CONSENT = "need_consent"
    NEED_REASON = "need_reason"
    NEED_CHOICE = "need_choice"
    BREAK_GLASS = "break_glass"


class Rule(StrEnum):
    """The rules of access, in the order in which they are tried."""

    A01 = "A01"
    B01 = "B01"
    B02 = "B02"
    C01 = "C01"
    C02 = "C02"
    C03 = "C03"
    C04 = "C04"
    C05 = "C05"
    A02 = "A02"
    A03 = "A03"
    B03 = "B03"
    B04 = "B04"
    A04 = "A04"
    A05 = "A05"
    A06 = "A06"
    A07 = "A07"
    A08 = "A08"
    A09 = "A09"
    A10 = "A10"
    A11 = "A11"
    A12 = "A12"
    A13 = "A13"
    A14 = "A14"
    A15 = "A15"
    A16 = "A16"
    A17 = "A17"
    A18 = "A18"
    A19 = "A19"
    A20 = "A20"
    A21 = "A21"
    A22 = "A22"


LAW_OF_RULE = {
    Rule.A01: "HSLF-FS 2016:40 3 kap.",
    Rule.A02: "PDL 4 kap. 1 §",
    Rule.A03: "PDL 4 kap. 2 §, SVOD 4 kap. 3 §, SoLPuL 10 §",
    Rule.A04: "HSLF-FS 2016:40 4 kap.",
    Rule.A05: "PDL 4 kap. 4 §",
    Rule.A06: "PDL 4 kap. 5 §",
    Rule.A07: "SVOD 2 kap. 2–3 §§",
    Rule.A08: "SVOD 2 kap. 4 §",
    Rule.A09: "SVOD 2 kap. 6 §",
    Rule.A10: "SVOD 3 kap. 1 §",
    Rule.A11: "SVOD 3 kap. 2 §",
    Rule.A12: "SVOD 3 kap. 3 §",
    Rule.A13: "SVOD 3 kap. 4 §",
    Rule.A14: "SVOD 3 kap. 5 §",
    Rule.A15: "SVOD 3 kap. 6 §",
    Rule.A16: "SVOD 3 kap. 7 §",
    Rule.A17: "SVOD 1 kap. 1 §, OSL 25 och 26 kap.",
    Rule.A18: "PDL 5 kap. 4 §, OSL 25 kap. 11 § 1–2",
    Rule.A19: "OSL 26 kap. 9 c §",
    Rule.A20: "OSL 10 kap. 2 a §",
    Rule.A21: "PDL 2 kap. 8 §",
    Rule.A22: "SoLPuL 7 a §",
    Rule.B01: "PDL 4 kap. 2 §; i Nära ser beslutsfattare bara summor",
    Rule.B02: "PDL 4 kap. 3 §",
    # The rule must not betray that the identity is protected.
    Rule.B03: "PDL 4 kap. 2 §",
    Rule.B04: "HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§",
    Rule.C01: "PDL 5 kap. 5 §, SVOD 4 kap. 2 §",
    Rule.C02: "OSL 12 kap. 3 §; praxis för 1177",
    Rule.C03: "OSL 12 kap. 3 §, FB 6 kap. 11 §; praxis för 1177",
    Rule.C04: "OSL 12 kap. 2 §",
    Rule.C05: "OSL 25 kap. 1 §",
}

RULE_IN_SWEDISH = {
    Rule.A01: "Säker inloggning och ett medarbetaruppdrag",
    Rule.A02: "Du deltar i vården eller anger ett skäl",
    Rule.A03: "Rollen behöver uppgiften i arbetet",
    Rule.A04: "Ett steg i taget, varje steg är ett val",
    Rule.A05: "Inre spärr",
    Rule.A06: "Häva en inre spärr",
    Rule.A07: "Uppgiften är gjord tillgänglig för andra",
    Rule.A08: "Andra får se att ospärrade uppgifter finns",
    Rule.A09: "Tillgängligt för den som saknar beslutsförmåga",
    Rule.A10: "Vårdgivare läser hos andra",
    Rule.A11: "Omsorgsgivare läser hos andra",
    Rule.A12: "Vårdgivare läser om den som saknar beslutsförmåga",
    Rule.A13: "Omsorgsgivare läser om den som saknar beslutsförmåga",
    Rule.A14: "Nödläge och spärrade uppgifter",
    Rule.A15: "Nödöppning",
    Rule.A16: "Inga andra grunder gäller",
    Rule.A17: "Utanför sammanhållen dokumentation",
    Rule.A18: "Inom samma hälso- och sjukvård",
    Rule.A19: "Inom samma kommuns omsorg",
    Rule.A20: "Teknisk bearbetning",
    Rule.A21: "Sökbegrepp",
    Rule.A22: "Sammanställningar i socialtjänsten",
    Rule.B01: "Beslutsfattare ser aldrig enskilda",
    Rule.B02: "Granskning av vem som har läst",
    Rule.B03: "Särskild behörighet",
    Rule.B04: "Planen läses av dem som deltar",
    Rule.C01: "Egna uppgifter",
    Rule.C02: "Barn läser själva från 16 år",
    Rule.C03: "Vårdnadshavare läser tills barnet fyller 13 år",
    Rule.C04: "Närstående läser det personen har bestämt",
    Rule.C05: "Efter ett dödsfall",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The answer: outcome, rule, ground, and Swedish words for whoever asked."""

    outcome: Outcome
    rule: Rule
    message: str
    remedy: str = ""
    ground: Ground | None = None
    extent: Extent = Extent.ALL
    step: GlassStep | None = None  # the next step, when glass must be broken
    review: bool = False  # somebody looks at it afterwards
    act: str = ""  # a more exact paragraph than the rule's own

    @property
    def allowed(self) -> bool:
        """Whether the answer is yes."""
        return self.outcome is Outcome.ALLOW

    @property
    def law(self) -> str:
        """The act and section the answer rests on."""
        return self.act or LAW_OF_RULE[self.rule]


def deny(rule: Rule, message: str, remedy: str, *, act: str = "") -> Decision:
    """No, and what can be done instead."""
    return Decision(
        outcome=Outcome.DENY, rule=rule, message=message, remedy=remedy, act=act
    )


def need(outcome: Outcome, rule: Rule, message: str, remedy: str) -> Decision:
    """Not yet: something must be done first."""
    return Decision(outcome=outcome, rule=rule, message=message, remedy=remedy)


def break_glass(rule: Rule, step: GlassStep, message: str, remedy: str) -> Decision:
    """Not yet: the next step of an emergency must be chosen."""
    return Decision(
        outcome=Outcome.BREAK_GLASS,
        rule=rule,
        step=step,
        message=message,
        remedy=remedy,
        review=True,
    )


def allow(
    rule: Rule,
    ground: Ground,
    message: str,
    *,
    extent: Extent = Extent.ALL,
    review: bool = False,
) -> Decision:
    """Yes, and on what ground."""
    return Decision(
        outcome=Outcome.ALLOW,
        rule=rule,
        ground=ground,
        message=message,
        extent=extent,
        review=review,
    )
