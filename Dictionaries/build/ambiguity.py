"""Which surfaces are also common words or people's names, and so need context."""

from tables import plain, words


class Ambiguity:
    """Common words are those that running English prose writes in lower case: counted in the CIA World Factbook's and the
    IPTC scope notes' own sentences, and a list written by hand for what those texts lack. First and last names are lists
    written by hand of those frequent in English-language news."""

    def __init__(self, free):
        self.common = words("prose-words", free) | words("common-words")
        self.first = words("first-names")
        self.last = words("last-names")

    def is_common(self, surface):
        """Every word of it is a common word: Orange, Sun City."""
        parts = plain(surface).lower().replace("-", " ").split()
        return bool(parts) and all(part in self.common for part in parts)

    def is_person(self, surface):
        """It reads as a first or last name alone: Perry, Jordan, Victoria."""
        return plain(surface) in self.first or plain(surface) in self.last
