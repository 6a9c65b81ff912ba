"""Which surfaces are also common words or people's names, and so need context."""

import re

from tables import HERE, plain, words

# Where the list of everyday words lies, of which `dateline check` reminds, and that of those which are names first.
LISTS = HERE.parents[1] / "patterns" / "words"


class Ambiguity:
    """Common words are those that running English prose writes in lower case: counted in the CIA World Factbook's and the
    IPTC scope notes' own sentences, and a list written by hand for what those texts lack; everyday words are all of these and
    the list that the patterns have. First and last names are lists
    written by hand of those frequent in English-language news."""

    def __init__(self, free):
        self.common = words("prose-words", free) | words("common-words")
        self.grammar = words("function-words")
        self.everyday = self.common | listed("common-words.txt") - listed("names-first.txt")
        self.first = words("first-names")
        self.last = words("last-names")
        self.people = {name.lower() for name in self.first | self.last} | listed("given-names.txt") | listed("surnames.txt")

    def is_common(self, surface):
        """Every word of it is a common word: Orange, Sun City."""
        parts = plain(surface).lower().replace("-", " ").split()
        return bool(parts) and all(part in self.common for part in parts)

    def is_everyday(self, surface):
        """Any word that English writes in lower case, however seldom: Liberal, Reading, Of."""
        return plain(surface).lower() in self.everyday or self.is_common(surface)

    def is_sure(self, surface):
        """A long word that is neither an everyday word nor a person's name in any list: Makurdi, not Bo or Salta."""
        words = plain(surface).lower().replace("-", " ").split()
        return len(surface) >= 6 and not re.match(r"(?i)(north|south|east|west)", surface) and not self.is_everyday(surface) and not any(word in self.people or word in self.everyday for word in words)

    def is_grammar(self, surface):
        """A word that stands before and after every other: no preposition makes a town of it."""
        return plain(surface).lower() in self.grammar

    def is_person(self, surface):
        """It reads as a first or last name alone: Perry, Jordan, Victoria."""
        return plain(surface) in self.first or plain(surface) in self.last


def listed(name):
    """The words of a list of the patterns."""
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith("#")}
