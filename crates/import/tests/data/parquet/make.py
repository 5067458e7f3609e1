"""Makes the Parquet files of this folder and the CSV files that say the same. Needs pyarrow (26.0)."""

import csv
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "corpus" / "parquet"
START = datetime(2026, 1, 5, 9, 30, tzinfo=timezone.utc)
STEPS = ["Lead created", "Call", "Demo", "Offer sent", "Won"]
REPS = ["Zoë Ångström", "Ben Okafor", None]


def events():
    rows = []
    for case in range(40):
        for step in range(2 + case % 4):
            at = START + timedelta(days=case, hours=26 * step, microseconds=250_000 * (case % 2))
            amount = (Decimal(case * 100_000 + step) / 100).quantize(Decimal("0.01")) if step % 2 == 0 else None
            rows.append((f"D{case:03}", STEPS[step], at, REPS[case % 3], amount, ["web", "fair"][case % 2]))
    names = ["deal_id", "activity", "timestamp", "resource", "amount", "source"]
    types = [
        pa.string(),
        pa.string(),
        pa.timestamp("us", tz="Europe/Berlin"),
        pa.string(),
        pa.decimal128(12, 2),
        pa.dictionary(pa.int32(), pa.string()),
    ]
    return names, types, rows


def deals():
    rows = []
    for n in range(1, 31):
        created = date(2026, 1, 1) + timedelta(days=n)
        stage = ["Closed Won", "Closed Lost", "Proposal"][n % 3]
        closed = None if n % 3 == 2 else datetime(2026, 3, 1, 8, 15) + timedelta(days=n)
        rows.append((n, f"Deal {n}", ["Acme", "Müller & Söhne"][n % 2], stage, created, closed, n * 1000.5, n % 2 == 0))
    names = ["deal_id", "deal_name", "account", "deal_stage", "create_date", "close_date", "amount", "inbound"]
    types = [
        pa.int64(),
        pa.string(),
        pa.large_string(),
        pa.string(),
        pa.date32(),
        pa.timestamp("ns"),
        pa.float64(),
        pa.bool_(),
    ]
    return names, types, rows


def table(names, types, rows):
    columns = [pa.array([row[at] for row in rows], type=kind) for at, kind in enumerate(types)]
    return pa.table(columns, names=names)


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def write_csv(path, names, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([[cell(value) for value in row] for row in rows])


def kinds():
    """One column of every kind; the test has the texts."""
    utc = pa.timestamp("ms", tz="UTC")
    at = datetime(2026, 3, 31, 14, 30, 15, 250_000)
    columns = {
        "deal_id": pa.array(["a", "a", "b"]),
        "activity": pa.array(["Call", "Demo", "Won"]),
        "timestamp": pa.array([at, at + timedelta(days=1), at + timedelta(days=2)], type=pa.timestamp("us")),
        "utc": pa.array([at, None, at], type=utc),
        "midnight": pa.array([datetime(2026, 3, 31)] * 3, type=pa.timestamp("ms")),
        "before": pa.array([datetime(1969, 12, 31, 23, 59, 59, 999_000)] * 3, type=pa.timestamp("ms")),
        "day": pa.array([date(1960, 2, 29), None, date(2026, 3, 31)]),
        "time": pa.array([at.time()] * 3, type=pa.time64("us")),
        "small": pa.array([-128, 0, 127], type=pa.int8()),
        "unsigned": pa.array([2**32 - 1, 0, 1], type=pa.uint32()),
        "wide": pa.array([2**64 - 1, 0, 1], type=pa.uint64()),
        "single": pa.array([0.1, 2.0, float("nan")], type=pa.float32()),
        "double": pa.array([0.1, 1e15, float("inf")]),
        "half": pa.array([0.5, 2.0, None], type=pa.float16()),
        "exact": pa.array([Decimal("-0.05"), Decimal("12.30"), None], type=pa.decimal128(5, 2)),
        "big": pa.array([Decimal("-1234567890123456789012345678.91")] * 3, type=pa.decimal256(60, 2)),
        "whole": pa.array([Decimal("1200")] * 3, type=pa.decimal128(4, 0)),
        "binary": pa.array([b"Gr\xc3\xbc\xc3\x9fe", b"\xff", None]),
        "nothing": pa.array([None] * 3, type=pa.null()),
        "tags": pa.array([["x"], [], None], type=pa.list_(pa.string())),
        "person": pa.array([{"name": "x", "age": 1}] * 3),
    }
    return pa.table(columns)


def main():
    CORPUS.mkdir(exist_ok=True)
    options = {"row_group_size": 50, "data_page_size": 256}
    names, types, rows = events()
    write_csv(HERE / "events.csv", names, rows)
    log = table(names, types, rows)
    pq.write_table(log, HERE / "events.parquet", compression="snappy", **options)
    for codec in ["none", "gzip", "zstd", "lz4", "brotli"]:
        pq.write_table(log, HERE / f"events-{codec}.parquet", compression=codec, **options)
    delta = {
        "deal_id": "DELTA_BYTE_ARRAY",
        "activity": "DELTA_LENGTH_BYTE_ARRAY",
        "timestamp": "DELTA_BINARY_PACKED",
        "resource": "PLAIN",
        "amount": "BYTE_STREAM_SPLIT",
    }
    plain = log.set_column(5, "source", log["source"].cast(pa.string()))
    pq.write_table(
        plain, HERE / "events-delta.parquet", use_dictionary=False, column_encoding=delta, data_page_version="2.0"
    )
    pq.write_table(log, HERE / "events-int96.parquet", use_deprecated_int96_timestamps=True)
    names, types, rows = deals()
    write_csv(HERE / "deals.csv", names, rows)
    pq.write_table(table(names, types, rows), HERE / "deals.parquet", compression="zstd")
    pq.write_table(kinds(), HERE / "kinds.parquet")
    for name in ["events.parquet", "events-delta.parquet", "kinds.parquet"]:
        (CORPUS / name).write_bytes((HERE / name).read_bytes())


main()
