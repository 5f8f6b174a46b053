"""What nobody means to write, and some write on purpose."""

from uuid import UUID

from hypothesis import strategies as st

MARK = "nara-skript"
SCRIPTS = (
    f"<script>alert('{MARK}')</script>",
    f'"><img src=x onerror=alert("{MARK}")>',
    f"</textarea><svg onload=alert('{MARK}')>",
    f"javascript:alert('{MARK}')",
    f"{{{{ {MARK}|safe }}}}{{% debug %}}",
)
# As they would stand in a page if nobody had escaped them.
RAW = (
    f"<script>alert('{MARK}')",
    f'onerror=alert("{MARK}")>',
    f"<svg onload=alert('{MARK}')>",
    f"href=\"javascript:alert('{MARK}')",
)
ODD = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\u202e\u202etorknar\u202c",
    "\ufeff\u200d\u0300\u0301",
    "👩‍👩‍👧‍👦" * 30,
    "\r\nSet-Cookie: sessionid=1",
    "'; DROP TABLE people_person; --",
    "%s %(x)s %00",
    "../../../etc/passwd",
    "\\x00\\u0000",
    "null",
    "-1",
    "0",
    "1e309",
    "NaN",
    "٣٤",
    "9" * 30,
    "9" * 5_000,
    "x" * 25_000,
)
MOMENTS = (
    "0001-01-01T00:00",
    "1850-05-05T12:00",
    "2026-02-30T10:00",
    "2026-03-29T02:30",  # an hour that is not there
    "2026-10-25T02:30",  # an hour that is there twice
    "9999-12-31T23:59",
    "2026-03-03T12:00:60",
    "2026-03-03",
    "T",
)
GOOD_MOMENTS = ("2026-03-03T12:00", "2026-03-03T16:30", "2026-03-09T13:00")

hostile = (
    st.sampled_from(SCRIPTS)
    | st.sampled_from(ODD)
    | st.sampled_from(MOMENTS)
    | st.text(max_size=40)
)


def identifiers(known: tuple[UUID, ...]) -> st.SearchStrategy[str]:
    """Numbers of things that belong elsewhere, and of nothing at all."""
    elsewhere = st.sampled_from([str(each) for each in known])
    return elsewhere | st.uuids().map(str) | hostile
