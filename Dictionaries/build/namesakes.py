"""One surface of two entities: all but the first need the context that tells them apart."""

import re

from tables import plain


def words(surface):
    """A surface as matching sees it: without case, accents, signs, possessives and the periods of abbreviations."""
    text = re.sub(r"(?<=\b\w)\.", "", plain(surface).lower())
    return tuple(re.findall(r"\w+", re.sub(r"['’]s\b", "", text).replace("'", "")))


def tell_apart(dictionaries, context):
    """The first bearer, in the order given, keeps the bare surface; the others ask for their country in the document, or for
    the words of their trade (`context` by entity) when they have none. Places are left to the document's other places."""
    owner = {}
    for table in dictionaries:
        known = table.by_entity()
        for id in sorted(table.entities, key=str.encode):
            entity = table.entities[id]
            surfaces = {key: cells for (_, key), cells in known.get(id, {}).items()}
            if plain(entity["name"]) not in surfaces:
                surfaces[plain(entity["name"])] = (entity["name"], "", "", "", "", "")
            for key, (surface, case, requires, valid_from, valid_to, note) in sorted(surfaces.items()):
                if requires:
                    continue
                bearer = owner.setdefault(words(surface), id)
                if bearer != id:
                    country = entity.get("country", "")
                    requires = f"document:@country.{country.lower()}" if country else context(entity)
                    table.surfaces[id, key] = (surface, case, requires, valid_from, valid_to, note)
