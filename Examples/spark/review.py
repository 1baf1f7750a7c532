"""Spreads a review over Apache Spark: `khung review -` is a filter from lines to lines, so Spark's own pipe
is all that it takes. A row depends on its plan, the catalogue and the options alone.

usage: review.py --khung PROGRAM --plans FOLDER --output FILE [--kill]

A local cluster of two workers judges the plans. Spark keeps the order of the paths and khung that of its
lines, so the parts one after another must be the rows of one machine, byte for byte. --kill kills one of the two executors half-way: Spark gives its share to
the other, and the rows are still the same.
"""

import argparse
import os
import pathlib
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time


def executors():
    """Process ids of the executors that this driver's cluster started."""
    found = []
    for path in pathlib.Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().split(b"\0")
        except OSError:
            continue
        if any(b"CoarseGrainedExecutorBackend" in w for w in words) and any(f"khung-{os.getpid()}".encode() in w for w in words):
            found.append(int(path.parent.name))
    return sorted(found)


def main():
    from pyspark import SparkConf, SparkContext

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--khung", required=True)
    parser.add_argument("--plans", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--kill", action="store_true")
    parser.add_argument("--slices", type=int, default=40)
    options = parser.parse_args()
    paths = sorted(str(p) for p in pathlib.Path(options.plans).resolve().glob("*.xml"))
    command = [
        str(pathlib.Path(options.khung).resolve()), "review", "-", "--jobs", "1", "--as-of", "2026-11-23",
        "--progress", "never", "--fail-on", "none"]
    # Spark fails a task whose command ends with another status than 0; refused plans are rows, not failures.
    # The signs of a broken tool (70, a signal) stay failures, so that Spark runs the share again.
    shell = f"{shlex.join(command)}; status=$?; [ $status -eq 2 ] || [ $status -eq 3 ] && exit 0; exit $status"
    conf = (
        SparkConf().setMaster("local-cluster[2,1,1024]").setAppName("khung review")
        .set("spark.ui.enabled", "false").set("spark.ui.showConsoleProgress", "false").set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.driver.host", "127.0.0.1").set("spark.executor.extraJavaOptions", f"-Dkhung=khung-{os.getpid()}")
        .set("spark.task.maxFailures", "8"))
    context = SparkContext(conf=conf)
    context.setLogLevel("ERROR")
    if options.kill:
        def strike():
            while len(executors()) < 2:
                time.sleep(0.2)
            time.sleep(3)
            victim = executors()[0]
            os.kill(victim, signal.SIGKILL)
            print(f"killed executor {victim}", file=sys.stderr)

        threading.Thread(target=strike, daemon=True).start()
    start = time.monotonic()
    parts = pathlib.Path(options.output + ".parts").resolve()
    shutil.rmtree(parts, ignore_errors=True)
    rows = context.parallelize(paths, options.slices).pipe(f"/bin/sh -c {shlex.quote(shell)}", checkCode=True)
    rows.saveAsTextFile(f"file://{parts}")
    seconds = time.monotonic() - start
    context.stop()
    with open(options.output, "wb") as output:
        for part in sorted(parts.glob("part-*")):
            with open(part, "rb") as rows_of_part:
                shutil.copyfileobj(rows_of_part, output)
    shutil.rmtree(parts)
    with open(options.output + ".alone", "wb") as alone:
        subprocess.run([*command], input="".join(p + "\n" for p in paths).encode(), stdout=alone, check=False)
    same = subprocess.run(["cmp", options.output, options.output + ".alone"], check=False).returncode == 0
    with open(options.output, "rb") as output:
        count = sum(1 for _ in output)
    os.unlink(options.output + ".alone")
    print(f"{count} rows of {len(paths)} plans through Spark in {seconds:.0f} s{', one executor killed' if options.kill else ''}: "
          f"{'the same bytes as' if same else 'NOT the same as'} one machine")
    sys.exit(0 if same and count and count == len(paths) else 1)


if __name__ == "__main__":
    main()
