#!/bin/sh
# Test the set-up on a bare Debian that has only python3, created for this run.
#   sh packaging/bare-root.sh try [ARGUMENTS]      packaging/try.sh in it; its pictures are copied to pictures/
#   sh packaging/bare-root.sh test [ARGUMENTS]     packaging/test.sh in it
#   sh packaging/bare-root.sh COMMAND [ARGUMENTS]  any command, in the project's folder
#   sh packaging/bare-root.sh --check              no root: only whether this machine can make it
# DEBIAN: the root's release, 12 (default) or 13; this machine's may be the other one.
# BARE_ROOT_INCLUDE: packages in addition to the bare system's (default: python3). BARE_ROOT_WITH: an untracked folder
# of the project to copy. The command's files in dist/ are copied back to the project.
# Needs root, debootstrap, and about 3 GB below TMPDIR. Only the calling machine's access to its registries (apt's
# sources and Acquire settings, pip's configuration, proxies, local certificates, DNS) is copied into the root.
set -eu

say() { printf 'bare-root: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
case ${DEBIAN:=12} in
  12) SUITE=bookworm ;;
  13) SUITE=trixie ;;
  *) fail "DEBIAN is '$DEBIAN': set it to 12 or 13" ;;
esac
project=$(cd "$(dirname "$0")/.." && pwd -P)

pip_files() { # the possible places of pip's configuration
  printf '%s\n' /etc/pip.conf /etc/xdg/pip/* "${PIP_CONFIG_FILE:-}" "${XDG_CONFIG_HOME:-$HOME/.config}"/pip/* "$HOME/.pip/pip.conf"
}

registry_environment() { # NAME=VALUE of the variables that pip and apt use
  env | grep -E '^(PIP_[A-Z_]+|(https?|no|all|HTTPS?|NO|ALL)_(proxy|PROXY)|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE)=' || :
}

named_paths() { # local paths in pip's configuration and the environment
  { pip_files | while read -r file; do [ ! -f "$file" ] || cat "$file"; done; registry_environment; } |
    tr -s '=[:blank:]' '[\n*]' | sed -n 's#^file://##; s#^\(/.*[^/]\)/*$#\1#p' | sort -u |
    while read -r path; do
      # An index links to its sibling folders.
      case $path in */simple) path=${path%/simple} ;; esac
      [ ! -e "$path" ] || echo "$path"
    done
}

carry_over() { # ROOT: copies this machine's access to the registries
  cp /etc/resolv.conf /etc/hosts "$1/etc/"
  apt-config dump | grep '^Acquire::' | grep -v '^Acquire::IndexTargets' >"$1/etc/apt/apt.conf.d/80carried-over" || :
  [ ! -d /etc/apt/auth.conf.d ] || cp -a /etc/apt/auth.conf.d "$1/etc/apt/"
  debian_sources | sed 's/^/deb /' >"$1/etc/apt/sources.list"
  pip_files | while read -r file; do
    [ -f "$file" ] || continue
    # The caller's own configuration becomes global in the root.
    case $file in "$HOME"/*) to=$1/etc/xdg/pip/${file##*/} ;; *) to=$1$file ;; esac
    mkdir -p "${to%/*}" && cp "$file" "$to"
  done
  # update-ca-certificates reads local certificates here; if ca-certificates comes later, it runs that.
  for file in /usr/local/share/ca-certificates/*.crt; do
    [ ! -f "$file" ] || { mkdir -p "$1${file%/*}" && cp "$file" "$1$file"; }
  done
  [ ! -x "$1/usr/sbin/update-ca-certificates" ] || chroot "$1" update-ca-certificates >/dev/null 2>&1
  named_paths | while read -r path; do
    [ ! -e "$1$path" ] || continue
    if [ -f "$path" ]; then
      mkdir -p "$1${path%/*}" && cp "$path" "$1$path"
    elif [ "${path#/etc/}" = "$path" ]; then # /etc belongs to the root's own packages
      mkdir -p "$1$path" && mount --bind "$path" "$1$path" && mount -o remount,ro,bind "$1$path"
    fi
  done
}

debian_sources() { # "URI SUITE main" of this machine's Debian mirrors: each has the suites of both releases
  # shellcheck disable=SC2016  # apt's own variables
  apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    sed -nE "s/ (bookworm|trixie)((-updates|-security)? main)\$/ $SUITE\\2/p" | sort -u
}

mirror() { debian_sources | sed -n "s/ $SUITE main\$//p" | head -n 1; }

inside() { # ROOT COMMAND...: runs in its own mount and process namespaces, which end all mounts and processes with it
  bare=$1
  shift
  mirror=$(mirror)
  say "making a bare Debian $DEBIAN ($SUITE)"
  include=${BARE_ROOT_INCLUDE-python3}
  debootstrap --variant=minbase ${include:+"--include=$include"} "$SUITE" "$bare" "$mirror" >"$bare.log" 2>&1 || {
    tail -n 20 "$bare.log" >&2
    fail 'debootstrap failed'
  }
  mount -t proc proc "$bare/proc"
  mount --rbind /dev "$bare/dev"
  mount -t tmpfs tmpfs "$bare/dev/shm"
  carry_over "$bare"
  # The working tree's files, as a commit would contain them.
  inside=$bare/srv/caseeditor
  mkdir "$inside"
  # shellcheck disable=SC2016  # expanded by the inner shell
  git -C "$project" ls-files -z --cached --others --exclude-standard |
    (cd "$project" && xargs -0 sh -c 'for file; do [ ! -e "$file" ] || printf "%s\0" "$file"; done' _) |
    tar -C "$project" --null -T - -c | tar -C "$inside" --no-same-owner -x
  [ -z "${BARE_ROOT_WITH:-}" ] || tar -C "$project" -c "$BARE_ROOT_WITH" | tar -C "$inside" --no-same-owner -x
  say "$(chroot "$bare" dpkg-query -W | wc -l) packages; running: $*"
  status=0
  registry_environment >"$bare/srv/environment"
  # shellcheck disable=SC2016  # expanded in the root
  chroot "$bare" /usr/bin/env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin /bin/sh -c '
    while IFS= read -r line; do export "$line"; done </srv/environment
    cd /srv/caseeditor && "$@"' _ "$@" </dev/null || status=$?
  for results in pictures dist; do
    [ ! -d "$inside/$results" ] || [ "$results" = "${BARE_ROOT_WITH:-}" ] || {
      mkdir -p "$project/$results" && cp -R "$inside/$results/." "$project/$results/"
    }
  done
  return "$status"
}

# shellcheck disable=SC2317  # called by the trap
remove() { # rm must never enter a mount: none is visible in this namespace, which is checked
  if grep -qF " $work/" /proc/self/mountinfo; then
    say "still mounted below $work: left as it is"
  else
    rm -rf --one-file-system "$work" || { sleep 1 && rm -rf --one-file-system "$work"; }
  fi
}

if [ "${1:-}" = --inside ]; then
  shift
  inside "$@"
  exit
fi
case ${1:-} in
  '') fail 'what shall run: try, test, or a command?' ;;
  try | test) script=$1 && shift && set -- sh "packaging/$script.sh" "$@" ;;
esac
[ "$(id -u)" -eq 0 ] || fail 'needs root'
for tool in debootstrap unshare git; do
  command -v "$tool" >/dev/null || fail "$tool is missing; as root: apt-get install --no-install-recommends debootstrap util-linux git"
done
[ -e "${DEBOOTSTRAP_DIR:-/usr/share/debootstrap}/scripts/$SUITE" ] ||
  fail "this debootstrap doesn't know Debian $DEBIAN ($SUITE); as root: apt-get update && apt-get install debootstrap"
[ -n "$(mirror)" ] || fail "apt on this machine has no source of Debian 12 or 13: add one to /etc/apt/sources.list"
[ "$1" != --check ] || exit 0
work=$(mktemp -d "${TMPDIR:-/var/tmp}/bare-root.XXXXXX")
work=$(cd "$work" && pwd -P)
child=
trap 'remove' EXIT
# KILL, because unshare blocks other signals; it ends all processes of the namespace.
trap '[ -z "$child" ] || kill -KILL "$child"; wait; exit 130' INT TERM HUP
unshare --mount --pid --fork --kill-child sh "$0" --inside "$work/root" "$@" &
child=$!
status=0
wait "$child" || status=$?
child=
exit "$status"
