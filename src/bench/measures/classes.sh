# What is loaded, by the JVM's own list: by a skipped goal of its libraries, and for an unchanged action of what only a cold
# JVM feels. It turns each lambda that it comes to into a class, and the hashCode, equals or toString of a record into a hundred.
# Maven 3 has no records; with another Maven, that row may be about one of its own.

measure_classes() {
  local skipped libraries lambdas records
  list_classes -Dbuddy.skip
  skipped=$(classes '(com\.fasterxml\.jackson|org\.apache\.hc)\.')
  list_classes
  libraries=$(classes '(com\.fasterxml\.jackson|org\.apache\.hc)\.')
  lambdas=$(classes 'io\.github\.buddymaven\..*Lambda')
  records=$(classes 'java\.lang\.runtime\.ObjectMethods')
  row "Classes of Jackson and HttpClient that buddy.skip loads" "$skipped (without it $libraries)" "0" \
    "$(yes_if within "$skipped" 0)"
  row "Lambdas of the plugin, one unchanged action" "$lambdas" "30" "$(yes_if within "$lambdas" 30)"
  row "Whether a record is hashed or compared there" "$([ "$records" = 0 ] && echo no || echo yes)" "no" \
    "$(yes_if within "$records" 0)"
}

list_classes() {
  forget classes
  build modules-1/module-1 -Pgoal "-Dapi=$server/list/1" "$@"
  MAVEN_OPTS="$MAVEN_OPTS -Xlog:class+load:file=logs/classes.list:none" \
    "${command[@]}" >"$work/logs/classes.last" 2>"$work/logs/classes.error" || failed classes
}

classes() {
  grep -cE "^$1" "$work/logs/classes.list" || true
}
