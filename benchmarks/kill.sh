#!/usr/bin/env bash
# Kills the program in the middle of imports, publications and rebuilds of the index, on SQLite and PostgreSQL, and looks at what is left.
# The last line: "N rounds, N lost, N half". Needs the .NET SDK and the programs of a PostgreSQL server (see test.sh).
# usage: benchmarks/kill.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-100}
[[ $rounds =~ ^[1-9][0-9]*$ ]] || { echo "usage: benchmarks/kill.sh [ROUNDS]" >&2; exit 2; }
project=tests/OrchardSite.Tests
NuGetAudit=false dotnet build "$project" --verbosity quiet >/dev/null
exec dotnet exec "$(find "$project/bin/Debug" -name OrchardSite.Tests.dll -not -path '*/ref*' | head -n 1)" kill "$rounds"
