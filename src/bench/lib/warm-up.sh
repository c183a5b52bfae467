# Downloads, disk caches, and the first use of both sides: nothing of these belongs into a measured run.

warm_up() {
  say "warming up"
  cd "$work" || exit 1
  forget warm-up
  # the downloads need the authorities that the JVM knows by itself
  MAVEN_OPTS='' once warm-up modules-1/module-1 -Pgoal -Dbuddy.skip
  MAVEN_OPTS='' once warm-up modules-1/module-1 -Pcurl -Dexec.skip
  MAVEN_OPTS='' once warm-up modules-1/module-1 -Pminimal "-Dapi=$plain_server/list/0"
  export MAVEN_OPTS="-Djavax.net.ssl.trustStore=tls/trust.jks -Djavax.net.ssl.trustStorePassword=changeit ${JVM_OPTS:-}"
  once warm-up modules-1/module-1 -Pgoal "-Dapi=$server/list/0"
  once warm-up modules-1/module-1 -Pgoal "-Dapi=$server/list/1"
  once warm-up modules-1/module-1 -Pcurl -Drun=first
  once warm-up modules-1/module-1 -Pcurl -Drun=unchanged
}
