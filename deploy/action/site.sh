#!/usr/bin/env bash
# Checks the posts of ARCHIVE, writes the site to OUT, and tells the page of the job what came of it.
set -euo pipefail

build_index=$FOLDER/build-index
told=$(mktemp -d)
went_well=true

fingerprint() {
  [ -d "$OUT" ] || return 0
  (cd "$OUT" && find . -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum)
}

check() {
  set --
  if [ -n "$FAIL_ON" ]; then set -- "$@" --fail-on "$FAIL_ON"; fi
  if [ -n "$MAX_FAULTS" ]; then set -- "$@" --max-faults "$MAX_FAULTS"; fi
  "$build_index" check "$ARCHIVE" --json "$@" >"$told/findings.json"
}

write_site() {
  local url=${BASE_URL:-$PAGES_URL}
  set -- "$ARCHIVE" --out "$OUT" --report "$told/report.json"
  if [ -n "$url" ]; then set -- "$@" --base-url "$url"; fi
  if [ "$STRICT" = true ]; then set -- "$@" --strict; fi
  "$build_index" site "$@"
}

before=$(fingerprint)
check || went_well=false
if [ "$went_well" = true ]; then write_site || went_well=false; fi

set --
if [ -s "$told/report.json" ]; then set -- "$@" --report "$told/report.json"; fi
if [ -s "$told/findings.json" ]; then set -- "$@" --findings "$told/findings.json"; fi
"$build_index" summary "$OUT" "$@" >>"$GITHUB_STEP_SUMMARY"
"$build_index" summary "$OUT" "$@" --values >>"$GITHUB_OUTPUT"
if [ "$went_well" = false ]; then
  echo "::error::nothing was published; what is the matter is said above and on the page of this job"
  exit 1
fi

changed=true
if [ "$before" = "$(fingerprint)" ]; then changed=false; fi
publish=$changed
# Whoever pushes, or starts it by hand, means it; the hour alone does not.
if [ "$EVENT" != schedule ]; then publish=true; fi
printf '%s\n' "changed=$changed" "publish=$publish" >>"$GITHUB_OUTPUT"
