#!/usr/bin/env python3
"""Learns the weighted terms of topics from labelled documents: Dictionaries/topics-reuters/terms.tsv.

usage: topic_terms.py FOLDER PROGRAM [--check]

FOLDER has the files reut2-*.sgm of Reuters-21578, PROGRAM is a built dateline. The program says which labels the rules alone
assign. For each label, the terms are those whose log odds in documents with the label against all others are surest (highest
z), with the share of the term in all documents as prior (Monroe, Colaresi and Quinn, Fightin' Words, 2008). A label gets a
table if a threshold on the sum of the weights helps its rules on files whose documents the weights have not seen: the files
are divided into parts in order of time, and each part is scored by the weights of the others. Weights are divided by that
threshold, so that a sum of 1 assigns the label. --check writes nothing, and prints the F1 of a cross-validation in which
neither weights nor thresholds have seen the documents that they are scored on.

Names are no terms: a term has no word that is mostly written with a capital inside sentences, no digit, and no day or month.
It occurs in at least three parts of the files, so that no single event makes it.
"""
import collections, json, math, pathlib, re, subprocess, sys, tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PACKS = ROOT / "topics-reuters"
PARTS = 7
POSITIVE_TERMS = 40  # for each label, at most
NEGATIVE_TERMS = 10
PRIOR = 10  # documents that the prior is worth
FEWEST_DOCUMENTS = 20  # with a label, for a table
FEWEST_OCCURRENCES = 6  # documents with a term
FEWEST_IN_LABEL = 4
LEAST_LOG_ODDS = 0.7
LEAST_Z = 2
# Rules written with these documents at hand find fewer in others: this share of their hits counts as missed when a threshold
# is chosen.
EXPECTED_MISSES = 0.03
LONGEST_TERM = 3
# Words at which no term begins or ends: function words, numbers, units and days.
STOP = set("""the a an of to in and for on at by with from as is was were be been are it its that this which has have had will
would said he she they their his her or not but also than more after about up down out into over under mln pct dlrs dlr billion
cts reuter reuters inc corp co ltd vs plc i we you who what when there other some all no one two three four five six seven eight
nine ten first last year years month months week day today yesterday january february march april may june july august september
october november december monday tuesday wednesday thursday friday against around off further during between before later only
if while previously including still just even both such most much many very now then so because since until per due only says
told made make used early late near well however whether could should may might must do does did being can could each own same
these those any where how why""".split())
WORD = re.compile(r"[^\W_]+(?:[-'/.&][^\W_]+)*")


class Document:
    def __init__(self, row, labels, part):
        self.labels, self.part = labels, part
        self.found = {topic["id"] for topic in row["topics"]}
        self.title, self.text = row["title"] or "", row["text"] or ""
        titles = set(terms(self.title))
        self.features = {("title", term) for term in titles} | {("text", term) for term in titles | set(terms(self.text))}


def terms(text):
    """Sequences of one to three words inside a clause."""
    for clause in re.split(r'[.;:!?()"\n<>]+\s', text):
        words = [re.sub(r"'s$", "", word.lower()) for word in WORD.findall(clause)]
        for length in range(1, LONGEST_TERM + 1):
            for start in range(len(words) - length + 1):
                term = words[start : start + length]
                if term[0] in STOP or term[-1] in STOP or any(re.search(r"\d", word) for word in term):
                    continue
                if length > 1 or len(term[0]) > 2:
                    yield " ".join(term)


def read(folder, program):
    """The labelled documents, with what the rules find in them without weighted terms."""
    with tempfile.NamedTemporaryFile("w", suffix=".yaml") as pipeline:
        packs = "".join(f"  - {pack}\n" for pack in sorted(PACKS.glob("*.yaml")))
        pipeline.write(f"name: rules\ndictionaries:\n  - {ROOT}\ntopics:\n{packs}")
        pipeline.flush()
        files = sorted(pathlib.Path(folder).glob("reut2-*.sgm"))
        command = [program, "annotate", "--quiet", "--pipeline", pipeline.name, *files]
        printed = subprocess.run(command, stdout=subprocess.PIPE, text=True).stdout
    rows = {row["source"].partition("#")[2]: row for row in map(json.loads, printed.splitlines())}
    documents = []
    for number, file in enumerate(files):
        for head, body in re.findall(r"<REUTERS ([^>]*)>(.*?)</REUTERS>", file.read_text(encoding="latin-1"), re.S):
            id = re.search(r'NEWID="(\d+)"', head)[1]
            if 'TOPICS="YES"' in head and id in rows:
                labels = set(re.findall(r"<D>(.*?)</D>", re.search(r"<TOPICS>(.*?)</TOPICS>", body, re.S)[1]))
                documents.append(Document(rows[id], labels, number * PARTS // len(files)))
    return documents


def keep_common_terms(documents):
    """Removes rare features, and those with names."""
    capitals = collections.Counter()
    for document in documents:
        for word in re.findall(r'(?<![.\"\n] )(?<!^)\b([A-Za-z][\w-]+)', document.text):
            capitals[word.lower()] += 1 if word[0].isupper() else -1
    parts, counts = collections.defaultdict(set), collections.Counter()
    for document in documents:
        counts.update(document.features)
        for feature in document.features:
            parts[feature].add(document.part)
    kept = {f for f in counts if counts[f] >= FEWEST_OCCURRENCES and len(parts[f]) >= 3
            and not any(capitals[word] > 0 for word in f[1].split() if word not in STOP)}
    for document in documents:
        document.features &= kept


class Counts:
    """How many documents of each part have a feature: all of them, and those with a label."""
    def __init__(self, documents):
        self.all = [collections.Counter() for _ in range(PARTS)]
        self.labelled = collections.defaultdict(lambda: [collections.Counter() for _ in range(PARTS)])
        self.sizes = [0] * PARTS
        self.label_sizes = collections.defaultdict(lambda: [0] * PARTS)
        for document in documents:
            self.all[document.part].update(document.features)
            self.sizes[document.part] += 1
            for label in document.labels:
                self.labelled[label][document.part].update(document.features)
                self.label_sizes[label][document.part] += 1


def learn(label, parts, counts):
    """The terms of a label with their log odds, learnt from some parts."""
    total, inside = collections.Counter(), collections.Counter()
    for part in parts:
        total.update(counts.all[part])
        inside.update(counts.labelled[label][part])
    size = sum(counts.sizes[part] for part in parts)
    labelled = sum(counts.label_sizes[label][part] for part in parts)
    scored = []
    for feature, count in total.items():
        prior = PRIOR * (count + 0.5) / (size + 1)
        a, b = inside[feature] + prior, count - inside[feature] + prior
        p, q = a / (labelled + PRIOR), b / (size - labelled + PRIOR)
        odds = math.log(p / (1 - p)) - math.log(q / (1 - q))
        scored.append((odds / math.sqrt(1 / a + 1 / b), odds, feature))
    scored.sort(key=lambda row: (-row[0], row[2]))
    chosen, weights = set(), {}
    def take(rows, most):
        for _, odds, feature in rows:
            if len(weights) < most and feature[1] not in chosen:
                chosen.add(feature[1])
                weights[feature] = odds
    take((r for r in scored if r[0] > LEAST_Z and r[1] > LEAST_LOG_ODDS and inside[r[2]] >= FEWEST_IN_LABEL), POSITIVE_TERMS)
    take((r for r in reversed(scored) if r[0] < -LEAST_Z), len(weights) + NEGATIVE_TERMS)
    return weights


def sum_of(weights, document):
    return sum(weight for feature, weight in weights.items() if feature in document.features)


def threshold(label, sums):
    """The sum from which on a table helps the rules most, by F1; None if it does not. `sums` are pairs (sum, document)."""
    hits = sum(label in d.labels and label in d.found for _, d in sums) * (1 - EXPECTED_MISSES)
    wrong = sum(label not in d.labels and label in d.found for _, d in sums)
    labelled = sum(label in d.labels for _, d in sums)
    best, chosen = 2 * hits / max(1, hits + wrong + labelled), None
    ordered = sorted(((s, label in d.labels, label in d.found) for s, d in sums if s > 0), reverse=True)
    for index, (value, is_labelled, is_found) in enumerate(ordered):
        hits += (EXPECTED_MISSES if is_found else 1) if is_labelled else 0
        wrong += not is_labelled and not is_found
        following = ordered[index + 1][0] if index + 1 < len(ordered) else 0
        if following < value and (f1 := 2 * hits / (hits + wrong + labelled)) > best:
            best, chosen = f1, (value + following) / 2
    return chosen


def table(label, parts, documents, counts):
    """The weights of a label, divided by its threshold; none if a table does not help documents that it has not seen."""
    if sum(counts.label_sizes[label][part] for part in parts) < FEWEST_DOCUMENTS:
        return {}
    sums = []
    for part in parts:
        weights = learn(label, [p for p in parts if p != part], counts)
        sums += [(sum_of(weights, d), d) for d in documents if d.part == part]
    limit = threshold(label, sums)
    return {feature: weight / limit for feature, weight in learn(label, parts, counts).items()} if limit else {}


def check(documents, counts):
    before, after = collections.defaultdict(lambda: [0, 0, 0]), collections.defaultdict(lambda: [0, 0, 0])
    for part in range(PARTS):
        tables = {label: table(label, [p for p in range(PARTS) if p != part], documents, counts) for label in counts.labelled}
        for document in documents:
            if document.part != part:
                continue
            added = {label for label, weights in tables.items() if sum_of(weights, document) >= 1}
            for tally, found in ((before, document.found), (after, document.found | added)):
                for label in found | document.labels:
                    tally[label][(label in found) + 2 * (label in document.labels) - 1] += 1
    def f1(wrong, missed, hits):
        return 2 * hits / max(1, 2 * hits + wrong + missed)
    for name, tally in (("rules", before), ("rules and tables", after)):
        micro = f1(*map(sum, zip(*tally.values())))
        macro = [f1(*tally[label]) for label in counts.labelled]
        print(f"{name}: micro F1 {micro:.4f}, macro F1 {sum(macro) / len(macro):.4f}")


def main():
    arguments = [part for part in sys.argv[1:] if not part.startswith("-")]
    if len(arguments) != 2 or set(sys.argv[1:]) - set(arguments) - {"--check"}:
        sys.exit(__doc__.strip())
    folder, program = arguments
    documents = read(folder, program)
    keep_common_terms(documents)
    counts = Counts(documents)
    if "--check" in sys.argv:
        return check(documents, counts)
    rows = []
    for label in sorted(counts.labelled):
        weights = table(label, range(PARTS), documents, counts)
        for (zone, term), weight in sorted(weights.items(), key=lambda row: (-row[1], row[0])):
            rows.append(f"{label}\t{zone}\t{term}\t{weight:.3f}\n")
    header = """# Weighted terms of the wire's labels of 1987: they assign a label where the rules in this folder are silent.
# A label is assigned if the weights of the terms that occur sum to 1 or more; zone `text` includes the title.
# Facts derived from Reuters-21578, Distribution 1.0 (research use only): how much more frequent terms are under a label. No text.
# Weights: log odds with an informative prior, divided by the label's threshold. Dictionaries/build/topic_terms.py makes the
# table and describes how terms, weights and thresholds are chosen. A person may delete or change any line.
topic\tzone\tterm\tweight
"""
    (PACKS / "terms.tsv").write_text(header + "".join(rows), encoding="utf8")


main()
