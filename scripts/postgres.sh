#!/usr/bin/env bash
# A PostgreSQL cluster of our own for tests, in a temporary folder: `start` (also when it runs already) prints its URL,
# `url` prints it, `database` makes a fresh database and prints its URL, `stop` ends it and removes its files. Several
# processes may call it at once.
set -euo pipefail

folder="${STAGECRAFT_TEST_POSTGRES:-${TMPDIR:-/tmp}/stagecraft-postgres-$(id -u)}"
data="$folder/data"
# Tests need not survive a power cut; STAGECRAFT_POSTGRES_SETTINGS for others.
hasty="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"

# The folder that holds PostgreSQL's programs; nothing if there is none.
programs() {
  local bin
  for bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) /usr/local/bin /opt/homebrew/bin; do
    if [ -x "$bin/initdb" ] && [ -x "$bin/postgres" ]; then
      echo "$bin"
      return
    fi
  done
  ! command -v initdb >/dev/null || dirname "$(command -v initdb)"
}

install_programs() {
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "PostgreSQL is missing: install it (Debian package 'postgresql') and run again." >&2
    exit 1
  fi
  { apt-get update -qq; DEBIAN_FRONTEND=noninteractive apt-get install -y -qq postgresql; } >/dev/null
}

# PostgreSQL refuses to run as root.
as_owner() {
  if [ "$(id -u)" != 0 ]; then
    "$@"
  else
    (cd / && runuser -u "$owner" -- "$@")
  fi
}

# Runs a command that goes on by itself, without what the caller has open: it would keep a lock or a pipe of theirs for good.
by_itself() {
  (
    for open in /dev/fd/*; do
      [ "${open##*/}" -le 2 ] || eval "exec ${open##*/}>&-"
    done
    "$@"
  ) </dev/null
}

running() { [ -s "$folder/url" ] && as_owner "$bin/pg_ctl" status -D "$data" >/dev/null 2>&1; }

free_port() {
  local port
  for _ in $(seq 50); do
    port=$((20000 + RANDOM % 30000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
  echo "There is no free port." >&2
  exit 1
}

make_cluster() {
  rm -rf "$data" "$folder/url"
  mkdir -p "$data"
  [ "$(id -u)" != 0 ] || chown "$owner" "$folder" "$data"
  chmod 700 "$data"
  as_owner "$bin/initdb" -D "$data" -U stagecraft -A trust -E UTF8 --locale=C --no-sync >/dev/null
}

start() {
  running && return
  make_cluster
  local port settings
  for _ in 1 2 3; do
    port="$(free_port)"
    settings="-p $port -k $folder -h 127.0.0.1 -c max_connections=400 ${STAGECRAFT_POSTGRES_SETTINGS:-$hasty}"
    if by_itself as_owner "$bin/pg_ctl" start -D "$data" -l "$folder/log" -w -o "$settings" >/dev/null 2>&1; then
      echo "postgres://stagecraft@127.0.0.1:$port/postgres" >"$folder/url"
      return
    fi
  done
  tail -n 20 "$folder/log" >&2
  exit 1
}

stop() {
  ! running || as_owner "$bin/pg_ctl" stop -D "$data" -m immediate >/dev/null
  rm -rf "$data" "$folder/url" "$folder/log"
}

database() {
  local name="t_$(date +%s%N)_$$" url
  url="$(cat "$folder/url")"
  "$bin/psql" "$url" -qXc "CREATE DATABASE $name" 9>&-
  echo "${url%/*}/$name"
}

mkdir -p "$folder"
exec 9>"$folder/lock"
flock 9

bin="$(programs)"
if [ -z "$bin" ]; then
  install_programs
  bin="$(programs)"
fi
owner=postgres
id "$owner" >/dev/null 2>&1 || owner=nobody

case "${1:-}" in
  start) start; cat "$folder/url" ;;
  database) start; database ;;
  url) cat "$folder/url" ;;
  stop) stop ;;
  *) echo "usage: $0 start|database|url|stop" >&2; exit 2 ;;
esac
