#!/usr/bin/env bash
# Says which build-index to use: where it is to lie, under which key it is cached, and from where it
# is downloaded. Without an address it is compiled.
set -euo pipefail

# GitHub keeps an action in …/_actions/OWNER/REPOSITORY/REF, and tells a composite action nothing
# more reliable about itself.
called=${GITHUB_ACTION_PATH##*/_actions/}
if [ "$called" = "$GITHUB_ACTION_PATH" ]; then called=''; fi
repository=$(cut -d/ -f1-2 <<<"$called")
ref=$(cut -s -d/ -f3- <<<"$called")

case "${VERSION:-$ref}" in
  v[0-9]*.[0-9]*.[0-9]*) version=${VERSION:-$ref} ;;
  '') version='' ;;
  *)
    if [ -n "${VERSION:-}" ]; then
      echo "::error::version is '$VERSION'; write a release of Reading Room, such as v0.1.0"
      exit 1
    fi
    version=''
    ;;
esac

case "${RUNNER_OS:?}-${RUNNER_ARCH:?}" in
  Linux-X64) target=x86_64-unknown-linux-musl ;;
  Linux-ARM64) target=aarch64-unknown-linux-musl ;;
  macOS-X64) target=x86_64-apple-darwin ;;
  macOS-ARM64) target=aarch64-apple-darwin ;;
  Windows-X64) target=x86_64-pc-windows-gnu ;;
  *) target='' ;;
esac

# Of a branch, the source itself says which version it is.
source_sum() {
  cd "$GITHUB_ACTION_PATH"
  find . -name .git -prune -o -name target -prune -o -type f -print0 |
    LC_ALL=C sort -z | xargs -0 cksum | cksum | tr ' ' -
}

if [ -n "$version" ] && [ -n "$repository" ] && [ -n "$target" ]; then
  url="${GITHUB_SERVER_URL:-https://github.com}/$repository/releases/download/$version/build-index-$target.tar.gz"
  what=$version
else
  url=''
  what=$(source_sum)
fi

{
  echo "folder=${RUNNER_TEMP:?}/reading-room"
  echo "key=reading-room-build-index-$RUNNER_OS-$RUNNER_ARCH-$what"
  echo "url=$url"
} >>"$GITHUB_OUTPUT"
