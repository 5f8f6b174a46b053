"""The template library: every component under the name templates call it by."""

from datetime import date, datetime

from django.template import Library

from naravard.web.components import (
    blocks,
    buttons,
    forms,
    icons,
    marks,
    navigation,
    people,
    timeline_view,
)
from naravard.web.words import days, lengths, numbers

register = Library()

register.simple_tag(icons.icon)
register.simple_tag(marks.caregiver)
register.simple_tag(marks.label)
register.simple_tag(marks.initials)
register.simple_tag(marks.deadline)
register.simple_tag(marks.day_deadline)
register.simple_tag(marks.step_track)
register.simple_tag(buttons.button)
register.simple_tag(buttons.link_button)
register.simple_block_tag(blocks.card)
register.simple_block_tag(blocks.box)
register.simple_block_tag(blocks.empty_state)
register.simple_tag(blocks.loading)
register.simple_tag(navigation.tabs)
register.simple_tag(navigation.breadcrumb)
register.simple_tag(navigation.pagination)
register.simple_tag(people.person_header)
register.simple_tag(people.readers)
register.simple_tag(forms.form_field)
register.simple_tag(forms.form_errors)
register.simple_tag(forms.form_sheet, takes_context=True)
register.simple_block_tag(forms.form_card, takes_context=True)
register.simple_tag(timeline_view.timeline)

register.filter("clock_time", days.clock_time)
register.filter("long_day", days.long_day)
register.filter("short_day", days.short_day)
register.filter("full_day", days.full_day)
register.filter("sentence_start", days.sentence_start)
register.filter("personal_number", numbers.personal_number)


@register.simple_tag
def when(moment: datetime, now: datetime) -> str:
    """`i dag 14.00`."""
    return days.moment_words(moment, now)


@register.simple_tag
def age(born_on: date, today: date) -> str:
    """`83 år`."""
    return lengths.age_words(born_on, today)
