#!/usr/bin/env bash
# Measures the latency of an application under load without an agent, with Understudy, and with other ways to shadow it, on this
# machine and its java, and prints the tables of docs/overhead.md. JAVA_HOME chooses the JVM (17 or newer).
# usage: latency.sh [ROUNDS [SECONDS [WARM-UP]]] [LOAD%]... [VARIANT]...    See README.md here. For a short try: latency.sh 1 3 3
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
cd "$root"
target=examples/overhead/target

build() {
  mvn -q -B -Dquick -Dmaven.test.skip=true "$@" -pl examples/overhead -am package
}

# Tools of others may be out of reach; their rows are left out then.
build -Pstartup || build
rm -rf "$target/scientist4j"
if [ -n "${SCIENTIST4J_JAR:-}" ]; then
  mkdir -p "$target/scientist4j"
  cp "$SCIENTIST4J_JAR" "$target/scientist4j/"
else
  mvn -q -B -N dependency:copy -Dartifact=com.github.rawls238:Scientist4JCore:1.0 \
    -DoutputDirectory="$root/$target/scientist4j" >"$target/scientist4j.log" 2>&1 || true
fi

run=("$java" -XX:TieredStopAtLevel=1 "-Dlatency.agent=$root/agent/jar/target/understudy-agent.jar" "-Dlatency.fetched=$root/$target")
main=(-cp "$root/$target/overhead.jar" io.understudy.overhead.latency.Latency "$@")
if unshare -m true 2>/dev/null; then
  # A disk of 16 KB, in a mount namespace of this benchmark, so that it ends with it.
  mkdir -p "$target/full"
  exec unshare -m sh -c 'mount -t tmpfs -o size=16k none "$0" && exec "$@"' \
    "$root/$target/full" "${run[@]}" "-Dlatency.full=$root/$target/full" "${main[@]}"
fi
exec "${run[@]}" "${main[@]}"
