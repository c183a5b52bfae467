# What a skipped goal loads of its libraries, by the JVM's own list; a run that works shows that the list tells.

measure_skip() {
  local skipped working
  skipped=$(library_classes -Dbuddy.skip)
  working=$(library_classes)
  row "Classes of Jackson and HttpClient that buddy.skip loads" "$skipped (without it $working)" "0" \
    "$(yes_if within "$skipped" 0)"
}

library_classes() {
  local name=skip
  forget "$name"
  build modules-1/module-1 -Pgoal "-Dapi=$server/list/0" "$@"
  MAVEN_OPTS="$MAVEN_OPTS -Xlog:class+load:file=logs/$name.classes:none" \
    "${command[@]}" >"$work/logs/$name.last" 2>"$work/logs/$name.error" || failed "$name"
  grep -cE '^(com\.fasterxml\.jackson|org\.apache\.hc)\.' "$work/logs/$name.classes" || true
}
