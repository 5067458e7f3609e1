"""The figures every program of the benchmark gives, in one shape, so that they can be compared."""
import statistics


def digest(events, moves, variants, durations, start, end):
    """moves: (from, to, count, median seconds); variants: counts; durations: seconds; start, end: counts by name."""
    return {
        "events": events,
        "cases": len(durations),
        "moves": sorted([str(a), str(b), int(n), round(float(m), 6)] for a, b, n, m in moves),
        "variants": len(variants),
        "top_variants": sorted((int(n) for n in variants), reverse=True)[:50],
        "start": {str(k): int(v) for k, v in sorted(start.items())},
        "end": {str(k): int(v) for k, v in sorted(end.items())},
        "duration_sum_s": float(sum(durations)),
        "duration_median_s": float(statistics.median(durations)),
    }
