# One action, the whole process: the goal beside curl.

measure_one() {
  local rounds=${runs:-30} round one=modules-1/module-1
  forget one-{empty,first-goal,first-curl,unchanged-goal,unchanged-curl}
  for ((round = 1; round <= rounds; round++)); do
    once one-empty "$one"
    once_asking one-first-goal "$one" -Pgoal "-Dapi=$server/list/0"
    once one-first-curl "$one" -Pcurl -Drun=first
    once_asking one-unchanged-goal "$one" -Pgoal "-Dapi=$server/list/1"
    once one-unchanged-curl "$one" -Pcurl -Drun=unchanged
  done
  row "An empty build" "$(digits 2 "$(median one-empty)") s" ""
  row_ratio one-first-goal one-first-curl "One action, first run" 1.15
  row_asked one-first-goal 2 1 0 1
  row_ratio one-unchanged-goal one-unchanged-curl "One action, unchanged" 1.15
  row_asked one-unchanged-goal 1 0 1 1
}
