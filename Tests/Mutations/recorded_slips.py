"""How many single slips anybody notices: before `khung catalogue record` ran, and after it.

Noticed means a finding of `khung lint` that was not there before, of any rule; after recording also a failed
`khung catalogue test`. What was recorded is believed from then on, so that only facts that stand against
each other are left to notice it.
"""

import collections
import concurrent.futures
import os
import subprocess
import tempfile

from catalogue_mistakes.slips import SLIPS


def made(catalogue, count, rng):
    """The slips, every kind in turn."""
    out, seen = [], set()
    for turn in range(count * 20):
        if len(out) == count:
            break
        part, name, make = SLIPS[turn % len(SLIPS)]
        for _ in range(30):
            try:
                edits = make(catalogue, rng)
            except (AttributeError, TypeError, ValueError):
                edits = None
            key = edits and tuple(map(tuple, edits))
            if key and key not in seen and all(new is not None for *_, new in edits) \
                    and any(catalogue.texts[f][a:b] != new for f, a, b, new in edits):
                seen.add(key)
                out.append((part, name, edits))
                break
    return out


def news(findings, known):
    left = collections.Counter(f["fingerprint"] for f in findings)
    left.subtract(known)
    return sorted({f["rule"] for f in findings if left[f["fingerprint"]] > 0})


def measure(khung, catalogue, known, count, rng, applied, write, lint):
    """Prints the two shares; gives them."""
    slips = made(catalogue, count, rng)
    results = [None] * len(slips)
    with tempfile.TemporaryDirectory() as scratch:
        def worker(share):
            folder = os.path.join(scratch, str(share))
            at = {}
            for number in range(share, len(slips), 2):
                texts = applied(catalogue.texts, slips[number][2])
                write(folder, texts, at)
                at = texts
                before = news(lint(khung, folder), known)
                # A catalogue that cannot be loaded is not recorded, and that is noticed.
                recorded = subprocess.run(
                    [khung, "catalogue", "record", folder, "--all", "--reason", "slip"], capture_output=True, timeout=120)
                after = ["record"] if recorded.returncode else news(lint(khung, folder), known)
                if not after:
                    proof = subprocess.run([khung, "catalogue", "test", "--catalogue", folder], capture_output=True, timeout=300)
                    after = ["proof"] if proof.returncode else []
                list_of_ids = os.path.join(folder, "stability.tsv")
                with open(list_of_ids, "wb") as file:
                    file.write(catalogue.texts["stability.tsv"].encode())
                results[number] = (before, after)
                if os.environ.get("SLIPS_PROGRESS"):
                    print(*slips[number][:2], before, after, flush=True)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            list(pool.map(worker, range(2)))
    print(f"\n{'single slip':56}{'made':>6}{'before':>8}{'after':>7}")
    for part, name, _ in SLIPS:
        mine = [r for (p, n, _), r in zip(slips, results) if (p, n) == (part, name)]
        label = f"{part}: {name}"
        print(f"  {label:54}{len(mine):6}{sum(bool(b) for b, _ in mine):8}{sum(bool(a) for _, a in mine):7}")
    for (part, name, edits), (before, after) in zip(slips, results):
        if not after:
            file, start, end, new = edits[0]
            line = catalogue.texts[file].count("\n", 0, start) + 1
            print(f"- after recording nobody notices {part}, {name}: {file}:{line} “{catalogue.texts[file][start:end][:60]}” → “{new[:60]}”")
    total = max(1, len(slips))
    shares = [100 * sum(bool(r[i]) for r in results) / total for i in (0, 1)]
    print(f"\n{len(slips)} single slips of {len({s[:2] for s in slips})} kinds: {shares[0]:.1f} % noticed before recording, "
          f"{shares[1]:.1f} % after it")
    return shares
