"""One surface of two entities: two lines for one body become one; of others all but the first need the context that tells
them apart."""

import re

from tables import plain


def words(surface):
    """A surface as matching sees it: without case, accents, signs, possessives and the periods of abbreviations."""
    text = re.sub(r"(?<=\b\w)\.", "", plain(surface).lower())
    return tuple(re.findall(r"\w+", re.sub(r"['’]s\b", "", text).replace("'", "")))


# Kinds that one body is listed under by turns: a movement that became a party, a holding company and its airline.
ALIKE = [
    {"party", "armed-group"}, {"company", "airline", "bank", "utility", "energy-company", "nuclear-company"},
    {"agency", "regulator", "police", "military"}, {"dam", "hydroelectric-plant"}]


def unite(table):
    """Of two entities of one country and like kinds, where one is written as the other is called, the first listed stays:
    it takes the other's surfaces and fills its empty cells. Returns who went to whom."""
    known = table.by_entity()
    gone = {}
    called, written = {}, {}
    for id, entity in list(table.entities.items()):
        kind = next((sorted(kinds)[0] for kinds in ALIKE if entity["kind"] in kinds), entity["kind"])
        place = (entity.get("country", ""), kind)
        name = words(entity["name"])
        surfaces = {words(cells[0]) for cells in known.get(id, {}).values()} | {name}
        home = written.get((place, name)) or next((called[place, s] for s in sorted(surfaces) if (place, s) in called), None)
        if home and place[0]:
            for (_, key), cells in known.get(id, {}).items():
                table.surfaces.setdefault((home, key), cells)
                del table.surfaces[id, key]
            table.surface(home, entity["name"])
            gone[id] = home
            for column, cell in table.entities.pop(id).items():
                if not table.entities[home].get(column):
                    table.entities[home][column] = cell
        else:
            home = id
        called.setdefault((place, name), home)
        for surface in surfaces:
            written.setdefault((place, surface), home)
    return gone


def tell_apart(dictionaries, context):
    """The first bearer, in the order given, keeps the bare surface; the others ask for their country in the document, or for
    the words of their trade (`context` by entity) when they have none or the first is of it too. An acronym of a party that is
    another's bare name is left out: the CDC is in Atlanta, not in Monrovia. Places are left to the document's other places."""
    owner = {}
    for table in dictionaries:
        known = table.by_entity()
        for id in sorted(table.entities, key=str.encode):
            entity = table.entities[id]
            surfaces = {key: cells for (_, key), cells in known.get(id, {}).items()}
            if plain(entity["name"]) not in surfaces:
                surfaces[plain(entity["name"])] = (entity["name"], "", "", "", "", "")
            for key, (surface, case, requires, valid_from, valid_to, note) in sorted(surfaces.items()):
                # "The two Koreas" are both.
                if requires or note == "both":
                    continue
                country = entity.get("country", "")
                bearer, home = owner.setdefault(words(surface), (id, country))
                if bearer != id:
                    requires = f"document:@country.{country.lower()}" if country not in ("", home) else context(entity)
                    table.surfaces[id, key] = (surface, case, requires, valid_from, valid_to, note)
    for table in dictionaries:
        for (id, key), cells in list(table.surfaces.items()):
            if cells[5] == "acronym" and owner.get(words(cells[0]), (id,))[0] != id:
                del table.surfaces[id, key]
