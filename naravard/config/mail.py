"""The post office that e-mail goes through, from one address in the environment."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
BACKENDS = "django.core.mail.backends"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostOffice:
    """Where e-mail is handed in; by default nowhere."""

    backend: str = f"{BACKENDS}.dummy.EmailBackend"
    host: str = "localhost"
    port: int = 25
    user: str = ""
    password: str = ""
    use_tls: bool = False
    use_ssl: bool = False


def post_office_from_url(address: str) -> PostOffice:
    """`smtp+tls://user:password@mail.example.se:587`; also smtp and smtps.

    Without an address nothing is sent. Raises ImproperlyConfigured.
    """
    if not address:
        return PostOffice()
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ImproperlyConfigured(
            "NARAVARD_MAIL is written as smtp+tls://user:password@mail.example.se:587."
        )
    return PostOffice(
        backend=f"{BACKENDS}.smtp.EmailBackend",
        host=parts.hostname,
        port=parts.port or PORTS[parts.scheme],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        use_tls=parts.scheme == "smtp+tls",
        use_ssl=parts.scheme == "smtps",
    )
