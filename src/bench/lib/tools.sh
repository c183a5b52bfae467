# The public tools that the benchmark needs, and the Maven and the JVM that it measures.

maven=${MVN:-mvn}

# what only the user's builds have would change both of two builds that are compared, and so their ratio
unset MAVEN_ARGS MAVEN_DEBUG_OPTS MAVEN_OPTS JAVA_TOOL_OPTIONS
export MAVEN_SKIP_RC=1

say() {
  echo "bench: $*" >&2
}

install_tools() {
  local missing=()
  command -v javac >/dev/null || missing+=(openjdk-17-jdk-headless)
  command -v "$maven" >/dev/null || missing+=(maven)
  command -v nginx >/dev/null || missing+=(nginx)
  [ -f "$echo_module" ] || missing+=(libnginx-mod-http-echo)
  command -v hyperfine >/dev/null || missing+=(hyperfine)
  command -v curl >/dev/null || missing+=(curl)
  command -v openssl >/dev/null || missing+=(openssl)
  command -v jq >/dev/null || missing+=(jq)
  [ -x /usr/bin/time ] || missing+=(time)
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" != 0 ]; then
    say "install these first: apt-get install ${missing[*]}"
    exit 1
  fi
  say "installing ${missing[*]}"
  apt-get update -qq
  # RUNLEVEL=1 keeps Debian from starting an nginx of its own on port 80
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
