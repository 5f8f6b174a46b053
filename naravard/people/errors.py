"""What the register of persons and units refuses, in words for people (pure)."""

from naravard.core.errors import DomainError

ASK_THE_REGISTER = "Kontrollera mot folkbokföringen vem som har numret."


class NumberBelongsToAnother(DomainError):
    """A number identifies one person and is already somebody else's."""

    rule = "Ett nummer hör till en person (18 § folkbokföringslagen)."

    def __init__(self) -> None:
        """Say so without naming anybody."""
        super().__init__(
            "Numret hör redan till en annan person.", remedy=ASK_THE_REGISTER
        )


class NumbersBelongToDifferentPersons(DomainError):
    """Numbers given for one person are already those of several."""

    rule = NumberBelongsToAnother.rule

    def __init__(self) -> None:
        """Say so without naming anybody."""
        super().__init__("Numren hör till olika personer.", remedy=ASK_THE_REGISTER)


class DeathDateNotPossible(DomainError):
    """Nobody dies before birth or tomorrow."""

    def __init__(self) -> None:
        """Say which days are possible."""
        super().__init__(
            "Dödsdagen är före födelsedagen eller har inte varit än.",
            remedy="Skriv den dag som står i dödsbeviset.",
        )


class MunicipalityCodeNotValid(DomainError):
    """A municipality has a code of four digits."""

    rule = "SCB:s kommunkoder"

    def __init__(self) -> None:
        """Say which form is right."""
        super().__init__("Kommunkoden stämmer inte.", remedy="Skriv fyra siffror.")


class UnitDoesNotListPeople(DomainError):
    """People are listed only with open care units that exist that day."""

    rule = "Lag (2008:962) om valfrihetssystem"

    def __init__(self) -> None:
        """Say what to choose."""
        super().__init__(
            "Det går inte att lista sig på enheten.",
            remedy="Välj en vårdcentral som finns den dagen.",
        )


class UnitNotThere(DomainError):
    """The unit does not exist on that day."""

    def __init__(self) -> None:
        """Say what to choose."""
        super().__init__(
            "Enheten finns inte den dagen.",
            remedy="Välj den enhet som har tagit över.",
        )


class UnitAlreadyEnded(DomainError):
    """A unit ends once."""

    def __init__(self) -> None:
        """Say that the successor stands."""
        super().__init__(
            "Enheten har redan slutat och gått upp i en annan.",
            remedy="Utgå från den enhet som har tagit över.",
        )


class SuccessorNotPossible(DomainError):
    """A unit can not take over from itself, nor one that has ended from another."""

    def __init__(self) -> None:
        """Say what to choose."""
        super().__init__(
            "Enheten kan inte ta över.",
            remedy="Välj en annan enhet, som finns dagen efter att den förra slutar.",
        )


class IdentityMissing(DomainError):
    """A person or somebody in staff needs at least one number to be known by."""

    def __init__(self) -> None:
        """Say what is missing."""
        super().__init__(
            "Numret saknas.",
            remedy="Ange personnummer, samordningsnummer eller reservnummer.",
        )


class NotOnePerson(DomainError):
    """Two rows are merged only when nothing says that they are two persons."""

    def __init__(self) -> None:
        """Say what to compare."""
        super().__init__(
            "Uppgifterna kan inte höra till samma person.",
            remedy="Jämför födelsedag, dödsdag och närstående i de två posterna.",
        )


class CannotBeMoved(DomainError):
    """What has been sent is never changed, not even about whom it is."""

    def __init__(self) -> None:
        """Say which row to keep instead."""
        super().__init__(
            "Meddelanden har redan skickats om den post som skulle tas bort.",
            remedy="Behåll den posten och slå ihop den andra med den.",
        )


class RecordsCollide(DomainError):
    """Both rows hold something that a person can have only one of."""

    def __init__(self) -> None:
        """Say what to end first."""
        super().__init__(
            "De två posterna har samma slags uppgift, som en person bara kan ha en av.",
            remedy="Avsluta det ena vårdtillfället eller ärendet först.",
        )


class MergeReasonMissing(DomainError):
    """Whoever says that two are one, or are not, says how they know."""

    def __init__(self) -> None:
        """Ask for the reason."""
        super().__init__(
            "Skriv hur du vet det.", remedy="Till exempel: legitimation visad."
        )


class AlreadyParted(DomainError):
    """A merge is undone once."""

    def __init__(self) -> None:
        """Say that it has been done."""
        super().__init__(
            "Sammanslagningen är redan upphävd.",
            remedy="Slå ihop posterna på nytt om det var rätt från början.",
        )


class NoSuchMerge(DomainError):
    """Only a merge that has been made can be undone."""

    def __init__(self) -> None:
        """Say what is asked for."""
        super().__init__(
            "Det finns ingen sådan sammanslagning.",
            remedy="Ange det id som skrevs ut när posterna slogs ihop.",
        )
