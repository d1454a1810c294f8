#!/usr/bin/env bash
# A real OpenSearch for tests: one node, or several that form a cluster, on free ports of the loopback address.
#
#   url=$(scripts/opensearch.sh start)     # one node; prints its URL
#   urls=$(scripts/opensearch.sh start 3)  # three; prints their URLs, separated by commas
#   scripts/opensearch.sh kill 2           # ends the second node at once, as a power cut would
#   scripts/opensearch.sh revive 2         # starts it again with the data it had
#   scripts/opensearch.sh restart 2        # ends it in order, starts it again, and waits until all copies are level
#   scripts/opensearch.sh stop             # ends all nodes and removes their data
#
# The distribution comes from Maven Central once, into the cache; nodes and data live in a throw-away folder.
# OpenSearch refuses to run as root, so for root it runs as `nobody`.
#
#   LISAN_OPENSEARCH_VERSION  release, default 3.4.0
#   LISAN_OPENSEARCH_STATE    throw-away folder, default /tmp/lisan-opensearch; a second cluster needs another one
#   LISAN_OPENSEARCH_HEAP     heap of each node, default 512m
#   LISAN_OPENSEARCH_JAVA     options of Java; by default those for a test of minutes: quick compiler, one collecting thread
#   LISAN_CACHE               cache, default $XDG_CACHE_HOME/lisan or ~/.cache/lisan
#   LISAN_MAVEN               base URL of Maven Central, default https://repo1.maven.org/maven2
#   OPENSEARCH_JAVA_HOME      Java 21 or newer, default JAVA_HOME, java on PATH or the newest in /usr/lib/jvm
set -euo pipefail

version=${LISAN_OPENSEARCH_VERSION:-3.4.0}
state=${LISAN_OPENSEARCH_STATE:-${TMPDIR:-/tmp}/lisan-opensearch}
heap=${LISAN_OPENSEARCH_HEAP:-512m}
java_options=${LISAN_OPENSEARCH_JAVA:--XX:+UseSerialGC -XX:TieredStopAtLevel=1}
cache=${LISAN_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/lisan}
maven=${LISAN_MAVEN:-https://repo1.maven.org/maven2}
least_java=21
start_seconds=280
pid_seconds=120
stop_seconds=30
# Known archives; of another release only the checksum that lies beside it is checked.
declare -A sha256=([3.4.0]=6540e95fe8bfaedc3eb1c58e829912ea2203af2ac1f88f76411c20a2fc5254a6)
home=$state/opensearch-$version

fail() {
  printf 'opensearch.sh: %s\n' "$*" >&2
  exit 1
}

# Major version of the Java in a folder; 0 where there is none.
java_major() {
  local release
  [ -x "$1/bin/java" ] || { echo 0; return; }
  release=$("$1/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
  echo "${release:-0}"
}

find_java() {
  local candidate path
  path=$(command -v java || true)
  [ -z "$path" ] || path=$(dirname "$(dirname "$(readlink -f "$path")")")
  while read -r candidate; do
    if [ -n "$candidate" ] && [ "$(java_major "$candidate")" -ge "$least_java" ]; then
      echo "$candidate"
      return
    fi
  done < <(
    printf '%s\n' "${OPENSEARCH_JAVA_HOME:-}" "${JAVA_HOME:-}" "$path"
    # The newest first: the number in the folder's name.
    for candidate in /usr/lib/jvm/*; do
      echo "$(basename "$candidate" | grep -o '[0-9]*' | head -n 1) $candidate"
    done | sort -rn | cut -d ' ' -f 2-
  )
  fail "no Java $least_java or newer: set OPENSEARCH_JAVA_HOME"
}

# Prints the path of the archive, which is downloaded where the cache lacks it.
archive() {
  local file=$cache/opensearch-$version.zip
  local url=$maven/org/opensearch/distribution/integ-test-zip/opensearch/$version/opensearch-$version.zip
  if [ ! -f "$file" ]; then
    mkdir -p "$cache"
    echo "opensearch.sh: downloading OpenSearch $version (130 MB)" >&2
    curl -fsSL --retry 3 --max-time 1200 -o "$file.part.$$" "$url" || fail "no download from $url: set LISAN_MAVEN"
    if [ -n "${sha256[$version]:-}" ]; then
      echo "${sha256[$version]}  $file.part.$$" | sha256sum --quiet -c - >&2 || fail "$url is not what it was"
    else
      echo "$(curl -fsSL "$url.sha1")  $file.part.$$" | sha1sum --quiet -c - >&2 || fail "$url arrived broken"
    fi
    mv "$file.part.$$" "$file"
  fi
  echo "$file"
}

unpack() {
  if command -v unzip >/dev/null; then
    unzip -q "$1" -d "$2"
  else
    (cd "$2" && "$java/bin/jar" xf "$1" && chmod +x "opensearch-$version"/bin/*)
  fi
}

# Runs a command as somebody OpenSearch accepts.
unprivileged() {
  if [ "$(id -u)" -ne 0 ]; then
    "$@"
  elif command -v setpriv >/dev/null; then
    setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups "$@"
  else
    runuser -u nobody -- "$@"
  fi
}

free_ports() {
  node -e '
    const { createServer } = require("node:net");
    const servers = Array.from({ length: Number(process.argv[1]) }, () => createServer());
    const listening = servers.map((s) => new Promise((done) => s.listen(0, "127.0.0.1", done)));
    Promise.all(listening).then(() => {
      console.log(servers.map((s) => s.address().port).join(" "));
      for (const s of servers) s.close();
    });' "$1"
}

# Process of node K where it runs; a number that another program has by now is not taken for ours.
pid_of() {
  local pid
  pid=$(cat "$state/node-$1/pid" 2>/dev/null) || return 1
  grep -qaF "$state/" "/proc/$pid/cmdline" 2>/dev/null || return 1
  echo "$pid"
}

launch() {
  local node=$state/node-$1 waited
  rm -f "$node/pid"
  # What the program says before its log is open goes to `out`.
  (
    cd "$state"
    export OPENSEARCH_JAVA_HOME=$java OPENSEARCH_PATH_CONF=$node/config OPENSEARCH_TMPDIR=$node/tmp
    export OPENSEARCH_JAVA_OPTS="-Xms$heap -Xmx$heap $java_options" HOME=$state
    unprivileged "$home/bin/opensearch" -d -p "$node/pid" >"$node/out" 2>&1 </dev/null
  ) || complain "$1"
  for ((waited = 0; waited < pid_seconds * 10; waited++)); do
    [ ! -s "$node/pid" ] || return 0
    sleep 0.1
  done
  complain "$1"
}

complain() {
  tail -n 40 "$state/node-$1/out" "$state/node-$1"/logs/*.log >&2 2>/dev/null || true
  fail "node $1 does not run; see above"
}

# Waits until node K answers and sees COUNT nodes, and until what else is asked of the cluster's health holds.
await() {
  local health waited
  health=$(cat "$state/node-$1/url")/_cluster/health?wait_for_nodes=$2\&timeout=5s${3:+&$3}
  for ((waited = 0; waited < start_seconds; waited++)); do
    curl -fsS --max-time 10 "$health" >/dev/null 2>&1 && return
    pid_of "$1" >/dev/null || complain "$1"
    sleep 1
  done
  complain "$1"
}

count_nodes() {
  find "$state" -maxdepth 1 -name 'node-*' | wc -l
}

start() {
  local count=${1:-1} zip http transport names='' seeds='' k
  [[ $count =~ ^[1-9]$ ]] || fail "start takes a number of nodes from 1 to 9"
  [ ! -e "$state" ] || fail "$state is there already: \`scripts/opensearch.sh stop\` ends what runs in it"
  zip=$(archive)
  mkdir -p "$state"
  chmod 755 "$state"
  touch "$state/made-by-lisan"
  unpack "$zip" "$state"
  read -r -a http < <(free_ports $((count * 2)))
  transport=("${http[@]:count}")
  for ((k = 1; k <= count; k++)); do
    names+="${names:+, }node-$k"
    seeds+="${seeds:+, }127.0.0.1:${transport[k - 1]}"
  done
  for ((k = 1; k <= count; k++)); do
    mkdir -p "$state/node-$k"/{data,logs,tmp}
    cp -r "$home/config" "$state/node-$k/config"
    # The collector is one of the options.
    sed -i '/G1/d;/InitiatingHeapOccupancyPercent/d' "$state/node-$k/config/jvm.options"
    echo "http://127.0.0.1:${http[k - 1]}" >"$state/node-$k/url"
    cat >"$state/node-$k/config/opensearch.yml" <<END
cluster.name: lisan-$$
node.name: node-$k
path.data: $state/node-$k/data
path.logs: $state/node-$k/logs
network.host: 127.0.0.1
http.port: ${http[k - 1]}
transport.port: ${transport[k - 1]}
discovery.seed_hosts: [$seeds]
cluster.initial_cluster_manager_nodes: [$names]
# A nearly full disk of a test machine is no reason to refuse.
cluster.routing.allocation.disk.threshold_enabled: false
END
  done
  [ "$(id -u)" -ne 0 ] || chown -R nobody: "$state"
  for ((k = 1; k <= count; k++)); do launch "$k"; done
  for ((k = 1; k <= count; k++)); do await "$k" "$count"; done
  # In order of the nodes.
  for ((k = 1; k <= count; k++)); do cat "$state/node-$k/url"; done | paste -sd ,
}

# Whether a process has ended; one that nobody has waited for yet counts as ended.
has_ended() {
  [ ! -d "/proc/$1" ] || grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

kill_and_wait() {
  kill -KILL "$1" 2>/dev/null || true
  while ! has_ended "$1"; do sleep 0.1; done
}

end_node() {
  local pid
  pid=$(pid_of "$1") || fail "node $1 does not run"
  kill_and_wait "$pid"
}

# Ends node K as an operator does; at once where it takes too long. It writes into its folder to its end, which is after it
# has removed the file with its number.
end_gently() {
  local pid waited
  pid=$(pid_of "$1") || return 0
  kill -TERM "$pid"
  for ((waited = 0; waited < stop_seconds * 10; waited++)); do
    ! has_ended "$pid" || return 0
    sleep 0.1
  done
  kill_and_wait "$pid"
}

stop() {
  local node
  [ -e "$state" ] || return 0
  [ -e "$state/made-by-lisan" ] || fail "$state was not made by this script"
  for node in "$state"/node-*; do end_gently "${node##*-}"; done
  rm -rf "$state"
}

case ${1:-} in
  start)
    java=$(find_java)
    start "${2:-1}"
    ;;
  kill) end_node "${2:?which node?}" ;;
  revive)
    java=$(find_java)
    launch "${2:?which node?}"
    await "$2" "$(count_nodes)"
    ;;
  restart)
    java=$(find_java)
    end_gently "${2:?which node?}"
    launch "$2"
    # The next one may be ended when no copy is missing any more.
    await "$2" "$(count_nodes)" wait_for_status=green
    ;;
  stop) stop ;;
  *)
    sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//;p}' "$0" >&2
    exit 2
    ;;
esac
