#!/usr/bin/env bash
# Measures the overhead of Understudy on this machine and its java, and prints the tables of docs/overhead.md.
# "run.sh brief" measures only captured calls and what threads share, in six minutes instead of twenty.
# JAVA_HOME chooses the JVM (17 or newer).
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
cd "$root"
mvn -q -B -Dquick -Dmaven.test.skip=true -pl examples/overhead -am package
exec "$java" -jar examples/overhead/target/overhead.jar agent/jar/target/understudy-agent.jar "$@"
