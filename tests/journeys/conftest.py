"""Every journey meets the database as the pages do in operation."""

import pytest
from django.test import Client

from tests.pages_role import as_pages


@pytest.fixture(autouse=True)
def behind_the_second_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = Client.request

    def asked_as_a_page(client: Client, **request: object) -> object:
        with as_pages():
            return ask(client, **request)

    monkeypatch.setattr(Client, "request", asked_as_a_page)
