"""What the mobile room says when it says no."""

from naravard.core.errors import Conflict, DomainError


class TeamNotActive(DomainError):
    """A team that is planned or closed takes no requests."""

    def __init__(self, name: str) -> None:
        """Name the team."""
        super().__init__(
            f"{name} tar inte emot förfrågningar.",
            remedy="Välj ett annat team, eller ring vårdcentralen.",
        )


class OutsideTheArea(DomainError):
    """The person lives where the team does not go."""

    def __init__(self, name: str) -> None:
        """Name the team."""
        super().__init__(
            f"Personen bor utanför området för {name}.",
            remedy="Välj teamet i personens kommun.",
        )


class AnswerNeedsAReason(DomainError):
    """A team that does not come says why, and what to do instead."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Skriv varför teamet inte kommer, och vad den som frågar ska göra.",
            remedy="Fyll i svaret och skicka igen.",
        )


class NotToBeTakenAtHome(DomainError):
    """The mobile X-ray can not take that picture at home."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Mobil röntgen kan bara ta skelett, lungor och buköversikt.",
            remedy="Skriv remiss till sjukhusets röntgen.",
        )


class NextVisitIsPast(DomainError):
    """The next visit lies ahead."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Dagen för nästa besök har redan varit.",
            remedy="Välj i dag eller en senare dag.",
        )


class VisitChangedMeanwhile(Conflict):
    """Somebody else has written about the visit since this was read."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "Någon annan har skrivit om besöket under tiden.",
            remedy="Läs båda anteckningarna och välj vad som gäller.",
        )
