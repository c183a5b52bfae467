# The table, in Markdown.

start_report() {
  : >"$work/rows.md"
}

# what, measured, limit, whether it holds (empty where there is no limit)
row() {
  echo "| $1 | $2 | $3 | ${4:-} |" >>"$work/rows.md"
}

# the times of two builds, run by run
row_ratio() {
  local ratio
  ratio=$(ratio "$1" "$2")
  row "$3: goal / curl" "$(digits 2 "$ratio") ($(digits 2 "$(median "$1")") s / $(digits 2 "$(median "$2")") s)" \
    "$4" "$(yes_if within "$ratio" "$4")"
}

yes_if() {
  "$@" && echo yes || echo NO
}

# the requests of all runs of a build, and what they may be: lists, POSTs, GETs of one action, connections at most
row_asked() {
  row "its requests and connections" "$(counts "$1")" \
    "$2 list, $3 POST, $4 GET on $5" "$(yes_if asked "$1" "$2" "$3" "$4" "$5")"
}

# whether the first number is at most the second
within() {
  awk -v value="$1" -v limit="$2" 'BEGIN { exit !(value <= limit) }'
}

# a number with so many digits behind the point
digits() {
  LC_ALL=C printf "%.$1f" "$2"
}

print_report() {
  local java mvn
  java=$(java -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p')
  mvn=$("$maven" --version | sed -n 's/.*Apache Maven \([^ ]*\).*/\1/p' | sed 's/\x1b.*//')
  {
    echo
    echo "Measured on $(date -u +%Y-%m-%d): $(nproc) cores of $(cpu), $(os), Java $java, Maven $mvn;"
    echo "nginx on the same machine. Medians; two builds that are compared ran in turn."
    echo
    echo "| What | Measured | Limit | Holds |"
    echo "|---|---|---|---|"
    cat "$work/rows.md"
  } | tee "$work/report.md"
}

cpu() {
  sed -n 's/^model name[^:]*: *//p' /proc/cpuinfo | head -n 1
}

os() {
  (. /etc/os-release && echo "$PRETTY_NAME")
}
