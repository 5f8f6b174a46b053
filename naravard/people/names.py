"""How names are made searchable and put in Swedish order (pure)."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST_KEY = 260  # what the column `Person.search_name` holds, in characters

# Letters of their own in Swedish; every other accent is taken away (é is e).
_OWN_LETTERS = frozenset("åäö")
# Letters that Unicode does not take apart, as Swedes write them without a keyboard.
_LIKE = str.maketrans(
    {"æ": "ä", "ø": "ö", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)

# By code point ä comes before å; everything else is already in Swedish order.
IN_CODE_POINT_ORDER = "åä"
IN_SWEDISH_ORDER = "äå"
_SWAPPED = str.maketrans(IN_CODE_POINT_ORDER, IN_SWEDISH_ORDER)


@dataclass(frozen=True, slots=True, kw_only=True)
class WordPattern:
    """How a word stands in a search key: first, or later and so after a space."""

    first: str
    later: str

    def fits(self, key: str) -> bool:
        """Whether some word of the key begins so."""
        return key.startswith(self.first) or self.later in key


def search_key(family: str, given: str) -> str:
    """The name as it is searched: "family given", without accents, case and hyphens."""
    return " ".join((*_words(family), *_words(given)))[:LONGEST_KEY]


def name_patterns(query: str) -> tuple[WordPattern, ...]:
    """One pattern for each word written; a name fits when it fits all of them."""
    return tuple(WordPattern(first=word, later=f" {word}") for word in _words(query))


def swedish_order(key: str) -> str:
    """A search key to sort by: …z å ä ö, and a space before every letter."""
    return key.translate(_SWAPPED)


@lru_cache(maxsize=20_000)  # a county's names are few beside its people
def _words(text: str) -> tuple[str, ...]:
    folded = _composed(_composed(text).casefold()).translate(_LIKE)
    return tuple("".join(_plain(letter) for letter in folded).split())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _plain(letter: str) -> str:
    """The letter without accent; a space for what stands between words."""
    if letter in _OWN_LETTERS:
        return letter
    if letter in {"'", "’", "´", "`"}:  # as in O'Brien, which is one word
        return ""
    base = unicodedata.normalize("NFKD", letter)
    return "".join(" " if not one.isalnum() else one for one in _without_marks(base))


def _without_marks(decomposed: str) -> str:
    return "".join(c for c in decomposed if not unicodedata.combining(c))
