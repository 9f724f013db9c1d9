#!/usr/bin/env bash
# Puts build-index into FOLDER: as it was cached, else from the release at RELEASE_URL if its sum is
# right, else compiled from this source.
set -euo pipefail

fail() {
  echo "::error::$1"
  exit 1
}

fetch() {
  curl --fail --silent --show-error --location --retry 3 --proto '=https' --output "$FOLDER/$2" "$1"
}

sum_is_right() (
  cd "$FOLDER"
  if command -v sha256sum >/dev/null; then sha256sum --check "$1"; else shasum -a 256 --check "$1"; fi
)

download() {
  local packed=${RELEASE_URL##*/}
  fetch "$RELEASE_URL" "$packed" || return 1
  fetch "$RELEASE_URL.sha256" "$packed.sha256" || return 1
  # What is not as it was released is no reason to compile instead: somebody should look.
  sum_is_right "$packed.sha256" || fail "$RELEASE_URL does not have the sum that is published beside it"
  tar -xzf "$FOLDER/$packed" -C "$FOLDER"
}

compile() {
  command -v cargo >/dev/null ||
    fail "there is no release to download and no cargo to compile with; name a release as 'version', or install Rust in a step before (https://rustup.rs)"
  (cd "$GITHUB_ACTION_PATH" && cargo xtask dist && cp target/dist/build-index* "$FOLDER/")
}

mkdir -p "$FOLDER"
if "$FOLDER/build-index" --version 2>/dev/null; then exit 0; fi
if [ -z "$RELEASE_URL" ]; then
  compile
elif ! download; then
  # The source is not of the version that was named.
  [ -z "$VERSION" ] || fail "$RELEASE_URL could not be downloaded; is there such a release?"
  echo "::warning::$RELEASE_URL could not be downloaded; build-index is compiled instead, which takes some minutes"
  compile
fi
"$FOLDER/build-index" --version
