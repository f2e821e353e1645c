# lib.sh - what scripts/run and scripts/test share: progress, packages, building.
# Sourced, never run. Every failure says what to do next.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
ROOT=$PWD
export LC_ALL=C.UTF-8

PACKAGES_BUILD="gcc libc6-dev cmake ninja-build pkg-config git ca-certificates python3
  libsdl2-dev libsdl2-ttf-dev libsdl2-image-dev libsqlite3-dev libsodium-dev libicu-dev
  libqrencode-dev libjansson-dev libinih-dev libmicrohttpd-dev libcurl4-openssl-dev libssl-dev
  libyaml-dev libmd4c-dev libhunspell-dev hunspell-nl libcmocka-dev"
PACKAGES_RUN="nodejs xvfb xauth x11-utils xdotool imagemagick tesseract-ocr tesseract-ocr-nld
  tesseract-ocr-ara chromium npm"
PACKAGES_TEST="strace gdb clang clang-format nginx-light openssl minisign zbar-tools faketime procps
  util-linux sqlite3 curl librsvg2-bin"

step() { printf '\n== %s\n' "$*"; }
fail() { printf '\nfailed: %s\n' "$*" >&2; exit 1; }

# as_root COMMAND...: run as root, through sudo when we are not.
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "packages are missing and this is neither root nor sudo: run as root once"
    fi
}

# install_packages NAME...: apt-get whatever is not there yet.
install_packages() {
    local missing=() name
    for name in "$@"; do
        # Node may be there from elsewhere, and then Debian's npm does not go with it.
        [ "$name" != nodejs ] || ! command -v node >/dev/null || continue
        [ "$name" != npm ] || ! command -v npm >/dev/null || continue
        dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null | grep -qx installed || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "these packages are missing: ${missing[*]} (only Debian is automated)"
    step "installing ${#missing[@]} packages: ${missing[*]}"
    as_root apt-get update -qq || fail "apt-get update: is there a network, and are the package sources right?"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${missing[@]}" >/dev/null || fail "apt-get install ${missing[*]}"
}

# build PRESET [TARGET...]: configure and compile; the compiler's words only when it fails.
build() {
    local preset=$1 log; shift
    mkdir -p build
    log=build/$preset.log
    step "building $preset (log: $log)"
    cmake --preset "$preset" >"$log" 2>&1 || { tail -n 30 "$log"; fail "cmake --preset $preset"; }
    cmake --build --preset "$preset" ${1:+--target "$@"} >>"$log" 2>&1 ||
        { grep -nE 'error|FAILED|warning' "$log" | tail -n 40; fail "the build of $preset, see $log"; }
}

# node_tools: the page's test tools, exactly as the lock file says.
node_tools() {
    local folder=tests/inbox
    [ -e "$folder/node_modules/.installed" ] && [ ! "$folder/package-lock.json" -nt "$folder/node_modules/.installed" ] && return 0
    step "installing the browser test tools (npm ci)"
    if [ -e /etc/ssl/certs/ca-certificates.crt ]; then
        export NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt
    fi
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) || fail "npm ci in $folder: is the npm registry reachable?"
    touch "$folder/node_modules/.installed"
}
