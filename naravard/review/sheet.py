"""The page over the checks of the access log, drawn from the catalogue (pure)."""

from naravard.review.catalogue import CHECKS
from naravard.review.definition import Check, Weight

WEIGHTS = {
    Weight.ALWAYS: "alltid, och först",
    Weight.HIGH: "hög",
    Weight.MEDIUM: "medel",
    Weight.LOW: "låg",
    Weight.SAMPLE: "stickprov",
}


def check_sheet() -> str:
    """Every check: what it looks for, its limits, its source and its examples."""
    return "\n".join(
        [
            "# Kontroller av åtkomstloggen",
            "",
            "Kontrollerna väljer ut läsningar som en människa ska granska. Att en",
            "läsning väljs ut säger inte att den var fel. **Gränser som inte kommer ur",
            "lag är våra egna och ska beslutas av vårdgivaren.**",
            "",
            *(line for check in CHECKS for line in _check(check)),
        ]
    )


def _check(check: Check) -> list[str]:
    limits = "; ".join(check.limits) or "ingen"
    doubt = "" if check.verified else " (vårt eget förval, ej fastställt)"
    return [
        f"## {check.title} (`{check.code}`)",
        "",
        check.why,
        "",
        f"- Vikt: {WEIGHTS[check.weight]}",
        f"- Gräns: {limits}{doubt}",
        f"- Källa: {check.source}",
        *(f"- Exempel: {example.says}" for example in check.examples),
        "",
    ]
