"""Every Swedish text has an English one, and the compiled catalogue is fresh."""

import pytest
from django.utils import translation
from django.utils.translation import gettext

from naravard.web.management.commands.translations import catalogue_faults
from naravard.web.translations import Text, texts_in_python, texts_in_template


def test_every_text_has_an_english_one_and_the_catalogue_is_fresh() -> None:
    assert catalogue_faults() == []


def test_english_is_what_the_pages_get() -> None:
    with translation.override("en"):
        assert gettext("Hoppa till innehållet") == "Skip to the content"


def test_texts_are_found_in_templates() -> None:
    source = """
        {% translate "Vikt" %}{{ _("Puls") }}{% card title=_("Mål 80 %") %}{% endcard %}
        {% blocktranslate trimmed with n=name %}
            Hej
            {{ n }}
        {% endblocktranslate %}
        {% blocktranslate count c=total %}{{ c }} dag{% plural %}{{ c }} dagar
        {% endblocktranslate %}{% translate variable %}
    """

    found = {
        Text(text.singular.strip(), text.plural.strip())
        for text in texts_in_template(source)
    }

    assert found == {
        Text("Vikt"),
        Text("Puls"),
        Text("Mål 80 %%"),
        Text("Hej %(n)s"),
        Text("%(c)s dag", "%(c)s dagar"),
    }


def test_texts_are_found_in_python() -> None:
    source = 'a = gettext("Vikt"); b = ngettext("dag", "dagar", n); c = other("nej")'

    assert set(texts_in_python(source)) == {Text("Vikt"), Text("dag", "dagar")}


def test_text_put_together_at_run_time_is_refused() -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(texts_in_python('gettext(f"Hej {name}")'))
