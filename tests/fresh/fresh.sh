#!/usr/bin/env bash
# The promise of the README on a machine that has nothing: a minbase Debian 12 in a folder, this
# commit cloned into it, and then only the two commands. Needs root, debootstrap and about 6 GB.
#
#   tests/fresh/fresh.sh FOLDER [COMMAND...]      default commands: "scripts/run --tour" "scripts/test"
#
# FOLDER is made when it does not exist and kept afterwards, so that a failure can be looked at.
# Where the network re-signs TLS, the host's extra certificates are passed in.
set -euo pipefail
FRESH=${1:?usage: fresh.sh FOLDER [COMMAND...]}

# All mounts live in a mount namespace of this script's own. They end with its last process,
# however that ends: a FOLDER thrown away later never leads into the machine's own devices.
if [ "${OKSP_FRESH_APART:-}" != yes ]; then
    exec env OKSP_FRESH_APART=yes unshare --mount --propagation private "${BASH_SOURCE[0]}" "$@"
fi
ROOT=$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)
shift
[ $# -gt 0 ] || set -- "scripts/run --tour" "scripts/test"

FRESH=$(realpath "$FRESH")
if grep -qF " $FRESH/" /proc/self/mounts; then
    echo "fresh.sh: something is still mounted in $FRESH: unmount that first" >&2
    exit 1
fi
[ -e "$FRESH/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$FRESH"

# Its own devices, never the machine's: those that a program may expect anywhere.
mount -t proc proc "$FRESH/proc"
mount -t tmpfs -o mode=755 tmpfs "$FRESH/dev"
while read -r name major minor; do
    mknod -m 666 "$FRESH/dev/$name" c "$major" "$minor"
done <<'END'
null 1 3
zero 1 5
full 1 7
random 1 8
urandom 1 9
tty 5 0
END
mkdir "$FRESH/dev/pts" "$FRESH/dev/shm"
mount -t devpts -o newinstance,ptmxmode=666 devpts "$FRESH/dev/pts"
mount -t tmpfs tmpfs "$FRESH/dev/shm"
ln -s pts/ptmx "$FRESH/dev/ptmx"
ln -s /proc/self/fd "$FRESH/dev/fd"
for name in stdin:0 stdout:1 stderr:2; do
    ln -s "/proc/self/fd/${name#*:}" "$FRESH/dev/${name%:*}"
done
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
