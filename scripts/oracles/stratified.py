"""Expected figures for crates/insight/src/stats/stratified.rs.

    pip install statsmodels==0.14.* numpy scipy
    python scripts/oracles/stratified.py > crates/insight/src/stats/stratified.json

Odds ratio, its bounds and the score test are statsmodels' StratifiedTable. The exact test is by enumeration in whole
numbers; the difference by Sato's formula and the test of several groups by a pseudo-inverse, both written down here
once more and independently of the Rust.
"""

import itertools
import json
from fractions import Fraction
from math import comb

import numpy as np
from scipy.stats import chi2
from statsmodels.stats.contingency_tables import StratifiedTable

rng = np.random.default_rng(20260)


def tables(strata, most, share=0.4, effect=1.0):
    made = []
    for _ in range(strata):
        n1, n0 = rng.integers(1, most, 2)
        base = rng.uniform(0.1, 0.8)
        odds = base / (1 - base) * effect
        a, c = rng.binomial(n1, odds / (1 + odds)), rng.binomial(n0, base)
        made.append([int(a), int(n1 - a), int(c), int(n0 - c)])
    return made


def sato(strata):
    gap = weight = p = q = 0.0
    for a, b, c, d in strata:
        n1, n0 = a + b, c + d
        n = n1 + n0
        gap += a * n0 / n - c * n1 / n
        weight += n1 * n0 / n
        p += c * (n1 / n) ** 2 - a * (n0 / n) ** 2 + (n1 / n) * (n0 / n) * (n0 - n1) / 2
        q += (c * (n1 - a) / n + a * (n0 - c) / n) / 2
    d = gap / weight
    half = 1.959963984540054 * np.sqrt(d * p + q) / weight
    return [d, max(-1.0, d - half), min(1.0, d + half)]


def exact(strata):
    spans, seen = [], 0
    for a, b, c, d in strata:
        n1, n0, won = a + b, c + d, a + c
        low, high = max(0, won - n0), min(won, n1)
        spans.append([(x, comb(n1, x) * comb(n0, won - x)) for x in range(low, high + 1)])
        seen += a
    weights = {}
    for cells in itertools.product(*spans):
        at = sum(x for x, _ in cells)
        weight = 1
        for _, w in cells:
            weight *= w
        weights[at] = weights.get(at, 0) + weight
    total = sum(weights.values())
    return float(Fraction(sum(w for w in weights.values() if w <= weights[seen]), total))


def groups(strata):
    k = len(strata[0]) - 1
    gap, cov = np.zeros(k), np.zeros((k, k))
    for rows in strata:
        won, n = np.array([r[0] for r in rows], float), np.array([r[1] for r in rows], float)
        m1, N = won.sum(), n.sum()
        if N < 2 or m1 in (0, N):
            continue
        gap += (won - n * m1 / N)[:k]
        cov += (m1 * (N - m1) / (N**2 * (N - 1)) * (N * np.diag(n) - np.outer(n, n)))[:k, :k]
    stat = gap @ np.linalg.pinv(cov) @ gap
    return float(chi2.sf(stat, np.linalg.matrix_rank(cov)))


cases = []
for strata, most, effect in [(1, 80, 2.0), (4, 60, 1.6), (20, 30, 1.0), (60, 9, 2.5), (200, 4, 0.6), (8, 120, 0.4)]:
    data = tables(strata, most, effect=effect)
    t = StratifiedTable([np.array(x, float).reshape(2, 2) for x in data if sum(x) > 1])
    low, high = t.oddsratio_pooled_confint(0.05)
    cases.append({
        "tables": data,
        "odds_ratio": [float(t.oddsratio_pooled), float(low), float(high)],
        "score_p": float(t.test_null_odds(correction=False).pvalue),
        "difference": [float(x) for x in sato(data)],
    })
small = []
for strata, most in [(1, 9), (2, 7), (3, 6), (4, 5)]:
    data = tables(strata, most, effect=4.0)
    small.append({"tables": data, "exact_p": exact(data)})
many = []
for strata, sides, most in [(1, 3, 60), (6, 4, 30), (30, 6, 12), (80, 3, 5)]:
    data = []
    for _ in range(strata):
        n = rng.integers(0, most, sides)
        data.append([[int(rng.binomial(m, 0.3 + 0.08 * i)), int(m)] for i, m in enumerate(n)])
    many.append({"strata": data, "p": groups(data)})
json.dump({"tolerance": 1e-9, "cases": cases, "small": small, "groups": many}, fp=__import__("sys").stdout, indent=1)
