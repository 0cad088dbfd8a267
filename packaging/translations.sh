#!/bin/sh
# Maintain the translations, resources/translations/*.ts:
#   sh packaging/translations.sh update  add the code's texts; new ones are "unfinished" until translated in the file or
#                                        with .venv/bin/pyside6-linguist
#   sh packaging/translations.sh build   compile the program's catalogues (.qm); fast if nothing has changed
set -eu
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8 # lupdate decodes file names by the locale

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
    # Rename when complete, because parallel tests build and read the same file.
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
