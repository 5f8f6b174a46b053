"""What an order of mobile X-ray must hold before somebody drives."""

from collections.abc import Mapping

from naravard.core.errors import DomainError
from naravard.mobile.rules.errors import NotToBeTakenAtHome
from naravard.mobile.rules.states import XRAY_CAN, OrderKind, OrderState

ANSWERED: Mapping[OrderKind, frozenset[OrderState]] = {
    OrderKind.XRAY: frozenset({OrderState.DONE, OrderState.DECLINED}),
    OrderKind.EQUIPMENT: frozenset({OrderState.DECLINED}),
}
XRAY_MINUTES = 40  # in somebody's home [design]
XRAY_NEEDS = ("radiographer",)


class OnlyAPhysicianRefers(DomainError):
    """X-ray is ordered by a referral, which a physician writes."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Röntgen beställs med remiss, och den skriver en läkare.",
            rule="Strålsäkerhetsmyndighetens föreskrifter (SSMFS 2018:5) om remittent",
            remedy="Be personens läkare eller teamets läkare att beställa.",
        )


class ReferralNotComplete(DomainError):
    """A referral says what to look at, what to answer, and that somebody is there."""

    def __init__(self, lacks: str) -> None:
        """Name what is missing."""
        super().__init__(
            f"Remissen saknar {lacks}.", remedy="Fyll i det som saknas och skicka igen."
        )


class OrderNeedsAnAnswer(DomainError):
    """Whoever ordered is told what came of it."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Skriv svaret till den som beställde.",
            remedy="Fyll i svaret och spara igen.",
        )


def check_referral(
    *,
    what: str,
    region: str,
    question: str,
    helper_on_site: bool,
    by_physician: bool,
) -> None:
    """Whether a mobile X-ray can be sent for: an own design after practice in
    Östergötland [design]. Raises OnlyAPhysicianRefers, NotToBeTakenAtHome and
    ReferralNotComplete.
    """
    if not by_physician:
        raise OnlyAPhysicianRefers
    if what not in XRAY_CAN:
        raise NotToBeTakenAtHome
    needed = {
        "frågeställning": question.strip(),
        "kroppsdel och sida": region.strip(),
        "någon på plats som hjälper till": helper_on_site,
    }
    for name, given in needed.items():
        if not given:
            raise ReferralNotComplete(name)


def check_answered(kind: OrderKind, to: OrderState, answer: str) -> None:
    """Whether whoever ordered is told enough. Raises OrderNeedsAnAnswer."""
    if to in ANSWERED[kind] and not answer.strip():
        raise OrderNeedsAnAnswer
