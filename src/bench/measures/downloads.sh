# What Maven fetches for the goal into an empty repository.

measure_downloads() {
  local repository=$work/downloads
  rm -rf "$repository"
  install_plugin "$repository"
  build modules-1/module-1 -Pgoal -Dbuddy.skip -Dmaven.repo.local=downloads
  # the trust store of the other measures knows no public server
  MAVEN_OPTS='' "${command[@]}" >"$work/logs/downloads.last" 2>"$work/logs/downloads.error" || failed downloads
  row "A user downloads: the plugin and its run-time dependencies" "$(amount "$repository" -name '*.jar')" ""
  row "the same with their POMs" "$(amount "$repository" -name '*.jar' -o -name '*.pom')" ""
  find "$repository" -name '*.jar' -printf '%s %f\n' | sort -rn >"$work/downloads.txt"
}

amount() {
  local folder=$1
  shift
  find "$folder" \( "$@" \) -printf '%s\n' | awk '{ bytes += $1 } END { printf "%d files, %d bytes", NR, bytes }'
}
