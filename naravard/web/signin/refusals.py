"""Why somebody was not signed in, in words that help and never tell about anybody."""

from enum import StrEnum

from django.utils.translation import gettext

from naravard.core.errors import DomainError, NotAllowed

# Strong authentication of staff over open networks, and of inhabitants.
STRONG_SIGN_IN = "HSLF-FS 2016:40 3 kap."


class Fault(StrEnum):
    """What was wrong with an answer from a provider; goes to the log, not to people."""

    ALGORITHM = "algorithm_not_allowed"
    SIGNATURE = "signature_not_valid"
    UNKNOWN_KEY = "key_not_known"
    MALFORMED = "token_malformed"
    ISSUER = "wrong_issuer"
    AUDIENCE = "wrong_audience"
    AUTHORIZED_PARTY = "wrong_authorized_party"
    EXPIRED = "expired"
    NOT_YET_VALID = "not_yet_valid"
    ISSUED_IN_FUTURE = "issued_in_future"
    SUBJECT = "subject_missing"
    NONCE = "wrong_nonce"
    AUTH_TIME = "sign_in_too_old"
    ACCESS_TOKEN_HASH = "wrong_access_token_hash"  # noqa: S105 — the name of a fault
    STATE = "state_not_ours"
    CODE = "code_refused"
    USERINFO = "userinfo_of_another"
    NOT_A_LOGOUT = "not_a_logout_token"


class AnswerNotTrusted(DomainError):
    """The provider's answer did not hold; `fault` says how."""

    def __init__(self, fault: Fault) -> None:
        """Hold the fault for the log; people are told to begin again."""
        super().__init__(
            gettext("Vi kunde inte lita på svaret från inloggningstjänsten."),
            remedy=gettext(
                "Börja om med att logga in. Händer det igen: kontakta supporten."
            ),
        )
        self.fault = fault


class LevelTooLow(NotAllowed):
    """The identity was not proved by two factors."""

    rule = STRONG_SIGN_IN

    def __init__(self) -> None:
        """Say which means will do."""
        super().__init__(
            gettext("Sättet du loggade in på är inte tillräckligt säkert."),
            remedy=gettext(
                "Logga in med e-legitimation eller tjänstekort på tillitsnivå 3."
            ),
        )


class SignInCancelled(DomainError):
    """Whoever was to sign in stopped before the end."""

    def __init__(self) -> None:
        """Say that nothing has happened."""
        super().__init__(
            gettext("Du avbröt inloggningen."),
            remedy=gettext("Inget har hänt. Du kan logga in igen när du vill."),
        )


class ProviderDidNotAnswer(DomainError):
    """The sign-in service cannot be reached, or is not what it should be."""

    def __init__(self) -> None:
        """Say that it is not the person's fault."""
        super().__init__(
            gettext("Inloggningstjänsten svarar inte."),
            remedy=gettext(
                "Försök igen om en stund. Gäller det en patient nu: följ reservrutinen."
            ),
        )


class NoAssignment(NotAllowed):
    """Somebody in staff has no assignment in force here."""

    rule = STRONG_SIGN_IN

    def __init__(self) -> None:
        """Say who gives assignments."""
        super().__init__(
            gettext("Du har inget uppdrag i Nära som gäller i dag."),
            remedy=gettext("Be din chef ge dig ett uppdrag och logga sedan in igen."),
        )


class PersonNotKnown(NotAllowed):
    """The person is not registered here."""

    def __init__(self) -> None:
        """Say whom to call."""
        super().__init__(
            gettext("Vi hittar inte dina uppgifter i Nära."),
            remedy=gettext("Ring din vårdcentral eller din kommun."),
        )


class IdentityMissing(NotAllowed):
    """The provider did not say who it is in the way that was agreed."""

    def __init__(self) -> None:
        """Say that the connection is at fault."""
        super().__init__(
            gettext("Inloggningstjänsten sa inte vem du är på ett sätt vi känner."),
            remedy=gettext("Kontakta supporten. Felet ligger i anslutningen."),
        )


class SomebodyElse(NotAllowed):
    """The one who confirmed is not the one who was signed in."""

    def __init__(self) -> None:
        """Say that the first one has been signed out."""
        super().__init__(
            gettext("Det var en annan person som bekräftade."),
            remedy=gettext("Du är utloggad. Logga in som dig själv och gör om det."),
        )
