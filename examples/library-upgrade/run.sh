#!/usr/bin/env bash
# Runs the ferry line's booking desk on its old libraries, with itself on the new ones as the
# candidate, then prints the report.
#
#   examples/library-upgrade/run.sh                     builds missing jars, runs, reports
#   examples/library-upgrade/run.sh --java /path/to/8   runs the old application on another Java
#
# Needs a JDK 17 or newer (JAVA_HOME, or java in the PATH) and Maven; the other Java (a java command
# or a JAVA_HOME; also by the variable UPGRADE_JAVA) may be 8 or newer.

set -u

here=$(cd "$(dirname "$0")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
out="$here/target"

say() { printf '%s\n' "$*"; }
stop() { printf 'run.sh: %s\n' "$*" >&2; exit 2; }

usage() { sed -n '2,9s/^# \{0,1\}//p' "$0"; }

legacy_java=${UPGRADE_JAVA:-}
while [ $# -gt 0 ]; do
  case "$1" in
    --java)
      [ $# -gt 1 ] || stop "--java needs the path of a java command or of a JAVA_HOME"
      legacy_java=$2
      shift 2
      ;;
    --java=*)
      legacy_java=${1#--java=}
      shift
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      stop "unknown argument $1; run.sh --help shows the arguments"
      ;;
  esac
done

# Prints the feature version of a java command: 8, 17, 25; nothing if it does not run.
version_of() {
  "$1" -version 2>&1 | sed -n 's/.*version "\([0-9._]*\).*/\1/p' | head -n 1 |
    sed -e 's/^1\.//' -e 's/[._].*//'
}

# --- the JDK that builds and reports

if [ -n "${JAVA_HOME:-}" ]; then
  java="$JAVA_HOME/bin/java"
  [ -x "$java" ] || stop "JAVA_HOME is $JAVA_HOME, and there is no bin/java; point it at a JDK 17 or newer"
else
  java=$(command -v java) || stop "no java found; install a JDK 17 or newer, or set JAVA_HOME to one"
fi
version=$(version_of "$java")
[ -n "$version" ] || stop "$java prints no version; set JAVA_HOME to a JDK 17 or newer"
[ "$version" -ge 17 ] || stop "$java is Java $version; the build and the report need a JDK 17 or newer (set JAVA_HOME). The old application may still run on $version: --java $java"

# --- the Java that runs the old application

if [ -z "$legacy_java" ]; then
  legacy_java=$java
elif [ -d "$legacy_java" ]; then
  legacy_java="$legacy_java/bin/java"
fi
found=$(command -v "$legacy_java") || stop "--java: there is no java command at $legacy_java"
legacy_java=$found
case "$legacy_java" in
  /*) ;;
  *) legacy_java="$PWD/$legacy_java" ;;
esac
legacy_version=$(version_of "$legacy_java")
[ -n "$legacy_version" ] || stop "--java: $legacy_java prints no version"
[ "$legacy_version" -ge 8 ] || stop "--java: $legacy_java is Java $legacy_version; the agent needs 8 or newer"

# --- build the jars that are missing or older than their sources

agent="$root/agent/jar/target/understudy-agent.jar"
report="$root/report/target/understudy-report.jar"
application="$here/app/target/ferryline.jar"

# Succeeds if the jar exists and no file of the following modules is newer.
fresh() {
  jar=$1
  shift
  [ -f "$jar" ] || return 1
  for module in "$@"; do
    [ -z "$(find "$module/pom.xml" "$module/src/main" -type f -newer "$jar" 2>/dev/null | head -n 1)" ] ||
      return 1
  done
}

if ! { fresh "$agent" "$root/agent/bridge" "$root/agent/runtime" "$root/agent/tool" "$root/agent/jar" "$root/comparator" &&
  fresh "$report" "$root/report" "$root/comparator" &&
  fresh "$application" "$here/app" &&
  [ -d "$here/app/target/old" ] && [ -d "$here/app/target/new" ]; }; then
  command -v mvn >/dev/null 2>&1 || stop "no mvn found; install Maven 3.6.3 or newer"
  home=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java\.home = //p' | head -n 1)
  [ -x "$home/bin/javac" ] || stop "$java is not a JDK (it has no javac); set JAVA_HOME to a JDK 17 or newer"
  say "Building the agent, the report and the application (the first time Maven downloads libraries) ..."
  mkdir -p "$out"
  if ! (cd "$root" && JAVA_HOME="$home" mvn -B -Pfull -Dquick -Dmaven.test.skip=true \
    -pl agent/jar,report,examples/library-upgrade/app -am \
    package >"$out/build.log" 2>&1); then
    grep '^\[ERROR\]' "$out/build.log" | head -n 20 >&2
    stop "the build failed; the output is in $out/build.log"
  fi
  # Maven does not rewrite a jar without changes: mark it as up to date.
  touch "$agent" "$report" "$application"
fi

# --- run the application with the agent, then the report

rm -rf "$out/journal" "$out/report.html"
mkdir -p "$out" || stop "cannot write to $out"
cd "$here" || stop "cannot enter $here"

say ""
say "Running the application on Java $legacy_version with the old libraries, and the new ones beside them ..."
# The agent refuses a configuration that other users can change, as in a clone made with umask 0.
private=$(mktemp -d) || stop "cannot create a temporary directory"
trap 'rm -rf "$private"' EXIT
cp understudy.yaml "$private/understudy.yaml" || stop "cannot copy understudy.yaml"
# The class path of the candidate is relative to the configuration.
ln -s "$here/app" "$private/app" || stop "cannot link $here/app"
"$legacy_java" -javaagent:"$agent"="$private/understudy.yaml" \
  -cp "$application:$here/app/target/old/*" com.ferryline.desk.Main ||
  stop "the application ended with an error"

say ""
"$java" -jar "$report" report target/journal --out target/report.html ||
  stop "the report ended with an error"
say "What has changed between the versions: $here/README.md"
