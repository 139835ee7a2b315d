#!/usr/bin/env bash
# Submits a Bell program, waits for its end and prints the histogram. Needs bash and curl 7.76.
#   BASE_URL=https://<app>.azurewebsites.net/api FUNCTION_KEY=... ./submit.sh
set -euo pipefail
cd "$(dirname "$0")"
base=${BASE_URL:-http://127.0.0.1:7071/api}

api() {
  curl --silent --show-error --fail-with-body --header "x-functions-key: ${FUNCTION_KEY:-}" "$@"
}

job=$(api "$base/jobs" --header 'Content-Type: application/json' --data @submission.json) || { echo "$job" >&2; exit 1; }
[[ $job =~ \"id\":\"([^\"]+)\" ]] && id=${BASH_REMATCH[1]}
echo "job $id"

status=QUEUED
until [[ $status =~ ^(COMPLETED|FAILED|CANCELLED)$ ]]; do
  job=$(api "$base/jobs/$id?wait=30")
  [[ $job =~ \"status\":\"([^\"]+)\" ]] && status=${BASH_REMATCH[1]}
done
[[ $status == COMPLETED ]] || { echo "$job" >&2; exit 1; }

api "$base/jobs/$id/result?format=csv" | tr -d '\r' | while IFS=, read -r outcome count share; do
  printf '%-10s %6s  %s\n' "$outcome" "$count" "$share"
done
