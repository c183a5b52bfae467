# Ten, a hundred and a thousand modules, the server answering at once: what one action takes, and within a run of Buddy.

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
  measure_within_buddy
}

# a run of Buddy has variables in its environment, and the same texts of the POM are looked through
measure_within_buddy() {
  local rounds=${runs:-5} round ratio
  forget growth-within-{empty,unchanged,buddy}
  for ((round = 1; round <= rounds; round++)); do
    once growth-within-empty modules-1000
    once growth-within-unchanged modules-1000 -Pgoal "-Dapi=$server/list/1000"
    BUDDY=true BUDDY_EXECUTION_ID=7 BUDDY_EXECUTION_TAG=v1.0 BUDDY_EXECUTION_BRANCH=main BUDDY_PIPELINE_ID=1 \
      BUDDY_PROJECT_NAME=bench BUDDY_WORKSPACE_DOMAIN=bench BUDDY_EXECUTION_REVISION=506a3963507943d6908154f4bc9646e829128a08 \
      once_asking growth-within-buddy modules-1000 -Pgoal "-Dapi=$server/list/1000"
  done
  ratio=$(ratio_beyond growth-within-buddy growth-within-empty growth-within-unchanged growth-within-empty)
  row "1000 modules, unchanged: within a run of Buddy / outside, beyond the empty reactor" "$(digits 2 "$ratio")" "1.05" \
    "$(yes_if within "$ratio" 1.05)"
  row_asked growth-within-buddy 1 0 1000 1
}

row_growth() {
  local size each
  for size in 10 100 1000; do
    each=$(awk -v all="$(beyond "growth-$size-$1" "growth-$size-empty")" -v size="$size" \
      'BEGIN { print all * 1000 / size }')
    if [ "$size" = 1000 ]; then
      row "$size modules, $2: an action beyond the empty reactor" "$(digits 1 "$each") ms" "6 ms" "$(yes_if within "$each" 6)"
    else
      row "$size modules, $2: an action beyond the empty reactor" "$(digits 1 "$each") ms" ""
    fi
    if [ "$1" = first ]; then
      row_asked "growth-$size-$1" 2 "$size" 0 1
    else
      row_asked "growth-$size-$1" 1 0 "$size" 1
    fi
  done
}
