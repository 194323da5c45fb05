#!/usr/bin/env bash
# Loads a running site's pages and prints requests/s, p50 and p99 for each kind. Needs wrk and python3; the site must be on this machine.
# usage: benchmarks/load.sh [ADDRESS] [SECONDS] [CONNECTIONS]
set -euo pipefail
address=${1:-http://127.0.0.1:5080}
seconds=${2:-10}
connections=${3:-16}
case "$address" in http://127.0.0.1:*|http://localhost:*) ;; *) echo "Only a server on this machine is loaded." >&2; exit 2 ;; esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

python3 - "$address" "$folder" <<'PY'
import itertools, json, sys, urllib.request
address, folder = sys.argv[1:]
urls = []
for page in itertools.count(1):
    with urllib.request.urlopen(f"{address}/api/search?type=DisclosureEntry&sort=newest&size=100&page={page}") as answer:
        hits = json.load(answer)["hits"]
    urls += [hit["url"] for hit in hits]
    if len(hits) < 100 or page == 100:
        break
open(f"{folder}/entries.txt", "w").write("\n".join(urls))
PY

cat > "$folder/common.lua" <<LUA
urls = {}
for line in io.lines("$folder/entries.txt") do urls[#urls + 1] = line end
words = { "信息公开", "行政许可", "环境保护", "住房公积金", "教育", "食品安全", "劳动合同", "税", "土地征收", "道路交通", "政府采购", "医疗", "養老", "國家", "安全生产", "招标投标", "知识产权", "水", "消费者权益" }
local n, id = 0, 0
function setup(thread) thread:set("id", id) id = id + 1 end
function next() n = n + 1 return n * 2 + (tonumber(_G.id) or 0) end
function encode(text) return (text:gsub("[^%w]", function(c) return string.format("%%%02X", string.byte(c)) end)) end
-- A day far ahead excludes nothing and makes every address another: the page cache cannot answer.
function day(i) return string.format("%04d-%02d-%02d", 2100 + i % 7900, 1 + math.floor(i / 7900) % 12, 1 + math.floor(i / 94800) % 28) end
LUA
script() { { cat "$folder/common.lua"; echo "function request() local i = next() return wrk.format('GET', $2) end"; } > "$folder/$1.lua"; }
script entry "urls[i % #urls + 1]"
script catalogue "'/catalogue?until=' .. day(i) .. '&page=' .. (1 + i % 20)"
script search "'/search?q=' .. encode(words[i % #words + 1]) .. '&until=' .. day(i)"
script cached "'/catalogue'"

printf '%-32s %12s %12s %12s\n' "$connections connections, $seconds s" "requests/s" p50 p99
for kind in cached entry catalogue search; do
    wrk -t2 -c"$connections" -d"${seconds}s" --latency -s "$folder/$kind.lua" "$address" > "$folder/out"
    awk -v kind="$kind" '$1 == "50%" { p50 = $2 } $1 == "99%" { p99 = $2 } $1 == "Requests/sec:" { rate = $2 } /Non-2xx/ { bad = " (" $0 ")" }
        END { printf "%-32s %12s %12s %12s%s\n", kind, rate, p50, p99, bad }' "$folder/out"
done
