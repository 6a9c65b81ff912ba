"""Tables in and out: reading sources, spelling ids, and writing sorted dictionary files."""

import csv
import pathlib
import re
import unicodedata

HERE = pathlib.Path(__file__).parent / "tables"


def rows(path, delimiter="\t", encoding="utf-8-sig"):
    """The rows of a table with a header line; bytes that are no UTF-8 become U+FFFD."""
    with open(path, encoding=encoding, errors="replace", newline="") as file:
        if delimiter == "\t":
            lines = (line.rstrip("\r\n") for line in file)
            lines = [line for line in lines if line and not line.startswith("#")]
            names = lines[0].split("\t")
            for line in lines[1:]:
                yield dict(zip(names, line.split("\t") + [""] * len(names)))
        else:
            yield from csv.DictReader(file, delimiter=delimiter)


def hand(name):
    """A table written by hand, from `tables/`."""
    return list(rows(HERE / f"{name}.tsv"))


def words(name, folder=HERE):
    """The words of a list, one written by hand unless told; any white space parts them."""
    text = (folder / f"{name}.txt").read_text(encoding="utf-8")
    return {word for line in text.splitlines() if not line.startswith("#") for word in line.split()}


def split(text):
    """The parts of a cell that holds several, parted by semicolons."""
    return [part.strip() for part in (text or "").split(";") if part.strip()]


def plain(text):
    """Without accents: matching folds them, so two surfaces that differ in them alone are one."""
    special = {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "ı": "i", "œ": "oe", "þ": "th", "ð": "d"}
    text = "".join(special.get(c, c) for c in text)
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", plain(text).lower().replace("'", "").replace("’", "").replace("&", " and ")).strip("-")


def clean(text):
    """One line of NFC text, white space collapsed."""
    text = unicodedata.normalize("NFC", text or "")
    return re.sub(r"\s+", " ", text).strip()


class Dictionary:
    """The entities of one type and the ways to write them."""

    def __init__(self, columns):
        self.columns = columns
        self.entities = {}
        self.surfaces = {}

    def add(self, id, **cells):
        if id in self.entities:
            raise ValueError(f"two entities with the id {id}")
        self.entities[id] = {"id": id, **{key: clean(str(value)) for key, value in cells.items() if value is not None}}

    def surface(self, id, surface, case="", requires="", note="", valid_from="", valid_to=""):
        """Adds a surface once for each entity; the first wins. Short ones bind their case."""
        surface = clean(surface)
        letters = re.sub(r"[^\w]", "", surface)
        if not letters or "\ufffd" in surface:
            return
        if len(letters) <= 3 and not case and not requires:
            case = "exact"
        self.surfaces.setdefault((id, plain(surface)), (surface, case, requires, valid_from, valid_to, note))

    def by_entity(self):
        """The surfaces of each entity, under their own keys."""
        found = {}
        for key, cells in self.surfaces.items():
            found.setdefault(key[0], {})[key] = cells
        return found

    def write(self, folder, name, header):
        def lines(file, columns, table):
            with open(folder / file, "w", encoding="utf-8", newline="\n") as out:
                for line in header:
                    out.write(f"# {line}\n")
                out.write("\t".join(columns) + "\n")
                for row in table:
                    out.write("\t".join(row).rstrip("\t") + "\n")

        entities = sorted(self.entities.values(), key=lambda e: e["id"].encode())
        # The reader knows more columns than there are facts for.
        columns = [column for column in self.columns if any(e.get(column) for e in entities)]
        lines(f"{name}.tsv", columns, ([e.get(c, "") for c in columns] for e in entities))
        surfaces = sorted(
            ((id, *cells) for (id, _), cells in self.surfaces.items()), key=lambda s: (s[0].encode(), s[1].encode()))
        lines(f"{name}.surfaces.tsv", ["id", "surface", "case", "requires", "valid_from", "valid_to", "note"], surfaces)
