"""Whole processes in turn: the command, and the paper's extraction in PyTorch where that is installed.

    whole_commands.py LIEGG LIB WORK [REPEATS]

OPENBLAS=FILE names the library that PyTorch is given in place of the BLAS it finds, where that is a slow one. Of every figure the least of the repeats is given. Prints a table in Markdown; the row of ratios is the command's over the other's.
"""

import datetime
import importlib.util
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

LIEGG, LIB, WORK = sys.argv[1], sys.argv[2], Path(sys.argv[3])
REPEATS = int(sys.argv[4]) if len(sys.argv) > 4 else 3
HERE = Path(__file__).resolve().parent
PEERS = ["authors", "gram"] if importlib.util.find_spec("torch") else []
LIMIT = 600
BLAS = os.environ.get("OPENBLAS", "")

# What is varied is N, then d and with it m = d², then k.
SCALE = [(10, 1, 10_000), (10, 1, 100_000), (10, 1, 1_000_000), (20, 1, 10_000), (20, 10, 10_000), (40, 1, 10_000)]


def environment(name):
    """The command's is as it is; PyTorch's has another BLAS if one is named."""
    if name == "liegg" or not BLAS:
        return os.environ
    return {**os.environ, "LD_PRELOAD": BLAS, "LD_LIBRARY_PATH": str(Path(BLAS).parent)}


def timed(name, command):
    """Wall and processor seconds, and peak memory in MB; None if it fails or takes too long."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment(name))
    while True:
        done, status, usage = os.wait4(process.pid, os.WNOHANG)
        if done:
            process.returncode = status
            wall = time.monotonic() - start
            used = usage.ru_utime + usage.ru_stime
            return (wall, used, usage.ru_maxrss / 1024) if status == 0 else None
        if time.monotonic() - start > LIMIT:
            process.kill()
            os.wait4(process.pid, 0)
            return None
        time.sleep(0.005)


def least(commands):
    """Each command's least figures over the repeats, in turn."""
    best = {}
    for _ in range(REPEATS):
        for name, command in commands.items():
            now, before = timed(name, command), best.get(name, "first")
            if before == "first":
                best[name] = now
            elif now and before:
                best[name] = tuple(map(min, zip(now, before)))
    return best


def cell(figures):
    return "%.2f / %.2f, %.0f MB" % figures if figures else "–"


def row(name, ours, peers):
    best = least({"liegg": [LIEGG, "extract", *ours, "--json", str(WORK / "report.json")], **peers})
    own = best["liegg"]
    cells = [name, cell(own)]
    for peer in ("authors", "gram"):
        other = best.get(peer)
        cells += [cell(other), "%.2f / %.2f" % (own[0] / other[0], own[1] / other[1]) if own and other else "–"]
    print("| " + " | ".join(cells) + " |", flush=True)


def files(*kind):
    """The folder of a network and of samples for it."""
    folder = WORK / "-".join(map(str, kind))
    if not (folder / "done").exists():
        run = ["java", "-Xmx4g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0", "-cp", f"{LIB}/*", "org.liegg.benchmarks.CommandFiles"]
        subprocess.run([*run, folder, *map(str, kind)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        (folder / "done").touch()
    return folder


def processor():
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def extract(name, folder, samples, action, peers_action, *more):
    ours = ["--model", str(folder / "model.zip"), "--data", str(folder / "x.npy"), "--limit", str(samples), "--action", action, *more]
    # Collected, a million rows are 400 MB and their decomposition is more than this machine is asked for.
    wanted = [peer for peer in PEERS if peer == "gram" or samples <= 100_000]
    peers = {peer: [sys.executable, str(HERE / "peer.py"), peer, str(folder), str(samples), peers_action] for peer in wanted}
    row(name, ours, peers)


def main():
    print(f"{datetime.date.today()}, {os.cpu_count()} × {processor()}, load {os.getloadavg()[0]:.1f} at the start, least of {REPEATS}; PyTorch on {Path(BLAS).name or 'the BLAS it finds'}.")
    print("Wall / processor seconds and peak memory of whole processes, in turn.\n")
    print("| work | liegg | authors | ratio | gram | ratio |")
    print("|---|---|---|---|---|---|")
    print("| `--version` | " + cell(least({"liegg": [LIEGG, "--version"]})["liegg"]) + " | | | | |", flush=True)
    extract("gl(5)^2, k = 1, N = 10000", files(10, 1, 10_000), 10_000, "gl(5)^2", "2")
    for inputs, outputs, samples in SCALE:
        folder = files(inputs, outputs, samples)
        extract(f"gl({inputs}), k = {outputs}, N = {samples}", folder, samples, f"gl({inputs})", "1")
    folder = files("images", 2_000)
    shape = ["--input-shape", "1x28x28"]
    extract("images of 28×28, k = 10, N = 500", folder, 500, "image(28x28)", "image", *shape)
    extract("the same without evidence", folder, 500, "image(28x28)", "image", *shape, "--no-held-out", "--finite-samples", "0")


main()
