#!/usr/bin/env python3
"""A service under load, and killed at work: the table of docs/benchmarks.md.

    benchmarks/service_load.py [LIEGG] [MODEL] [DATA]

50 clients ask for 20 analyses each, of the same small model with seeds of their own, and wait for each before the next;
what is refused with 429 is asked again; the same once more, to see whether memory grows. Then 20 analyses are at work or
wait when the service is killed with SIGKILL and started again; their reports are compared with those of the first run.
Needs nothing but Python.
"""

import collections
import concurrent.futures
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

CLIENTS, EACH, KILLED, WORKERS = 50, 20, 20, 2


class Service:
    """`liegg serve` on a free port, in a group of processes of its own."""

    def __init__(self, liegg, folder):
        command = [liegg, "serve", "--data", folder, "--port", "0", "--workers", str(WORKERS), "--rate", "1000"]
        began = time.monotonic()
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
        line = self.process.stdout.readline()
        self.started = time.monotonic() - began
        self.address = line.removeprefix("Listening on ").strip()

    def ask(self, path, body=None, kind="application/json"):
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.address + path, data=data, headers={"Content-Type": kind})
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.read()

    def json(self, path, body=None):
        return json.loads(self.ask(path, body))

    def java(self):
        """The process that serves: the one of its group that is Java and no worker."""
        group = os.getpgid(self.process.pid)
        for pid in filter(str.isdigit, os.listdir("/proc")):
            try:
                if os.getpgid(int(pid)) == group:
                    with open(f"/proc/{pid}/cmdline") as file:
                        words = file.read()
                    if "org.liegg.cli.Main" in words:
                        return int(pid)
            except (OSError, ProcessLookupError):
                continue
        raise RuntimeError("no service")

    def resident(self):
        with open(f"/proc/{self.java()}/status") as file:
            return int(re.search(r"VmRSS:\s+(\d+)", file.read()).group(1)) / 1024

    def live(self):
        """MB of heap that are still used after a collection."""
        subprocess.run(["jcmd", str(self.java()), "GC.run"], stdout=subprocess.DEVNULL, check=True)
        found = re.findall(r'^jvm_memory_used_bytes\{area="heap".*?} (\S+)', self.ask("/metrics").decode(), re.M)
        return sum(map(float, found)) / 2**20

    def kill(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self):
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()


def request(model, data, seed):
    return {"model": {"id": model, "name": "load", "version": str(seed)}, "data": {"id": data},
            "action": "gl(5)^2", "expect": "so(5)", "options": {"limit": 500, "seed": seed, "finite-samples": 0}}


def uploaded(service, model, data):
    ids = []
    for kind, file in (("models", model), ("datasets", data)):
        with open(file, "rb") as content:
            path = f"/api/v1/{kind}?name={os.path.basename(file)}"
            ids.append(json.loads(service.ask(path, content.read(), "application/octet-stream"))["id"])
    return ids


def create(service, asked, seen):
    while True:
        began = time.monotonic()
        try:
            made = service.json("/api/v1/analyses", asked)
            seen["accepted"].append(time.monotonic() - began)
            return made["id"]
        except urllib.error.HTTPError as error:
            seen["refused"][error.code] += 1
            if error.code != 429:
                raise
            time.sleep(float(error.headers.get("Retry-After", 1)))


def finished(service, name):
    while True:
        analysis = service.json("/api/v1/analyses/" + name)
        if analysis["state"] in ("done", "failed", "cancelled"):
            return analysis
        time.sleep(0.25)


def essence(service, name):
    """A report without what differs from run to run."""
    report = service.json(f"/api/v1/analyses/{name}/report")
    del report["provenance"]
    return json.dumps(report, sort_keys=True)


def load(service, model, data, first):
    seen = {"accepted": [], "done": [], "refused": collections.Counter()}
    lock = threading.Lock()

    def client(number):
        states = collections.Counter()
        for i in range(EACH):
            began = time.monotonic()
            name = create(service, request(model, data, first + number * EACH + i), seen)
            states[finished(service, name)["state"]] += 1
            with lock:
                seen["done"].append(time.monotonic() - began)
        return states

    before = service.resident(), service.live()
    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(CLIENTS) as clients:
        states = sum(clients.map(client, range(CLIENTS)), collections.Counter())
    seconds = time.monotonic() - began
    after = service.resident(), service.live()
    def share(values, p):
        return statistics.quantiles(values, n=100)[p - 1]
    print(f"{CLIENTS} clients, {CLIENTS * EACH} analyses: {dict(states)} in {seconds:.0f} s, {CLIENTS * EACH / seconds:.1f} a second; "
          f"refused {dict(seen['refused']) or 'none'}")
    print(f"accepted within {share(seen['accepted'], 50) * 1e3:.0f} ms (half), {share(seen['accepted'], 99) * 1e3:.0f} ms (99 %); "
          f"done within {share(seen['done'], 50):.1f} s (half), {share(seen['done'], 99):.1f} s (99 %)")
    print(f"service: {before[0]:.0f} MB resident, {before[1]:.0f} MB of live heap before; {after[0]:.0f} and {after[1]:.0f} MB after")


def killed(liegg, folder, model, data):
    service = Service(liegg, folder)
    model, data = uploaded(service, model, data)
    # Seeds that the load had as well, so that there are reports to compare with.
    seen = {"accepted": [], "refused": collections.Counter()}
    names = [create(service, request(model, data, seed), seen) for seed in range(KILLED)]
    while not service.json("/api/v1/analyses?state=running")["items"]:
        time.sleep(0.01)
    done = len(service.json("/api/v1/analyses?state=done&limit=500")["items"])
    service.kill()
    service = Service(liegg, folder)
    ends = [finished(service, name) for name in names]
    states = collections.Counter(end["state"] for end in ends)
    again = sum(end["times"]["attempts"] > 1 for end in ends)
    reports = [essence(service, name) for name in names]
    service.stop()
    print(f"killed with {KILLED - done} of {KILLED} at work or waiting; after the start, which took {service.started:.1f} s: "
          f"{dict(states)}, {again} of them taken up again")
    return reports


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    o5 = os.path.join(here, "..", "cli", "src", "test", "resources", "o5-mlp")
    arguments = sys.argv[1:] + ["./liegg", os.path.join(o5, "model.zip"), os.path.join(o5, "x.npy")][len(sys.argv) - 1:]
    liegg, model, data = arguments
    with tempfile.TemporaryDirectory() as folder:
        service = Service(liegg, os.path.join(folder, "load"))
        ids = uploaded(service, model, data)
        load(service, *ids, 0)
        load(service, *ids, CLIENTS * EACH)
        seen = {"accepted": [], "refused": collections.Counter()}
        names = [create(service, request(*ids, seed), seen) for seed in range(KILLED)]
        for name in names:
            finished(service, name)
        calm = [essence(service, name) for name in names]
        service.stop()
        after = killed(liegg, os.path.join(folder, "killed"), model, data)
        print(f"reports equal to those of a calm run: {sum(a == b for a, b in zip(calm, after))} of {KILLED}")


if __name__ == "__main__":
    main()
