#!/usr/bin/env bash
# Measures how much a busy call point adds to the journal, at 1, 100 and 10,000 calls a second, on this machine and its java, and prints
# the table of docs/overhead.md. The first minute is left out, since a session begins with lines of its own. JAVA_HOME chooses the JVM (17 or newer).
# usage: journal.sh [MINUTES]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
minutes="${1:-5}"
cd "$root"
mvn -q -B -Dquick -Dmaven.test.skip=true -pl examples/overhead -am package
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
size() { cat "$1"/*.jsonl | wc -c; }
packed() { cat "$1"/*.jsonl | gzip -c | wc -c; }

run() {
  dir="$work/$1"
  mkdir -p "$dir"
  cat >"$dir/understudy.yaml" <<YAML
application: size
journal: { directory: "$dir" }
calls:
  - { name: quote, control: "io.understudy.overhead.journal.Load\$Legacy#quote", candidate: "io.understudy.overhead.journal.Load\$Next#quote" }
YAML
  "$java" -Xmx512m -XX:-PrintWarnings "-javaagent:agent/jar/target/understudy-agent.jar=$dir/understudy.yaml" \
    -cp examples/overhead/target/overhead.jar io.understudy.overhead.journal.Load "$1" $((60 * minutes + 70)) >"$dir/out" &
  pid=$!
  sleep 65
  before=$(size "$dir")
  packedBefore=$(packed "$dir")
  sleep $((60 * minutes))
  after=$(size "$dir")
  packedAfter=$(packed "$dir")
  wait "$pid"
  awk -v rate="$1" -v bytes=$((after - before)) -v packed=$((packedAfter - packedBefore)) -v minutes="$minutes" \
    'BEGIN { printf "| %d | %d B | %.2f MB | %.2f MB |\n", rate, bytes / minutes, bytes * 1440 / minutes / 1e6, packed * 1440 / minutes / 1e6 }'
}

echo "| calls a second | a minute | a day | a day, compressed |"
echo "|---:|---:|---:|---:|"
for rate in 1 100 10000; do
  run "$rate"
done
