#!/usr/bin/env bash
# Measures the report over journals of three sizes, CPU, wall and memory, beside DuckDB with the same question in SQL, and prints the table of
# docs/overhead.md. DuckDB is left out if python3 has no module duckdb. Needs 2 GB of disk and python3. JAVA_HOME chooses the JVM (17 or newer).
# usage: report.sh [MEGABYTES...]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
cd "$root"
mvn -q -B -Dquick -Dmaven.test.skip=true -pl examples/overhead,report -am package
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ $# -gt 0 ] || set -- 16 160 1600
for size in "$@"; do
  "$java" -cp examples/overhead/target/overhead.jar io.understudy.overhead.journal.Journals "$work/$size" "$size"
done
exec python3 examples/overhead/report.py "$work" report/understudy-report "$java -jar report/target/understudy-report.jar" "$@"
