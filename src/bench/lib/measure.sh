# One run of one build, and what several runs come to.

# how a project of the benchmark is built: alone it does nothing, and more options add what is measured
build() {
  local project=$1
  shift
  command=("$maven" --batch-mode --no-transfer-progress -Dstyle.color=never --settings settings.xml
    -Dmaven.repo.local=repository --file "$project/pom.xml" validate "$@")
}

# one run; builds that are compared run in turn, so that whatever slows this machine down befalls them all
once() {
  local name=$1
  shift
  build "$@"
  hyperfine --shell none --runs 1 --style none --output "$work/logs/$name.last" \
    --export-json "$work/logs/$name.json" "${command[*]}" >/dev/null 2>"$work/logs/$name.error" || failed "$name"
  jq '.results[0].times[0]' "$work/logs/$name.json" >>"$work/times/$name"
}

# one run of the goal, with what it asks of the server
once_asking() {
  local before
  before=$(wc -l <"$work/nginx/access.log")
  once "$@"
  tail -n "+$((before + 1))" "$work/nginx/access.log" | tally >>"$work/counts/$1"
}

failed() {
  cat "$work/logs/$1.last" "$work/logs/$1.error" >&2
  exit 1
}

# figures of an earlier benchmark would count too
forget() {
  local name
  for name in "$@"; do
    rm -f "$work/times/$name" "$work/counts/$name" "$work/logs/$name".*
  done
}

# the middle one of the numbers that come in, one a line
middle() {
  sort -n | awk '{ value[NR] = $1 } END {
    print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2
  }'
}

median() {
  middle <"$work/times/$1"
}

# of two builds, run by run: the middle of their ratios
ratio() {
  paste "$work/times/$1" "$work/times/$2" | awk '{ print $1 / $2 }' | middle
}

# of builds A, B, C and D: the middle of (A - B) / (C - D)
ratio_beyond() {
  paste "$work/times/$1" "$work/times/$2" "$work/times/$3" "$work/times/$4" |
    awk '{ print ($1 - $2) / ($3 - $4) }' | middle
}

# of two builds: the middle of their differences
beyond() {
  paste "$work/times/$1" "$work/times/$2" | awk '{ print $1 - $2 }' | middle
}

# lists, POSTs, GETs of one action, other requests, and connections of a part of the server's log
tally() {
  awk '{
    connections += !known[$1]++
    if ($2 == "GET" && $3 ~ /\/actions$/ && $4 == 200) lists++
    else if ($2 == "POST" && $3 ~ /\/actions$/ && $4 == 201) posts++
    else if ($2 == "GET" && $3 ~ /\/actions\/[0-9]+$/ && $4 == 200) gets++
    else others++
  } END { print lists + 0, posts + 0, gets + 0, others + 0, connections + 0 }'
}

# what the runs of a build asked, in words
counts() {
  sort -u "$work/counts/$1" | awk '{
    printf "%s%d list, %d POST, %d GET, %d other on %d", (NR > 1 ? "; or " : ""), $1, $2, $3, $4, $5
  }'
}

# whether each run had this many lists, POSTs and GETs, nothing else, and at most so many connections
asked() {
  awk -v lists="$2" -v posts="$3" -v gets="$4" -v connections="$5" '
    $1 != lists || $2 != posts || $3 != gets || $4 > 0 || $5 > connections { wrong = 1 }
    END { exit wrong || NR == 0 }' "$work/counts/$1"
}
