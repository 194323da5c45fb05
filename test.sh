#!/usr/bin/env bash
# Runs every test of the solution. The last line says what came of it: "N passed, N failed".
# Needs the .NET SDK. The tests in a real browser need Chromium and a Chinese font, those of the storage the programs of a PostgreSQL
# server, which they start themselves: installed here on Debian and Ubuntu, named elsewhere.
set -uo pipefail
cd "$(dirname "$0")" || exit 1
exec </dev/null
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDTERMINALLOGGER=off MSBUILDDISABLENODEREUSE=1
# The vulnerability audit asks the network; whether the tests pass does not depend on what it answers.
export NuGetAudit=false

finish() { # finish PASSED FAILED SKIPPED
  if [ "$3" -gt 0 ]; then echo "$1 passed, $2 failed, $3 skipped"; else echo "$1 passed, $2 failed"; fi
  [ "$2" -eq 0 ] && { [ "$3" -eq 0 ] || [ -z "${CI:-}" ]; }
  exit
}

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }
has_browser() { [ -x /usr/bin/chromium ] || [ -x /usr/bin/chromium-browser ] || [ -x /snap/bin/chromium ] || [ -x /usr/bin/google-chrome ]; }
has_font() { compgen -G '/usr/share/fonts/*/*/*CJK*' >/dev/null || { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn)" ]; }; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || [ -x /usr/local/pgsql/bin/initdb ]; }

install_missing() {
  local wanted=() id=""
  [ -r /etc/os-release ] && id=$(. /etc/os-release && echo "$ID")
  has_browser || { if [ "$id" = ubuntu ]; then wanted+=(chromium-browser); else wanted+=(chromium); fi; }
  has_font || wanted+=(fonts-noto-cjk)
  has_postgres || wanted+=(postgresql)
  [ ${#wanted[@]} -eq 0 ] && return

  if command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }; then
    echo "Installing ${wanted[*]}"
    as_root apt-get update -qq >/dev/null
    # The tests make clusters of their own: the package need not make one, nor start it.
    has_postgres || { as_root mkdir -p /etc/postgresql-common/createcluster.d && echo "create_main_cluster = false" | as_root tee /etc/postgresql-common/createcluster.d/gongkai-tests.conf >/dev/null; }
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
  fi
  has_browser || echo "Missing: Chromium (/usr/bin/chromium). The tests in a browser will fail without it."
  has_postgres || echo "Missing: the programs of a PostgreSQL server (Debian: postgresql). The tests of the storage on it will fail without them."
  has_font || echo "Missing: a font with Chinese characters (Debian: fonts-noto-cjk)."
}

if ! command -v dotnet >/dev/null; then
  echo "Missing: the .NET SDK, version $(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' global.json) or a later one of its major version."
  finish 0 1 0
fi
install_missing

if ! dotnet build OrchardSite.sln --verbosity quiet; then
  echo "The build failed: no test ran."
  finish 0 1 0
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
# Each project writes into a folder of its own (tests/Directory.Build.props).
dotnet test OrchardSite.sln --no-build --verbosity quiet --logger trx --logger "console;verbosity=minimal" -p:TestResultsRoot="$results"
code=$?

passed=0 failed=0 skipped=0
number() { sed -n "s/.*<Counters.* $2=\"\([0-9]*\)\".*/\1/p" "$1" | head -n 1; }
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  file=$(compgen -G "$results/$name/*.trx" | head -n 1)
  if [ -z "$file" ]; then
    # A project without any test leaves no result and no complaint.
    if grep -rqE '\[(Fact|Theory)' --include='*.cs' "tests/$name"; then echo "$name left no result."; failed=$((failed + 1)); fi
    continue
  fi

  lost=$(($(number "$file" failed) + $(number "$file" error) + $(number "$file" timeout) + $(number "$file" aborted)))
  if [ "$lost" -eq 0 ] && ! grep -q '<ResultSummary outcome="Completed"' "$file"; then echo "$name did not run to its end."; lost=1; fi
  passed=$((passed + $(number "$file" passed)))
  failed=$((failed + lost))
  skipped=$((skipped + $(number "$file" total) - $(number "$file" executed)))
done

if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then echo "dotnet test failed with code $code."; failed=1; fi
if [ "$passed" -eq 0 ] && [ "$failed" -eq 0 ]; then echo "No test ran."; failed=1; fi
finish "$passed" "$failed" "$skipped"
