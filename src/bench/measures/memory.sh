# The most memory that a build had, as the system saw it: heap, classes, threads, compiler and all.

measure_memory() {
  local rounds=${runs:-15} round one=modules-1/module-1 minimal large
  forget memory-{empty,skipped,plain,minimal,goal,look,large,twice}
  for ((round = 1; round <= rounds; round++)); do
    peak memory-empty "$one"
    peak memory-skipped "$one" -Pgoal -Dbuddy.skip
    peak memory-plain "$one" -Pgoal "-Dapi=$plain_server/list/0"
    peak memory-minimal "$one" -Pminimal "-Dapi=$server/list/0"
    peak memory-goal "$one" -Pgoal "-Dapi=$server/list/0"
    peak memory-look "$one" -Pgoal "-Dapi=$server/list/0" -Dbuddy.dryRun
    peak memory-large "$one" -Pgoal "-Dapi=$server/list/large" -Dbuddy.dryRun
    peak memory-twice "$one" -Pgoal "-Dapi=$server/list/large"
  done
  minimal=$(beyond memory-goal memory-minimal)
  large=$(beyond memory-large memory-look)
  row "Peak memory of an empty build" "$(digits 0 "$(median memory-empty)") MiB" ""
  row "Skipped, the goal adds" "$(digits 0 "$(beyond memory-skipped memory-empty)") MiB" ""
  row "Without TLS, the goal adds" "$(digits 0 "$(beyond memory-plain memory-empty)") MiB" ""
  row "The goal adds" "$(digits 0 "$(beyond memory-goal memory-empty)") MiB" ""
  row "A goal of one GET by HttpClients.createMinimal() adds" "$(digits 0 "$(beyond memory-minimal memory-empty)") MiB" ""
  row "The goal beyond that one" "$(digits 1 "$minimal") MiB" "3 MiB" "$(yes_if within "$minimal" 3)"
  row "A first run, which reads a list of 8 MiB twice, adds" "$(digits 0 "$(beyond memory-twice memory-goal)") MiB" ""
  row "An answer of 8 MiB adds" "$(digits 0 "$large") MiB" "80 MiB" "$(yes_if within "$large" 80)"
}

peak() {
  local name=$1
  shift
  build "$@"
  /usr/bin/time --format '%M' --output "$work/logs/$name.peak" \
    "${command[@]}" >"$work/logs/$name.last" 2>"$work/logs/$name.error" || failed "$name"
  awk '{ print $1 / 1024 }' "$work/logs/$name.peak" >>"$work/times/$name"
}
