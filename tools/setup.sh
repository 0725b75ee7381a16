#!/usr/bin/env bash
# setup.sh SET...: sees that this machine has what the sets of packages.txt name, and the libraries of libraries.txt.
#
# Asks dpkg first, so a machine that has everything is answered at once and offline. What is missing comes by apt;
# where there is no apt the missing packages are printed, and we stop.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The names wanted, one a line: a tool's package only where its command is not there yet.
wanted() {
  local set package unless
  sed -e '/^#/d' -e '/^$/d' "$top/cmake/libraries.txt" | cut -d'|' -f4 | tr ' ' '\n'
  while IFS='|' read -r set package unless _; do
    set=${set// /} package=${package// /} unless=${unless// /}
    [[ -n $package && $set != \#* && " $* " == *" $set "* ]] || continue
    [[ -n $unless ]] && command -v "$unless" >/dev/null && continue
    echo "$package"
  done <"$top/tools/packages.txt"
}

mapfile -t names < <(wanted "$@" | sed '/^$/d' | sort -u)
((${#names[@]})) || exit 0

if ! command -v apt-get >/dev/null; then
  {
    echo "keben: 这台机器没有 apt，请自行安装与下列 Debian 软件包相当的软件："
    echo "keben: no apt here; please install the like of these Debian packages:"
    printf '  %s\n' "${names[@]}"
  } >&2
  exit 3
fi

there=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${names[@]}" 2>/dev/null |
  sed -n 's/ installed$//p' | sort -u) || true
mapfile -t missing < <(comm -23 <(printf '%s\n' "${names[@]}") <(printf '%s\n' "$there"))
((${#missing[@]})) || exit 0

echo "keben: 安装 / installing: ${missing[*]}" >&2
as_root=(env DEBIAN_FRONTEND=noninteractive)
[[ $(id -u) == 0 ]] || as_root=(sudo "${as_root[@]}")
"${as_root[@]}" apt-get update -qq >&2
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >&2
