#!/usr/bin/env bash
# Runs the parcel desk with Understudy beside its replacement in Node, then prints the report.
#
#   examples/http-service/run.sh
#
# Needs a JDK 17 or newer (JAVA_HOME, or java in the PATH), Maven, and Node 18 or newer.

set -u

here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)

stop() { printf 'run.sh: %s\n' "$*" >&2; exit 2; }

command -v node >/dev/null 2>&1 || stop "no node found; install Node 18 or newer (Debian: apt-get install nodejs)"
if [ -n "${JAVA_HOME:-}" ]; then
  java="$JAVA_HOME/bin/java"
else
  java=$(command -v java) || stop "no java found; install a JDK 17 or newer, or set JAVA_HOME to one"
fi
[ -x "$java" ] || stop "there is no $java; set JAVA_HOME to a JDK 17 or newer"

agent="$root/agent/jar/target/understudy-agent.jar"
report="$root/report/target/understudy-report.jar"
legacy="$here/legacy/target/legacy.jar"
mkdir -p "$here/target" || stop "cannot write to $here/target"
if ! [ -f "$agent" ] || ! [ -f "$report" ] || ! [ -f "$legacy" ]; then
  command -v mvn >/dev/null 2>&1 || stop "no mvn found; install Maven 3.6.3 or newer"
  printf 'Building the agent, the report and the parcel desk ...\n'
  (cd "$root" && mvn -B -Dquick -Pfull -Dmaven.test.skip=true \
    -pl agent/jar,report,examples/http-service/legacy -am package >"$here/target/build.log" 2>&1) ||
    stop "the build failed; the output is in $here/target/build.log"
fi

cd "$here" || stop "cannot enter $here"
rm -rf target/journal target/report.html
# The agent refuses a configuration that other users can change, as in a clone made with umask 0.
private=$(mktemp -d) || stop "cannot create a temporary directory"
node service/server.js 8081 >"$private/service.log" 2>&1 &
service=$!
trap 'kill "$service" 2>/dev/null; rm -rf "$private"' EXIT
for _ in 1 2 3 4 5 6 7 8 9 10; do
  grep -q listening "$private/service.log" && break
  kill -0 "$service" 2>/dev/null || stop "the service did not start: $(head -n 5 "$private/service.log")"
  sleep 0.5
done
cp understudy.yaml "$private/understudy.yaml" || stop "cannot copy understudy.yaml"
"$java" -javaagent:"$agent"="$private/understudy.yaml" -jar "$legacy" ||
  stop "the parcel desk ended with an error"
"$java" -jar "$report" report target/journal --out target/report.html ||
  stop "the report ended with an error"
printf 'The planted faults, for comparison: %s\n' "$here/README.md"
