-- Requests the addresses of a file in turn, and prints what came of it as one line of JSON.
-- DAY in an address becomes a day far ahead, another one each time: it excludes nothing and keeps the page cache from answering.
local ffi = require("ffi")
ffi.cdef[[
typedef struct { long seconds; long nanoseconds; } moment;
int clock_gettime(int clock, moment *now);
int getpid();
int kill(int process, int signal);
]]
local monotonic, interrupt = 1, 2
local threads = {}

function setup(thread)
  thread:set("id", #threads)
  table.insert(threads, thread)
end

function init(args)
  paths = {}
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
  count, limit, offset = tonumber(args[2]), tonumber(args[3]), tonumber(args[4])
  asked, first, last = 0, 0, 0
end

local function now()
  local m = ffi.new("moment")
  ffi.C.clock_gettime(monotonic, m)
  return tonumber(m.seconds) + tonumber(m.nanoseconds) / 1e9
end

local function day(i)
  return string.format("%04d-%02d-%02d", 2100 + i % 7900, 1 + math.floor(i / 7900) % 12, 1 + math.floor(i / 94800) % 28)
end

function request()
  local i = asked * count + id
  asked = asked + 1
  if limit > 0 then
    -- The first request is made before the load begins, to see whether it can be.
    if asked == 2 then first = now() end
    if asked == limit then
      last = now()
      -- Ends the time that wrk would wait for.
      ffi.C.kill(ffi.C.getpid(), interrupt)
    end
  end
  local path = paths[i % #paths + 1]
  if path:find("DAY", 1, true) then path = path:gsub("DAY", day(i + offset)) end
  return wrk.format("GET", path)
end

function done(summary, latency, requests)
  local finished, seconds = summary.requests, summary.duration / 1e6
  local last = threads[1]:get("last")
  if last > 0 then finished, seconds = threads[1]:get("limit"), last - threads[1]:get("first") end
  local errors = summary.errors
  io.write(string.format('{"Finished":%d,"Seconds":%.6f,"P50":%.3f,"P99":%.3f,"Errors":%d}\n', finished, seconds,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000, errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
