"""A certified OpenID provider on loopback, and people who visit us and it."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
import requests
from django.http import HttpResponse
from django.test import Client

from naravard.web.signin.provider import LEVEL_3, Provider, Who, providers_in

FOLDER = Path(__file__).parent / "provider"
NUMBER = "https://id.oidc.se/claim/personalIdentityNumber"
LEVEL_2 = "http://id.elegnamnden.se/loa/1.0/loa2"
STAFF, INHABITANT = "/logga-in/medarbetare/", "/logga-in/invanare/"
OURS = "http://testserver"
SECONDS = 10  # to answer


@dataclass(frozen=True, kw_only=True)
class OpenIdProvider:
    """The provider, and what a test can ask of it."""

    issuer: str

    def tell(self, verb: str, **told: object) -> dict[str, str]:
        answer = requests.post(f"{self.issuer}/test/{verb}", json=told, timeout=SECONDS)
        answer.raise_for_status()
        return answer.json()

    def knows(self, name: str, **claims: str) -> None:
        self.tell("people", name=name, claims=claims)

    def forge(self, **how: object) -> None:
        """Make the next ID token false in one way, and otherwise as it should be."""
        self.tell("forge", **how)

    def connected(
        self,
        who: Who,
        base: str = OURS,
        proof: dict[str, object] | None = None,
        **changed: str,
    ) -> Provider:
        """Register Nära with the provider, as whom it vouches for; our side of it.

        `proof` is how we prove who we are there, a shared secret when nothing is said.
        """
        registered = requests.post(
            f"{self.issuer}/reg",
            json={
                "redirect_uris": [f"{base}/logga-in/klart/"],
                "post_logout_redirect_uris": [f"{base}/logga-ut/klart/"],
                "backchannel_logout_uri": f"{base}/logga-ut/fran-tjansten/",
                "backchannel_logout_session_required": True,
                **(proof or {"token_endpoint_auth_method": "client_secret_basic"}),
            },
            timeout=SECONDS,
        ).json()
        told = {
            "ISSUER": self.issuer,
            "CLIENT_ID": registered["client_id"],
            "CLIENT_SECRET": registered.get("client_secret", ""),
            "SCOPES": "people",
            **changed,
        }
        environment = {f"NARAVARD_{who.upper()}_{key}": told[key] for key in told}
        (provider,) = providers_in(environment, in_operation=False)
        return provider


@contextmanager
def started() -> Iterator[OpenIdProvider]:
    """The provider while the block lasts; skips, saying what is missing."""
    if not shutil.which("node"):
        pytest.skip("Node saknas: apt-get install nodejs npm")
    if not (FOLDER / "node_modules" / "oidc-provider").exists():
        pytest.skip("Provaren saknas: npm ci --prefix tests/provider")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen(
        ["node", "provider.mjs", str(port)],
        cwd=FOLDER,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout.readline() == "ready\n"
        yield OpenIdProvider(issuer=f"http://127.0.0.1:{port}")
        process.terminate()


@dataclass(kw_only=True)
class Visitor:
    """Somebody at a computer: a browser for us, and the same one for the provider."""

    client: Client = field(default_factory=Client)
    browser: requests.Session = field(default_factory=requests.Session)

    def sign_in(self, way: str, name: str, *, level: str = LEVEL_3) -> HttpResponse:
        """Go all the way; our answer when the provider has sent us back."""
        return self.client.get(self.vouched_for(way, name, level=level))

    def vouched_for(self, way: str, name: str, *, level: str = LEVEL_3) -> str:
        """The address the provider sends the browser back to, not yet visited."""
        return self._at_provider(way, {"name": name, "acr": level})

    def cancel(self, way: str) -> HttpResponse:
        return self.client.get(self._at_provider(way, {"cancel": "1"}))

    def was_seen(self, ago: timedelta) -> None:
        """Let everything this session remembers lie further back in time."""
        session = self.client.session
        login = session["login"]
        for name in ("began_at", "confirmed_at", "seen_at"):
            login[name] = (datetime.fromisoformat(login[name]) - ago).isoformat()
        session["login"] = login
        session.save()

    def gives_way_to_another(self) -> None:
        """Somebody else sits down, whom the provider does not know yet."""
        self.browser.cookies.clear()

    def is_signed_in(self) -> bool:
        return "actor" in self.client.session

    def _at_provider(self, way: str, said: dict[str, str]) -> str:
        asked = self.client.get(way)
        assert asked.status_code == 302, asked.text
        arrived = self._follow(self.browser.get(asked.url, **ONE_STEP))
        if isinstance(arrived, str):
            return arrived
        shown = self.browser.post(arrived.url, data=said, **ONE_STEP)
        back = self._follow(shown)
        assert isinstance(back, str), back.text
        return back

    def _follow(self, answer: requests.Response) -> requests.Response | str:
        """The page the provider stops at, or the address with us it leads to."""
        while answer.is_redirect:
            address = urljoin(answer.url, answer.headers["Location"])
            if address.startswith(OURS):
                return address.removeprefix(OURS)
            answer = self.browser.get(address, **ONE_STEP)
        return answer


ONE_STEP = {"allow_redirects": False, "timeout": SECONDS}


def asked_in(address: str) -> dict[str, str]:
    """The parameters of an address."""
    return {key: each[0] for key, each in parse_qs(urlsplit(address).query).items()}
