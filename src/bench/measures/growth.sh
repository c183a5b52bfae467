# Ten, a hundred and a thousand modules, the server answering at once: what one action takes.

measure_growth() {
  local rounds=${runs:-5} round size
  for size in 10 100 1000; do
    forget "growth-$size-"{empty,first,unchanged}
    for ((round = 1; round <= rounds; round++)); do
      once "growth-$size-empty" "modules-$size"
      once_asking "growth-$size-first" "modules-$size" -Pgoal "-Dapi=$server/list/0"
      once_asking "growth-$size-unchanged" "modules-$size" -Pgoal "-Dapi=$server/list/$size"
    done
  done
  row_growth first "first run"
  row_growth unchanged "unchanged"
}

row_growth() {
  local size each before=
  for size in 10 100 1000; do
    each=$(awk -v all="$(beyond "growth-$size-$1" "growth-$size-empty")" -v size="$size" \
      'BEGIN { print all * 1000 / size }')
    row "$size modules, $2: an action beyond the empty reactor" "$(digits 1 "$each") ms" "not rising" \
      "$(yes_if within "$each" "${before:-$each}")"
    before=$each
    if [ "$1" = first ]; then
      row_asked "growth-$size-$1" 1 "$size" 0 1
    else
      row_asked "growth-$size-$1" 1 0 "$size" 1
    fi
  done
}
