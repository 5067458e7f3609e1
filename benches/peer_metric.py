"""Peers of the benchmark: three metrics by owner and region in SQL, by DataFusion and by PostgreSQL, on the events that
time_metrics wrote. Prints one line of JSON.

Usage: peer_metric.py EVENTS.csv datafusion | peer_metric.py EVENTS.csv URL   (deals.csv lies beside the events)

Tables are in memory (DataFusion) or loaded, indexed and analysed (PostgreSQL) before the time is taken; each question is
asked five times, the middle one counts. The answers for one owner and region are printed, to be compared with ours.
"""
import json
import pathlib
import sys
import time

EVENTS = pathlib.Path(sys.argv[1])
DEALS = EVENTS.with_name("deals.csv")
QUESTIONS = {
    "win-rate": """SELECT owner, region, sum(CASE WHEN outcome = 'won' THEN 1 ELSE 0 END) * 1.0 / count(*) AS value,
        count(*) AS n FROM deals WHERE outcome <> 'open' GROUP BY owner, region""",
    "moves-in": """SELECT owner, region, count(*) * 1.0 AS value, count(*) AS n FROM events JOIN deals
        ON events.deal = deals.deal WHERE kind = 'stage.entered' GROUP BY owner, region""",
    "touches-per-won-deal": """SELECT owner, region, avg(touches * 1.0) AS value, count(*) AS n FROM (
        SELECT deals.deal, owner, region, count(events.deal) AS touches FROM deals LEFT JOIN events
        ON events.deal = deals.deal AND kind NOT IN ('stage.entered', 'deal.won', 'deal.lost', 'note')
        WHERE outcome = 'won' GROUP BY deals.deal, owner, region) AS each GROUP BY owner, region""",
}


def datafusion():
    from datafusion import SessionContext

    context = SessionContext()
    for name, path in [("events", EVENTS), ("deals", DEALS)]:
        context.register_csv(f"{name}_file", str(path))
        context.register_record_batches(name, [context.table(f"{name}_file").collect()])
    return lambda sql: [tuple(row.values()) for row in context.sql(sql).to_pylist()]


def postgresql(url):
    import psycopg

    connection = psycopg.connect(url, autocommit=True)
    connection.execute("DROP TABLE IF EXISTS events, deals")
    connection.execute("CREATE TABLE events (deal text, at bigint, kind text, side text, tag text, stage text)")
    connection.execute("CREATE TABLE deals (deal text PRIMARY KEY, owner text, region text, value bigint, outcome text)")
    for name, path in [("events", EVENTS), ("deals", DEALS)]:
        with connection.cursor().copy(f"COPY {name} FROM STDIN (FORMAT csv, HEADER)") as copy, path.open("rb") as file:
            while data := file.read(1 << 20):
                copy.write(data)
    connection.execute("CREATE INDEX ON events (kind, deal)")
    connection.execute("VACUUM ANALYZE events")
    connection.execute("VACUUM ANALYZE deals")
    return lambda sql: connection.execute(sql).fetchall()


def main():
    program = "DataFusion" if sys.argv[2] == "datafusion" else "PostgreSQL"
    ask = datafusion() if program == "DataFusion" else postgresql(sys.argv[2])
    views, found = {}, {}
    for name, sql in QUESTIONS.items():
        times = []
        for _ in range(5):
            started = time.perf_counter()
            rows = ask(sql)
            times.append(time.perf_counter() - started)
        views[name] = 1e3 * sorted(times)[2]
        found[name] = [[float(value), n] for owner, region, value, n in rows if (owner, region) == ("Rep 000", "North")][0]
    print(json.dumps({"program": program, "found": found, "views": views}))


main()
