# A hundred modules with an action each, the server answering after 20 ms.

measure_modules() {
  local rounds=${runs:-10} round slow=$server/slow/list
  forget modules-{empty,first-goal,first-curl,unchanged-goal,unchanged-curl}
  forget modules-four-{empty,first,unchanged}
  for ((round = 1; round <= rounds; round++)); do
    once modules-empty modules-100 -T1
    once_asking modules-first-goal modules-100 -T1 -Pgoal "-Dapi=$slow/0"
    once modules-first-curl modules-100 -T1 -Pcurl -Drun=first
    once_asking modules-unchanged-goal modules-100 -T1 -Pgoal "-Dapi=$slow/100"
    once modules-unchanged-curl modules-100 -T1 -Pcurl -Drun=unchanged
    once modules-four-empty modules-100 -T4
    once_asking modules-four-first modules-100 -T4 -Pgoal,four-pipelines "-Dapi=$slow/0"
    once_asking modules-four-unchanged modules-100 -T4 -Pgoal,four-pipelines "-Dapi=$slow/100"
  done
  row "100 modules without actions, -T1" "$(digits 2 "$(median modules-empty)") s" ""
  row_ratio modules-first-goal modules-first-curl "100 modules, -T1, first run" 0.45
  row_asked modules-first-goal 2 100 0 1
  row_ratio modules-unchanged-goal modules-unchanged-curl "100 modules, -T1, unchanged" 0.40
  row_asked modules-unchanged-goal 1 0 100 1
  row_four modules-four-first modules-first-goal "first run"
  row_asked modules-four-first 8 100 0 4
  row_four modules-four-unchanged modules-unchanged-goal "unchanged"
  row_asked modules-four-unchanged 4 0 100 4
}

# the empty reactor of as many threads is taken off both
row_four() {
  local ratio
  ratio=$(ratio_beyond "$1" modules-four-empty "$2" modules-empty)
  row "100 modules, four pipelines, $3: beyond the empty reactor, -T4 / -T1" \
    "$(digits 2 "$ratio") ($(digits 2 "$(beyond "$1" modules-four-empty)") s / $(digits 2 "$(beyond "$2" modules-empty)") s)" \
    "0.48" "$(yes_if within "$ratio" 0.48)"
}
