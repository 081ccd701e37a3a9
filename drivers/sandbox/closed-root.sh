#!/bin/sh
# Usage: closed-root.sh PATH… -- PROGRAM [ARGUMENT…]
# Runs as the mapped root of fresh user, mount, PID, network and IPC namespaces. Builds a root that holds nothing but
# the system's programs and the PATHs, all read-only, and enters it. What PROGRAM cannot name it cannot read, and
# nothing at all can be written, removed or renamed. The caller drops the capabilities (setpriv) as PROGRAM.
set -eu

root=/mnt
mount -t tmpfs -o mode=0755,nosuid,nodev,noexec,size=64k,nr_inodes=512 none "$root"

show() {
  if [ -d "$1" ]; then
    mkdir -p "$root$1"
  else
    mkdir -p "$root${1%/*}"
    : >"$root$1"
  fi
  # Of its own processes only, where the host permits it.
  if [ "$1" = /proc ] && mount -t proc -o ro,nosuid,nodev,noexec none "$root/proc" 2>/dev/null; then
    return
  fi
  mount --rbind "$1" "$root$1"
  mount -o remount,bind,ro "$root$1"
}

# Debian 12 and 13 have /bin, /lib and /lib64 as links into /usr; elsewhere they are directories.
show /usr
for directory in /bin /lib /lib64; do
  if [ -L "$directory" ]; then
    ln -s "$(readlink "$directory")" "$root$directory"
  elif [ -d "$directory" ]; then
    show "$directory"
  fi
done

while [ "$1" != -- ]; do
  show "$1"
  shift
done
shift

mkdir "$root/dev"
: >"$root/dev/null"
mount --bind /dev/null "$root/dev/null"
mount -o remount,bind,ro "$root"

exec chroot "$root" "$@"
