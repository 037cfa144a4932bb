#!/usr/bin/env bash
# Measures the time that Understudy, and for comparison the OpenTelemetry agent, adds to the start of an application of 10,000
# classes, on this machine and its java, and prints the table of docs/overhead.md. JAVA_HOME chooses the JVM (17 or newer, a JDK).
# usage: startup.sh [ROUNDS]
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
cd "$root"
mvn -q -B -Dquick -Dmaven.test.skip=true -Pstartup -pl examples/overhead -am package
exec "$java" -cp examples/overhead/target/overhead.jar io.understudy.overhead.startup.Startup \
  agent/jar/target/understudy-agent.jar examples/overhead/target/opentelemetry-javaagent.jar "${1:-15}"
