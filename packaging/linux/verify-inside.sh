#!/bin/sh
# The part of packaging/linux/verify.sh inside the bare root: BEFORE VERSION DISPLAY "URL TOKEN"
set -eu
before=$1
version=$2
export DISPLAY="$3"
url=${4% *}
token=${4#* }
project=$(cd "$(dirname "$0")/../.." && pwd -P)
packages=$project/build/verify
say() { printf 'inside: %s\n' "$*" >&2; }
fail() { say "FAILED: $*"; exit 1; }
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
get() {
  apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "$@" >/tmp/apt.log 2>&1 || {
    tail -n 20 /tmp/apt.log >&2
    fail "installing $*"
  }
}
agent() { runuser -u agent -- env HOME=/home/agent XDG_RUNTIME_DIR=/run/agent DISPLAY="$DISPLAY" "$@"; }

apt-get -qq update >/dev/null 2>&1 || say 'apt-get update failed; going on'
useradd -m agent
install -d -o agent -m 700 /run/agent

say "install $before with its Depends alone"
! command -v python3 >/dev/null || fail 'there is a Python in the root already'
get "$packages/caseeditor_${before}"_*.deb
[ "$(agent caseeditor --version)" = "Case Editor $before" ] || fail 'version'

say 'every library finds what it wants'
lost=$(find /usr/lib/caseeditor -name '*.so*' -type f ! -name libqgtk3.so ! -name libcupsprintersupport.so \
  -exec sh -c 'for file; do
  LD_LIBRARY_PATH=/usr/lib/caseeditor/_internal ldd "$file" 2>/dev/null | sed -n "s#not found#& ($file)#p"; done' _ {} +)
[ -z "$lost" ] || fail "$lost"

say 'check, without a screen and without a keyring service'
agent env -u DISPLAY caseeditor --check >/tmp/check
cat /tmp/check >&2
grep -q '^warn  Keyring' /tmp/check || fail 'a missing keyring service is a warning'
say 'main job in a real window'
agent env QT_QPA_PLATFORM=xcb caseeditor --demo --check >/tmp/check
cat /tmp/check >&2
grep -q '^ok    Qt platform: xcb' /tmp/check || fail 'no real window'
[ "$(grep -c '^ok    Main job' /tmp/check)" -ge 5 ] || fail 'main job'

say 'link handler, and nothing else'
found=$(agent xdg-mime query default x-scheme-handler/caseeditor)
[ "$found" = caseeditor.desktop ] || fail "links open with '$found'"
[ "$(grep '^MimeType=' /usr/share/applications/caseeditor.desktop)" = 'MimeType=x-scheme-handler/caseeditor;' ] || fail MimeType
grep -q '^x-scheme-handler/caseeditor=caseeditor.desktop;' /usr/share/applications/mimeinfo.cache || fail mimeinfo.cache

# From here on, xdotool operates the window.
get xdotool procps xz-utils
wait_window() { # TEXT: waits for a window with this text in its title
  for _ in $(seq 150); do
    ! xdotool search --name "$1" >/tmp/windows 2>/dev/null || return 0
    sleep 0.1
  done
  xdotool search --name '.' 2>/dev/null | while read -r id; do xdotool getwindowname "$id" >&2; done
  cat /tmp/program.log >&2
  fail "no window says '$1'"
}
press() { # TITLE KEYS: presses keys in that window
  xdotool search --sync --onlyvisible --name "$1" windowfocus --sync
  shift
  xdotool key --delay 20 "$@"
}
start() { # ARGUMENTS: runs the program as the agent, in the background, signed in
  agent env QT_QPA_PLATFORM=xcb caseeditor "$@" >/tmp/program.log 2>&1 &
  wait_window 'Sign in'
  xdotool search --sync --name 'Sign in' windowfocus --sync
  xdotool type --delay 5 "$token"
  xdotool key Return
}
quit() {
  press 'Case Editor' ctrl+q
  for _ in $(seq 100); do
    pgrep -u agent -x caseeditor >/dev/null || return 0
    sleep 0.1
  done
  fail 'it does not quit'
}

say 'a draft'
start --server "$url" 203
wait_window '203 – Case Editor'
press '203 – Case Editor' ctrl+a
xdotool type --delay 5 'Written before the update'
wait_window 'Written before the update – 203'
sleep 1 # a draft is saved 300 ms after typing stops

say "update to $version under the running program"
get "$packages/caseeditor_${version}"_*.deb
pgrep -u agent -x caseeditor >/dev/null || fail 'the running program died'
# Load modules that the running program has not imported yet: open a case by the new version's link, show the history.
agent caseeditor --server "$url" -- caseeditor:377 || fail 'the second start'
wait_window '377 – Case Editor'
press '377 – Case Editor' ctrl+h
wait_window 'History'
press History Escape
grep -i traceback /tmp/program.log && fail 'the running program stumbled'
quit

say 'the draft is there after the update'
[ "$(agent caseeditor --version)" = "Case Editor $version" ] || fail 'version'
start --server "$url" 203
wait_window 'Written before the update – 203'
quit

say 'links that are none'
long=caseeditor:$(printf '%010000d' 7)
for link in 'caseeditor:--server=https://evil.example' 'caseeditor:203" --demo "' 'https://evil.example/' --demo "$long"; do
  agent timeout 20 caseeditor --check --data-dir /tmp/agent-data -- "$link" >/dev/null || fail "'$link' stops the program"
done

say 'a policy for all users'
mkdir /etc/caseeditor
printf '{"locked": {"server": "https://office.example", "plain_http": false}}' >/etc/caseeditor/policy.json
agent caseeditor --check --data-dir /tmp/agent-data >/tmp/check || :
grep '^ok    Policy: .*locks plain_http, server' /tmp/check >&2 || fail 'the policy is not followed'
chmod 666 /etc/caseeditor/policy.json
agent caseeditor --check --data-dir /tmp/agent-data >/tmp/check
grep '^warn  Policy' /tmp/check >&2 || fail 'a policy that anybody can write is followed'

say 'remove: what users have stays; purge: what is for all users goes'
apt-get -qq -y remove caseeditor >/dev/null 2>&1
for gone in /usr/lib/caseeditor /usr/bin/caseeditor; do [ ! -e "$gone" ] || fail "$gone is left"; done
ls /home/agent/.local/share/caseeditor/*.sqlite >/dev/null || fail 'the drafts are gone'
[ -f /etc/caseeditor/policy.json ] || fail 'removing took the policy'
[ -z "$(xdg-mime query default x-scheme-handler/caseeditor)" ] || fail 'links still lead here'
apt-get -qq -y purge caseeditor >/dev/null 2>&1
[ ! -e /etc/caseeditor ] || fail 'purging left the policy'
# The project's folder is excluded from the search. It must not be in a folder of packages.
case $project in / | /usr* | /etc* | /var* | /opt*) fail "the project lies in $project, where packages put their files" ;; esac
left=$(find / -xdev -path "$project" -prune -o -name '*caseeditor*' -not -path '/proc/*' -not -path '/home/*' \
  -not -path '/root/*' -not -path '/tmp/*' -print 2>/dev/null)
[ -z "$left" ] || fail "purging left: $left"
ls /home/agent/.local/share/caseeditor/*.sqlite >/dev/null || fail 'purging took what is the users'

say 'portable archive, in a folder with an accent and a blank'
mkdir '/home/agent/Mis cosas ñ'
tar -C '/home/agent/Mis cosas ñ' -xf "$packages"/caseeditor-*.tar.xz
chown -R agent '/home/agent/Mis cosas ñ'
at=$(echo '/home/agent/Mis cosas ñ'/caseeditor-*)
agent env -u DISPLAY "$at/caseeditor" --check >/dev/null || fail 'check'
agent env QT_QPA_PLATFORM=xcb "$at/caseeditor" --demo --check >/tmp/check || { cat /tmp/check >&2; fail 'main job'; }
say 'done'
