#!/usr/bin/env bash
# The promise of the README on a machine that has nothing: a minbase Debian 12 in a folder, this
# commit cloned into it, and then only the two commands. Needs root, debootstrap and about 6 GB.
#
#   tests/fresh/fresh.sh FOLDER [COMMAND...]      default commands: "scripts/run --tour" "scripts/test"
#
# FOLDER is made when it does not exist and kept afterwards, so that a failure can be looked at.
# Where the network re-signs TLS, the host's extra certificates are passed in.
set -euo pipefail
ROOT=$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)
FRESH=${1:?usage: fresh.sh FOLDER [COMMAND...]}
shift
[ $# -gt 0 ] || set -- "scripts/run --tour" "scripts/test"

[ -e "$FRESH/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$FRESH"
FRESH=$(realpath "$FRESH")

undo() {
    for place in dev/shm dev/pts dev proc; do
        mountpoint -q "$FRESH/$place" && umount -l "$FRESH/$place"
    done
    return 0
}
trap undo EXIT
undo
mount -t proc proc "$FRESH/proc"
mount --rbind /dev "$FRESH/dev"
mount --make-rslave "$FRESH/dev"
mkdir -p "$FRESH/dev/shm"
mountpoint -q "$FRESH/dev/shm" || mount -t tmpfs tmpfs "$FRESH/dev/shm"
cp /etc/resolv.conf /etc/hosts "$FRESH/etc/"

if compgen -G "/usr/local/share/ca-certificates/*.crt" >/dev/null; then
    mkdir -p "$FRESH/usr/local/share/ca-certificates"
    cp /usr/local/share/ca-certificates/*.crt "$FRESH/usr/local/share/ca-certificates/"
    chroot "$FRESH" sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends ca-certificates >/dev/null && update-ca-certificates >/dev/null'
fi

rm -rf "$FRESH/srv/oksp"
git clone -q "$ROOT" "$FRESH/srv/oksp"
rm -rf "$FRESH/srv/oksp/.git/hooks"
for command in "$@"; do
    echo "== $command, on a fresh Debian 12"
    started=$SECONDS
    chroot "$FRESH" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
        bash -c "cd /srv/oksp && $command" </dev/null
    echo "== $command: passed in $((SECONDS - started)) s"
done
