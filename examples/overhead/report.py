"""Runs the report and DuckDB over journals and prints what each took. See report.sh."""

import importlib.util
import os
import subprocess
import sys
import time

# Parity by call point and day, differences by frequency, and the percentiles of both sides: what the first page of the report shows. DuckDB does
# not check seals, chains and books, and reads no examples.
SQL = """
CREATE TABLE tally AS
SELECT point, minute, intercepted, fates, signatures, latencies
FROM read_json('%s/*.jsonl*', format = 'newline_delimited', ignore_errors = true, maximum_object_size = 16777216,
  columns = {entry: 'VARCHAR', point: 'VARCHAR', minute: 'BIGINT', intercepted: 'BIGINT', fates: 'MAP(VARCHAR, BIGINT)',
    signatures: 'MAP(VARCHAR, BIGINT)',
    latencies: 'MAP(VARCHAR, STRUCT(count BIGINT, sum HUGEINT, min BIGINT, max BIGINT, width INTEGER, first INTEGER, counts BIGINT[]))'})
WHERE entry = 'tally';
SELECT point, CAST(make_timestamp(minute * 60000000) AS DATE) AS day, sum(intercepted), sum(coalesce(fates['matched'], 0)) AS agree,
       sum(coalesce(fates['mismatched'], 0)) AS disagree
FROM tally GROUP BY ALL ORDER BY ALL;
SELECT point, signature.key AS signature, sum(signature.value) AS calls
FROM (SELECT point, unnest(map_entries(signatures)) AS signature FROM tally) GROUP BY ALL ORDER BY calls DESC;
WITH run AS (SELECT row_number() OVER () AS id, point, side.key AS side, side.value AS run
             FROM (SELECT point, unnest(map_entries(latencies)) AS side FROM tally)),
item AS (SELECT id, point, side, run.width AS width, run.first AS first, unnest(run.counts) AS n,
                generate_subscripts(run.counts, 1) AS i FROM run),
counted AS (SELECT point, side, n, width * (first - 1 + sum(CASE WHEN n < 0 THEN -n ELSE 1 END)
                                            OVER (PARTITION BY id ORDER BY i)) AS bucket FROM item),
merged AS (SELECT point, side, bucket, sum(n) AS n FROM counted WHERE n > 0 GROUP BY ALL)
SELECT point, side, bucket FROM merged
QUALIFY sum(n) OVER (PARTITION BY point, side ORDER BY bucket) >= 0.99 * sum(n) OVER (PARTITION BY point, side)
    AND sum(n) OVER (PARTITION BY point, side ORDER BY bucket) - n < 0.99 * sum(n) OVER (PARTITION BY point, side);
"""


def query(directory):
    """Answers the question with DuckDB, in this process."""
    import duckdb

    connection = duckdb.connect()
    for statement in (SQL % directory).split(";\n"):
        if statement.strip():
            connection.execute(statement).fetchall()


def measure(command):
    """Returns CPU and wall seconds and the largest memory in MB of a process; the best CPU of three runs."""
    runs = []
    for _ in range(3):
        begun = time.time()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        errors = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit("%s failed: %s" % (" ".join(command), errors.decode()))
        runs.append((used.ru_utime + used.ru_stime, time.time() - begun, used.ru_maxrss / 1024))
    return min(runs)


def row(name, size, run):
    cpu, wall, memory = run
    print("| %s MB | %s | %.2f s | %.1f ms | %.2f s | %.0f MB |" % (size, name, cpu, 1000 * cpu / int(size), wall, memory), flush=True)


def main(work, launcher, jar, sizes):
    print("| journals | program | CPU | a MB | wall | memory |")
    print("|---:|---|---:|---:|---:|---:|")
    for size in sizes:
        directory = os.path.join(work, size)
        page = os.path.join(work, "report.html")
        tail = ["report", directory, "--out", page]
        subprocess.run([launcher] + tail, stdout=subprocess.DEVNULL, check=True)
        row("`understudy-report`", size, measure([launcher] + tail))
        row("`java -jar understudy-report.jar`", size, measure(jar.split() + tail))
        if importlib.util.find_spec("duckdb"):
            row("DuckDB, the same question", size, measure([sys.executable, __file__, directory]))
    if not importlib.util.find_spec("duckdb"):
        print("\nDuckDB was not measured: python3 has no module duckdb.")


if __name__ == "__main__":
    if len(sys.argv) == 2:
        query(sys.argv[1])
    else:
        main(sys.argv[1], sys.argv[2], sys.argv[3], sys.argv[4:])
