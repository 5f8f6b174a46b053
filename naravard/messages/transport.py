"""Posts over HTTP with the standard library.

`http.client` on purpose: it follows no redirect and reads no proxy from the
environment, so a message goes to the address the receiver has given or nowhere.
"""

from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from naravard.messages.envelope import Outgoing
from naravard.messages.outbox import Answer

TIMEOUT_SECONDS = 10.0


class UnsafeAddress(ValueError):
    """The address would carry the message unencrypted over a network."""


def post_over_http(
    outgoing: Outgoing, *, timeout_seconds: float = TIMEOUT_SECONDS
) -> Answer:
    """Post the message and answer with the status; 0 when there was no answer.

    The body of the answer is not read, so nothing in it can reach a log.
    """
    try:
        with closing(_connection(urlsplit(outgoing.url), timeout_seconds)) as line:
            line.request(
                "POST",
                _path(urlsplit(outgoing.url)),
                body=outgoing.body,
                headers={
                    "Content-Type": "application/json; charset=utf-8",
                    "Idempotency-Key": outgoing.key,
                },
            )
            with line.getresponse() as response:
                return Answer(status=response.status)
    except (OSError, HTTPException, ValueError) as problem:
        return Answer(status=0, error=f"Ingen kontakt: {type(problem).__name__}")


def _connection(address: SplitResult, timeout_seconds: float) -> HTTPConnection:
    if not address.hostname:
        raise UnsafeAddress("The address names no host.")
    if address.scheme == "https":
        return HTTPSConnection(address.hostname, address.port, timeout=timeout_seconds)
    if address.scheme == "http" and _is_this_machine(address.hostname):
        return HTTPConnection(address.hostname, address.port, timeout=timeout_seconds)
    raise UnsafeAddress("Only https, or http to this machine itself.")


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _path(address: SplitResult) -> str:
    path = address.path or "/"
    return f"{path}?{address.query}" if address.query else path
