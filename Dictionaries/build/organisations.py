"""Named organisations, from tables written by hand and the parties of the CIA World Factbook."""

import html
import re

from countries import guarded
from tables import HERE, Dictionary, clean, hand, plain, rows, slug, split

COLUMNS = "id kind name country wikidata valid_from valid_to source".split()

# The context that a surface marked "~", or one that is a common word, needs: by kind of organisation. One marked "^" asks for
# its country in the document instead.
CONTEXT = {
    "alliance": "military", "military": "military", "armed-group": "armed", "party": "party", "parliament": "party",
    "utility": "energy", "nuclear-company": "energy", "energy-company": "energy", "company": "company", "airline": "airport",
    "bank": "finance", "central-bank": "finance", "stock-exchange": "exchange", "news-agency": "newspaper",
    "newspaper": "newspaper", "broadcaster": "newspaper", "magazine": "newspaper", "sports-body": "sport", "sports-club": "sport",
    "university": "education", "think-tank": "education", "union": "union", "record-label": "music", "band": "music", "orchestra": "music",
    "regulator": "agency", "agency": "agency", "ministry": "agency", "ngo": "agency", "government": "agency",
}
LEGAL = re.compile(r",?(?<! &)(?<! and) (Inc|Corp|Corporation|Incorporated|Ltd|Limited|Plc|PLC|AG|SA|NV|AB|SpA|Co|Company|ASA|Oyj|AS|GmbH|KK|Bhd|Group|Holdings)\.?$")

# "Chelsea F.C.", "FC Porto": the club where football is spoken of, by its bare name as well.
CLUB = re.compile(r"^(?:FC|AC|AS|SSC|SS) | (?:F\.C\.|A\.F\.C\.|C\.F\.C\.|FC|CF|SC)$")


def build(free, ambiguity, places, states, sites):
    table = Dictionary(COLUMNS)
    table.names = set()
    table.sites = sites
    table.national = {}
    table.guards = {row["name"]: row["requires"] for row in hand("guards")}
    for path in sorted(HERE.glob("organisations-*.tsv")):
        for row in rows(path):
            add(table, row, ambiguity, places, path.stem)
    for path in sorted(HERE.glob("lists-*.tsv")):
        for row in rows(path):
            for entry in split(row["names"]):
                name, *others = entry.split("=")
                add(table, {**row, "name": name.lstrip("~^"), "surfaces": ";".join(others)}, ambiguity, places, path.stem)
    for row in hand("renamed-companies"):
        add_renamed(table, row, ambiguity, places)
    settle(table)
    add_governments(table, states)
    add_parties(free, table, ambiguity, states)
    ids = {entity["name"]: id for id, entity in table.entities.items()}
    for row in hand("national-bodies"):
        table.national[row["name"], row["country"]] = ids[row["organisation"]]
    return table


def settle(table):
    """Gives each organisation of a list of many countries its own, if it has one."""
    homeless = {entity["name"]: entity for entity in table.entities.values() if not entity["country"]}
    for row in hand("home-countries"):
        for name in split(row["names"]):
            if name not in homeless:
                raise ValueError(f"home-countries: no organisation without a country is called {name}")
            homeless[name]["country"] = row["country"]


def spelled(name, kind, ambiguity, places, sites):
    """The name, and a company's name without its legal form unless that leaves a word, a person's name (as that of
    "Deere & Co" would be), a place or a site."""
    forms = [name]
    if kind in ("company", "utility", "energy-company", "bank", "airline", "nuclear-company"):
        short = LEGAL.sub("", name)
        doubtful = ambiguity.is_common(short) or ambiguity.is_person(short) or plain(short) in places or plain(short) in sites
        if short != name and len(short) > 3 and not doubtful:
            forms.append(short)
    return forms


def add(table, row, ambiguity, places, source):
    surfaces = split(row["surfaces"])
    name, kind = clean(row["name"]), row["kind"]
    acronym = next((s for s in (re.sub(r"\{.*", "", s) for s in surfaces) if re.fullmatch(r"[A-Z&]{3,7}", s) and shortens(s, name)), None)
    id = f"org.{slug(acronym)}" if acronym and f"org.{slug(acronym)}" not in table.entities else f"org.{slug(name)}"
    if plain(name) in table.names:
        return
    if id in table.entities:
        id = f"org.{slug(name)}" + (f"-{row['country'].lower()}" if row["country"] else "-2")
    if id in table.entities:
        return
    table.names.add(plain(name))
    table.add(id, kind=kind, name=name, country=row["country"], source="written by hand")
    # The first line of a surface wins: one that asks for context goes before the name that is written like it.
    asking = [text for text in surfaces if text[0] in "~^" or text.endswith("}")]
    for text in with_short_un([*asking, *spelled(name, kind, ambiguity, places, table.sites), *surfaces]):
        # A name that a town has too, and hardly anybody means.
        alone = text.endswith("{bare}")
        # The seat of a government, which stands for its country.
        note = "government" if text.endswith("{government}") else ""
        text, requires = guarded(text, table.guards)
        marked = text[0] in "~^"
        if text[0] == "^" and row["country"]:
            requires = f"document:@country.{row['country'].lower()}"
        text = text.lstrip("~^")
        asked = requires or ("" if alone or note else context(text, kind, marked, ambiguity, places))
        table.surface(id, text, requires=asked, note=note)
    bare = CLUB.sub("", name)
    # Of American clubs the city is meant more often.
    if kind == "sports-club" and bare != name and len(bare) > 3 and row["country"] != "US":
        table.surface(id, bare, requires="sentence:$football || title:$football || !before:in|near", note="")


def add_renamed(table, row, ambiguity, places):
    """A company under its new name, which is an everyday word and means the company only since then."""
    id = f"org.{slug(row['name'])}"
    if id not in table.entities:
        table.add(id, kind="company", name=row["name"], country=row["country"], source="written by hand")
    for text in split(row["surfaces"]):
        table.surface(id, text, requires=context(text, "company", True, ambiguity, places), valid_from=row["from"])


def with_short_un(surfaces):
    """Each surface, and the short ways to write a body of the United Nations."""
    for text in surfaces:
        yield text
        if text.startswith("United Nations "):
            yield "UN" + text.removeprefix("United Nations")
            yield "U.N." + text.removeprefix("United Nations")


def shortens(acronym, name):
    """Its letters stand in the name in order, the first at the name's start: NRC, not FOMC for the Federal Reserve."""
    letters = iter(plain(name).upper())
    return plain(name).upper().startswith(acronym[0]) and all(letter in letters for letter in acronym)


def context(text, kind, marked, ambiguity, places):
    """Common words, people's names, places and bare two- and three-letter acronyms need the words of the trade beside them."""
    cue = f"sentence:${CONTEXT.get(kind, 'agency')}"
    # Where a song is spoken of, Europe is a continent still: such a band is named as one.
    if kind == "band" and " " not in text and (plain(text) in places or ambiguity.is_everyday(text) or ambiguity.is_person(text)):
        return "before:$band-before || next:$band-after"
    if marked or (" " not in text and ambiguity.is_common(text)) or ambiguity.is_person(text) or plain(text) in places:
        # A word that is nobody's name speaks and sells only as a company.
        word = CONTEXT.get(kind) == "company" and not ambiguity.is_person(text) and plain(text) not in places
        return f"{cue} || next:$company-acts || before:@kind:company || after:@kind:company" if word else cue
    # A band of one word, or of "The" and a word, bears a word's name more often than not.
    if kind == "band" and (" " not in text or re.fullmatch(r"The [\w'-]+", text) or ambiguity.is_common(text)):
        return cue
    return ""


# Bodies that every state has, as English-language news names them: kind, own name, and the ways to write it with the
# nationality ("Russian Foreign Ministry"). The United States' and Britain's own have names of their own in the tables.
BODIES = [
    ("ministry", "Ministry of Foreign Affairs", ["Foreign Ministry", "Ministry of Foreign Affairs", "Foreign Affairs Ministry"]),
    ("ministry", "Ministry of Defence", ["Defence Ministry", "Defense Ministry", "Ministry of Defence", "Ministry of Defense"]),
    ("ministry", "Ministry of the Interior", ["Interior Ministry", "Ministry of the Interior", "Ministry of Interior"]),
    ("ministry", "Ministry of Finance", ["Finance Ministry", "Ministry of Finance"]),
    ("ministry", "Ministry of Energy", ["Energy Ministry", "Ministry of Energy"]),
    ("ministry", "Ministry of Health", ["Health Ministry", "Ministry of Health"]),
    ("ministry", "Ministry of Justice", ["Justice Ministry", "Ministry of Justice"]),
    ("ministry", "Ministry of Oil", ["Oil Ministry", "Ministry of Oil"]),
    ("ministry", "Ministry of Agriculture", ["Agriculture Ministry", "Ministry of Agriculture"]),
    ("ministry", "Ministry of Trade", ["Trade Ministry", "Commerce Ministry", "Ministry of Trade"]),
    ("government", "Government", ["government", "Government"]),
    ("military", "Armed Forces", ["armed forces", "Armed Forces", "military"]),
    ("military", "Army", ["army", "Army"]),
    ("military", "Navy", ["navy", "Navy"]),
    ("military", "Air Force", ["air force", "Air Force"]),
    ("police", "Police", ["police", "Police", "National Police"]),
    ("parliament", "Parliament", ["parliament", "Parliament"]),
    ("central-bank", "Central Bank", ["central bank", "Central Bank"]),
    ("court", "Supreme Court", ["Supreme Court", "supreme court"]),
]
# "U.S. government" as well as "American government".
INITIALS = {"US": "U.S.", "GB": "U.K."}
OIL_STATES = set("SA IR IQ KW AE QA VE EC NG LY DZ ID GA IN".split())
OWN_NAMES = {("US", "ministry"), ("US", "court"), ("US", "parliament"), ("US", "central-bank"), ("US", "Army"), ("US", "Navy"), ("US", "Air Force"), ("GB", "Navy"), ("GB", "Air Force")}


def add_governments(table, states):
    """Ministries, forces and courts of states of more than a million people."""
    for id, state in sorted(states.entities.items()):
        if state["kind"] != "state" or int(state.get("population") or 0) < 1_000_000:
            continue
        code = state["country"]
        nationality = next((s[0] for (i, _), s in states.surfaces.items() if i == id and s[5] == "nationality"), None)
        if not nationality:
            continue
        for kind, name, forms in BODIES:
            if (code, kind) in OWN_NAMES or (code, name) in OWN_NAMES or (name == "Ministry of Oil" and code not in OIL_STATES):
                continue
            body = f"org.{slug(name)}-{code.lower()}"
            # A central bank is usually listed by its own name.
            own = [id for id, entity in table.entities.items() if kind == "central-bank" and entity["kind"] == kind and entity["country"] == code]
            article = "the " if re.match(r"(United|Netherlands|Philippines|Central|Democratic|Republic|Dominican|Czech Rep)", state["name"]) else ""
            if len(own) == 1:
                body = own[0]
            else:
                table.add(body, kind=kind, name=f"{name} of {article}{state['name']}", country=code, source="written by hand")
            for form in forms:
                if form[0].isupper():
                    table.national[form, code] = body
                table.surface(body, f"{nationality} {form}")
                if form[0].isupper() and kind in ("ministry", "central-bank", "police", "court"):
                    table.surface(body, f"{form} of {article}{state['name']}")
                if form[0].isupper():
                    table.surface(body, f"{state['name']}'s {form}")
            for form in forms if code in INITIALS else []:
                table.surface(body, f"{INITIALS[code]} {form}")


def add_parties(free, table, ambiguity, states):
    """`Name or ACRONYM`, a party a line, as the Factbook lists them."""
    fips = {}
    from countries import read_geonames
    for info in read_geonames(free):
        fips[info["fips"]] = info["ISO"]
    taken = {plain(e["name"]) for e in table.entities.values()}
    more = {(row["country"], plain(row["name"])): split(row["surfaces"]) for row in hand("party-names")}
    # THE and US are parties' acronyms too, and nobody means them.
    lost = {surface.replace(".", "") for _, surface in states.surfaces}
    for row in rows(free / "factbook.tsv"):
        country = fips.get(row["factbook"].upper())
        text = row["parties"]
        if not country or not text:
            continue
        for part in re.split(r"<br>|;", text):
            part = clean(re.sub(r"<[^>]+>|\(.*?\)|\[.*?\]", " ", html.unescape(part)))
            names = [re.sub(r" of$", "", n.strip(" ,.")) for n in re.split(r"\s+or\s+", part)]
            name = names[0]
            if len(name.split()) < 2 or len(name.split()) > 9 or not name[0].isupper() or ":" in part or re.search(r"\bnote\b|parties|\bnone\b", part):
                continue
            if plain(name) in taken or ambiguity.is_common(name):
                continue
            id = f"org.{slug(name)}-{country.lower()}"
            if id in table.entities:
                continue
            table.add(id, kind="party", name=name, country=country, source="CIA World Factbook")
            generic = re.fullmatch(r"(?i)(the )?(national|democratic|social|socialist|liberal|labou?r|communist|people'?s|republican|green|conservative|christian|united|progressive|workers'?|new|popular|independent|justice|freedom|unity|movement|party|union|alliance|front|democrats?|coalition|congress|patriotic|democracy|reform|action|development|and|for|of|the|-|&| )+", name)
            here = f"document:@country.{country.lower()}"
            table.surface(id, name, requires=here if generic else "", note="")
            for other in more.get((country, plain(name)), []):
                table.surface(id, other.lstrip("^"), requires=here if other[0] == "^" else "", note="")
            for other in names[1:]:
                if other in lost or len(other) <= 3 and ambiguity.is_common(other):
                    continue
                if re.fullmatch(r"[A-Z][A-Za-z.-]{1,9}", other):
                    table.surface(id, other, case="exact", requires=here, note="acronym")
                elif len(other.split()) >= 2 and other[0].isupper():
                    table.surface(id, other, requires="", note="")
