"""A spreadsheet that can be read aloud and sorted: one table a sheet, with headings."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

WIDEST = 60  # characters of a column
LONGEST_TITLE = 31
NOT_IN_TITLES = str.maketrans(dict.fromkeys(":\\/?*[]", " "))
FORMULA = ("=", "+", "-", "@")  # what a spreadsheet would run

Cell = str | float | int | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet with one table."""

    title: str
    heading: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def workbook(sheets: Sequence[Sheet]) -> Workbook:
    """The sheets in order; the heading stays in sight when one scrolls."""
    book = Workbook()
    if not sheets:  # a book without a sheet is no file
        book.worksheets[0].append([gettext("Inget är räknat än.")])
        return book
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(_title(sheet.title))
        page.append(list(sheet.heading))
        for row in sheet.rows:
            page.append([_safe(cell) for cell in row])
        for cell in page[1]:
            cell.font = Font(bold=True)
        page.freeze_panes = "A2"
        for number, name in enumerate(sheet.heading, start=1):
            longest = max(
                [len(name), *(len(str(row[number - 1])) for row in sheet.rows[:200])]
            )
            letter = get_column_letter(number)
            page.column_dimensions[letter].width = min(longest + 2, WIDEST)
    return book


def _title(title: str) -> str:
    """What a spreadsheet takes as the name of a sheet."""
    return " ".join(title.translate(NOT_IN_TITLES).split())[:LONGEST_TITLE]


def _safe(cell: Cell) -> Cell:
    """Text that begins as a formula is text."""
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return cell
