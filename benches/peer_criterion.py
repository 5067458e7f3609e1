"""A peer of the benchmark: polars tests a criterion on the events that time_criteria wrote. Prints one line of JSON.

Usage: peer_criterion.py EVENTS.csv   (columns deal, at, kind, side, tag, stage; in order of deal and time)

Of the closed deals that moved on from Presenting, how many had two demonstrations attended by the prospect when they did so
for the last time, won against lost. The frame is in memory before the time is taken, with categories for texts.
"""
import json
import sys
import time

import polars as pl

STAGES = ["Prospecting", "Connecting", "Researching", "Presenting", "Handling objections", "Closing"]
PLACES = {stage: place for place, stage in enumerate(STAGES)}
HERE = PLACES["Presenting"]
WON = len(STAGES)

log = pl.read_csv(
    sys.argv[1],
    schema_overrides={"kind": pl.Categorical, "side": pl.Categorical, "tag": pl.Categorical, "stage": pl.Categorical},
)
log = log.with_columns(pl.col("deal").cast(pl.Categorical).to_physical())


def met():
    steps = log.filter(pl.col("kind").is_in(["stage.entered", "deal.won", "deal.lost"])).select(
        "deal",
        "at",
        place=pl.when(pl.col("kind") == "deal.won")
        .then(pl.lit(WON))
        .when(pl.col("kind") == "deal.lost")
        .then(pl.lit(-1))
        .otherwise(pl.col("stage").replace_strict(PLACES, default=None, return_dtype=pl.Int64)),
    )
    same = pl.col("deal") == pl.col("deal").shift(-1)
    left = (
        steps.with_columns(to=pl.when(same).then(pl.col("place").shift(-1)), when=pl.col("at").shift(-1))
        .filter((pl.col("place") == HERE) & (pl.col("to") > HERE))
        .group_by("deal")
        .agg(pl.col("when").last())
    )
    ended = steps.filter((pl.col("place") == WON) | (pl.col("place") == -1)).select("deal", won=pl.col("place") == WON)
    demos = log.filter(
        (pl.col("kind") == "meeting.attended") & (pl.col("side") == "prospect") & (pl.col("tag") == "demo")
    ).select("deal", "at")
    closed = left.join(ended, on="deal")
    had = (
        demos.join(closed, on="deal")
        .filter(pl.col("at") <= pl.col("when"))
        .group_by("deal")
        .len()
        .filter(pl.col("len") >= 2)
        .select("deal", had=pl.lit(True))
    )
    table = closed.join(had, on="deal", how="left").group_by("won").agg(pl.col("had").fill_null(False).sum(), pl.len())
    by = {won: (had, of) for won, had, of in table.iter_rows()}
    return [*by[True], *by[False]]


def middle():
    times = []
    for _ in range(5):
        started = time.perf_counter()
        found = met()
        times.append(time.perf_counter() - started)
    return found, sorted(times)[2]


found, seconds = middle()
print(json.dumps({"program": f"polars {pl.__version__}", "events": log.height, "met": found, "milliseconds": 1e3 * seconds}))
