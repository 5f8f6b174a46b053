"""What is wrong with a number, in plain Swedish that never repeats the number."""

from naravard.core.errors import DomainError

TWELVE_DIGITS = "Skriv tolv siffror: år, månad, dag och de fyra sista."
COMPARE = "Jämför med id-handlingen och skriv numret igen."


class PersonNumberNotValid(DomainError):
    """A person's number can not be right as it is written."""

    rule = "18 § folkbokföringslagen (1991:481)"


class FormNotRecognised(PersonNumberNotValid):
    """The text has the shape of no personal number that we know."""

    def __init__(self) -> None:
        """Say which form to write."""
        super().__init__(
            "Det här ser inte ut som ett personnummer.", remedy=TWELVE_DIGITS
        )


class NoSuchBirthDate(PersonNumberNotValid):
    """The date in the number is in no calendar."""

    def __init__(self) -> None:
        """Say that the date is wrong."""
        super().__init__("Datumet i numret finns inte i kalendern.", remedy=COMPARE)


class BirthDateInFuture(PersonNumberNotValid):
    """The date in the number has not come yet."""

    def __init__(self) -> None:
        """Say that the date has not come."""
        super().__init__("Datumet i numret har inte varit än.", remedy=COMPARE)


class CheckDigitDoesNotMatch(PersonNumberNotValid):
    """A digit is wrong somewhere: the last one does not match the others."""

    def __init__(self) -> None:
        """Say that some digit is wrong."""
        super().__init__(
            "Någon siffra är fel: den sista siffran stämmer inte med de andra.",
            remedy=COMPARE,
        )


class RealNumberNotAllowed(PersonNumberNotValid):
    """Only test numbers may be used where people are invented."""

    rule = "Bara påhittade personer får finnas här."

    def __init__(self) -> None:
        """Say that the number may belong to somebody."""
        super().__init__(
            "Numret kan tillhöra en verklig person.",
            remedy="Använd ett testnummer: de tre siffrorna efter datumet är 980–999.",
        )


class OrganisationNumberNotValid(DomainError):
    """An organisationsnummer can not be right as it is written."""

    rule = "Lag (1974:174) om identitetsbeteckning för juridiska personer m.fl."

    def __init__(self) -> None:
        """Say which form is right."""
        super().__init__(
            "Organisationsnumret stämmer inte.",
            remedy="Skriv tio siffror, till exempel 232100-0172, och kontrollera dem.",
        )


class HsaIdNotValid(DomainError):
    """An HSA-id can not be right as it is written."""

    rule = "HSA-katalogens regel för HSA-id"

    def __init__(self) -> None:
        """Say which form is right."""
        super().__init__(
            "HSA-id:t har fel form.",
            remedy="Det ska vara SE, tio siffror, bindestreck och högst 18 bokstäver "
            "(inte å, ä, ö) eller siffror.",
        )
