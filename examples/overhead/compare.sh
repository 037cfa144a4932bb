#!/usr/bin/env bash
# Compares the comparator with AssertJ, JaVers, JsonUnit, JSONassert and Jackson trees on the same objects, on this machine and
# its java, and prints the tables of docs/overhead.md. JAVA_HOME chooses the JVM (17 or newer).
# Names of inputs as arguments (FRIENDS_80 STUDENTS) select these inputs; see class Input.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
java="${JAVA_HOME:+$JAVA_HOME/bin/}java"
cd "$root"
mvn -q -B -Dquick -Dmaven.test.skip=true -pl examples/overhead -am package
exec "$java" -cp examples/overhead/target/overhead.jar io.understudy.overhead.peers.Peers "$@"
