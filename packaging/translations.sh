#!/bin/sh
# The translations, resources/translations/*.ts:
#   sh packaging/translations.sh update  takes in what the code says now; new texts are then "unfinished", to be translated
#                                        in the file or with .venv/bin/pyside6-linguist
#   sh packaging/translations.sh build   makes the catalogues that the program reads (.qm); quick when nothing changed
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8 # lupdate reads file names by the locale

case ${1-} in
update)
  # shellcheck disable=SC2046  # a list of files without spaces
  .venv/bin/pyside6-lupdate -locations none -no-obsolete $(find caseeditor -name '*.py' | LC_ALL=C sort) \
    -ts resources/translations/*.ts
  ;;
build)
  for source in resources/translations/*.ts; do
    built=${source%.ts}.qm
    [ ! "$built" -nt "$source" ] || continue
    # Renamed once it is whole: tests that run side by side build and read the same file.
    whole=${source%.ts}.$$.qm
    .venv/bin/pyside6-lrelease -silent "$source" -qm "$whole"
    mv -f "$whole" "$built"
  done
  ;;
*)
  sed -n '2,5s/^# \{0,1\}//p' "$0" >&2
  exit 2
  ;;
esac
