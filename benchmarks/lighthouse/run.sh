#!/bin/bash
# Lighthouse over the public page types of a running site: median of RUNS runs, phone profile.
# Needs Node.js and Chromium. Usage: benchmarks/lighthouse/run.sh http://127.0.0.1:5080 [RUNS]; PAGES="/ /guide" looks at these alone.
# The site needs its address (Site:BaseUrl) for canonical links; the page is asked for in Chinese, else the browser's wish would be met under an address that is not the English page's own.
# KB is what went over the wire, pictures included; shift is the layout shift.
set -euo pipefail
site=${1:?the address of a running site}
runs=${2:-5}
here=$(cd "$(dirname "$0")" && pwd)
work=${LIGHTHOUSE_FOLDER:-$(mktemp -d)}
[ -x "$work/node_modules/.bin/lighthouse" ] || npm install --prefix "$work" --no-audit --no-fund lighthouse@12 > "$work/npm.log"
export CHROME_PATH=${CHROME_PATH:-$(command -v chromium || command -v google-chrome)}
first() { curl -fsS -G "$site/api/search" --data-urlencode "$1" --data-urlencode "${2:-size=1}" | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).hits[0].url'; }
interpretation=$(first type=PolicyInterpretation)
issue=$(first type=QaIssue)
pages=(/ /catalogue /catalogue/issuers /catalogue/standards /interpretations "${interpretation%/*}" "$interpretation" /questions "${issue%/*}" "$issue" "/search?q=%E6%94%BF%E5%BA%9C"
  /guide /rules /api "$(first type=DisclosureEntry)" "$(first type=DisclosureEntry validity=废止)" "$(first type=DisclosureEntry q=年度报告)")
[ -z "${PAGES:-}" ] || read -ra pages <<< "$PAGES"
printf '%-44s %12s %14s %15s %4s %6s %6s\n' page performance accessibility best-practices seo KB shift
for page in "${pages[@]}"; do
  rm -f "$work"/run-*.json
  for run in $(seq "$runs"); do
    # Once more when the browser could not be reached; a second failure is told.
    for try in 1 2; do
      "$work/node_modules/.bin/lighthouse" "$site$page" --quiet --output=json --output-path="$work/run-$run.json" \
        --chrome-flags="--headless=new --no-sandbox" --extra-headers='{"Accept-Language":"zh-CN"}' --only-categories=performance,accessibility,best-practices,seo 2> "$work/lighthouse.log" && break
      [ "$try" -eq 1 ] || { cat "$work/lighthouse.log" >&2; exit 1; }
    done
  done
  node "$here/median.mjs" "$page" "$work"/run-*.json
done
