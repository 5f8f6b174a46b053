from pathlib import Path

from naravard.messages.sheet import message_sheet

DRAWN = Path(__file__).resolve().parents[3] / "docs" / "generated" / "messages.md"


def test_the_message_list_on_file_says_what_the_code_says():
    assert DRAWN.read_text("utf-8").endswith(message_sheet())


def test_the_message_list_names_every_message_and_ground():
    sheet = message_sheet()

    assert "## M1 Inskrivningsmeddelande" in sheet
    assert "## A2 Svar på avvikelse" in sheet
    assert "| G-CANNOT-CONSENT |" in sheet
