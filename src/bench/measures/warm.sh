# A JVM that is warm: the shell of Maven 4 runs one build after the other, the goal beside curl, and keeps what it has loaded.

measure_warm() {
  local rounds=12 round
  start_shell
  forget warm-{empty,goal,curl,kept,up-shell}
  for ((round = 1; round <= rounds; round++)); do
    in_shell warm-empty
    in_shell warm-goal -Pgoal "-Dapi=$server/list/1"
    in_shell warm-curl -Pcurl -Drun=unchanged
  done
  row_warm
  stop_shell

  # the shell itself keeps the classes of each build's plugins, as the smallest goal shows
  row_kept "the goal" -Pgoal "-Dapi=$server/list/1"
  row_kept "a goal of one GET" -Pminimal "-Dapi=$server/list/1"
}

row_kept() {
  local what=$1 builds=50 round early late
  shift
  start_shell
  for ((round = 1; round <= builds; round++)); do
    in_shell warm-kept "$@"
    [ "$round" != 2 ] || early=$(kept)
  done
  late=$(kept)
  stop_shell
  row "A warm JVM after 2 and after $builds builds with $what: threads, connections, files" \
    "${early% *} and ${late% *}" "not rising" "$(yes_if not_rising "${early% *}" "${late% *}")"
  row "classes that each of these builds leaves" "$(((${late##* } - ${early##* }) / (builds - 2)))" ""
}

# the builds around the tenth, by Maven's own clock
row_warm() {
  local name
  for name in empty goal curl; do
    tail -n +8 "$work/times/warm-$name" >"$work/times/warm-$name-tenth"
  done
  row_ratio warm-goal-tenth warm-curl-tenth "The tenth build of a warm JVM, one action, unchanged" 1.00
  row "the same beyond an empty build" \
    "$(milliseconds warm-goal-tenth) ms / $(milliseconds warm-curl-tenth) ms" ""
}

milliseconds() {
  awk -v time="$(beyond "$1" warm-empty-tenth)" 'BEGIN { printf "%d", time * 1000 }'
}

# the shell wants a terminal, which script(1) pretends to be; settings and repository are those it was started with
start_shell() {
  local home
  (cd "$checkout" && "$maven" --batch-mode --quiet -Pmatrix dependency:unpack@maven-distributions)
  home=$(ls -d "$checkout"/target/apache-maven-4.*)
  rm -f "$work/shell.input"
  mkfifo "$work/shell.input"
  : >"$work/logs/shell.last"
  (cd "$work" && TERM=xterm MAVEN_OPTS="$MAVEN_OPTS -Daether.remoteRepositoryFilter.prefixes=false -Dbench.shell" script --quiet --return --flush \
    --command "$home/bin/mvnsh --settings settings.xml -Dmaven.repo.local=$work/repository" /dev/null <"$work/shell.input" >>"$work/logs/shell.last" 2>&1) &
  shell_pid=$!
  exec 9>"$work/shell.input"
  in_shell warm-up-shell -Pgoal -Dbuddy.skip
  jvm_pid=$(jps -v | awk '/-Dbench.shell/ { print $1 }')
}

stop_shell() {
  echo exit >&9
  exec 9>&-
  wait "$shell_pid" || true
}

# one build in the shell; its time is the one that Maven prints
in_shell() {
  local name=$1 before attempt
  shift
  before=$(builds_of_shell)
  echo "mvn --batch-mode --no-transfer-progress -Dstyle.color=never" \
    "--file $work/modules-1/module-1/pom.xml validate $*" >&9
  for ((attempt = 1; attempt <= 600; attempt++)); do
    [ "$(builds_of_shell)" -gt "$before" ] && break
    sleep 0.1
  done
  grep -q 'BUILD FAILURE' "$work/logs/shell.last" && { cat "$work/logs/shell.last" >&2; exit 1; }
  sed -n 's/.*Total time: *\([0-9.]*\) s.*/\1/p' "$work/logs/shell.last" | tail -n 1 >>"$work/times/$name"
}

builds_of_shell() {
  grep -c 'Finished at:' "$work/logs/shell.last" || true
}

# threads, connections, open files and loaded classes of the shell's JVM, once what is idle has ended
kept() {
  sleep 3
  jcmd "$jvm_pid" GC.run >/dev/null
  sleep 1 # Java closes the connections of what it has collected
  jcmd "$jvm_pid" GC.run >/dev/null
  echo "$(ls "/proc/$jvm_pid/task" | wc -l)" \
    "$(ls -l "/proc/$jvm_pid/fd" | grep -c socket: || true)" \
    "$(ls "/proc/$jvm_pid/fd" | wc -l)" \
    "$(jstat -class "$jvm_pid" | awk 'NR == 2 { print $1 - $3 }')"
}

not_rising() {
  paste -d' ' <(echo "$1" | tr ' ' '\n') <(echo "$2" | tr ' ' '\n') | awk '$2 > $1 { risen = 1 } END { exit risen }'
}
