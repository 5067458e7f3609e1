"""The part of the report that is about metrics.

Usage: metrics_table.py METRICS.jsonl METRIC_PEERS.jsonl
"""
import json
import pathlib
import sys


def table(ours, peers):
    """Lines of the report; exits where a peer found something else."""
    for peer in peers:
        for name, (value, n) in peer["found"].items():
            own, own_n = ours["found"][name]
            if n != own_n or abs(value - own) > 1e-9 * max(1, abs(own)):
                sys.exit(f"{name}: stagecraft found {own} of {own_n}, {peer['program']} {value} of {n}")
    lines = [
        "",
        f"| Metrics of {ours['events']:,} made-up events in memory, by owner (64) and region (4) | Milliseconds |"
        + "".join(f" {peer['program']} | Times ours |" for peer in peers),
        "|---|---|" + "---|---|" * len(peers),
    ]
    for name, value in sorted(ours["views"].items(), key=lambda view: view[0] not in ours["found"]):
        same = [peer["views"].get(name) for peer in peers]
        cells = "".join(f" {other:.0f} | {other / value:.1f} |" if other else " | |" for other in same)
        lines.append(f"| {name} | {value:.0f} |{cells}")
    lines.append("")
    lines.append(
        "Ours have intervals and the total beside the groups; the peers have the bare figures of the groups, the same to 10⁻⁹. "
        f"The log holds {ours['bytes']:.0f} bytes an event, {ours['kept']:.0f} with the times that are kept in order once they were asked for. A deal with a new event is in moves-in {ours['visible']:.0f} ms after its "
        "commit, with nothing built anew."
    )
    return lines


if __name__ == "__main__":
    read = lambda path: [json.loads(line) for line in pathlib.Path(path).read_text().splitlines()]
    print("\n".join(table(read(sys.argv[1])[0], read(sys.argv[2]))))
