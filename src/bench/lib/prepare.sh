# What stands under target/bench before anything is measured: the plugin in a repository, certificates, projects.

token=0b3c5d7e-1f2a-4b6c-8d9e-a1b2c3d4e5f6
sizes=(1 10 100 1000)

prepare() {
  say "building the plugin"
  # without .mvn here, Maven would read the options that the project's own compiler needs
  mkdir -p "$work/.mvn" "$work/logs" "$work/times" "$work/counts"
  (cd "$checkout" && "$maven" --batch-mode --quiet --no-transfer-progress -Dstyle.color=never package -DskipTests)
  install_plugin "$work/repository"
  minimal_plugin
  certificates
  settings
}

install_plugin() {
  install_file "$checkout/target/buddy-maven-plugin-$(plugin_version).jar" "$checkout/target/published-pom.xml" "$1"
}

# jar, POM, and a repository of the benchmark's own, since a snapshot in the user's would stay there
install_file() {
  (cd "$work" && "$maven" --batch-mode --quiet --no-transfer-progress -Dstyle.color=never \
    org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file \
    "-Dfile=$1" "-DpomFile=$2" "-DlocalRepositoryPath=$3")
}

# a plugin of one class, which sends one GET with the same version of HttpClient
minimal_plugin() {
  local folder=$work/minimal-plugin httpclient
  httpclient=$(sed -n 's/.*<version.httpclient5>\(.*\)<.*/\1/p' "$checkout/pom.xml")
  mkdir -p "$folder/src/main/java/com/example"
  fill minimal/pom.xml "HTTPCLIENT=$httpclient" >"$folder/pom.xml"
  cp "$bench/templates/minimal/GetMojo.java" "$folder/src/main/java/com/example"
  (cd "$folder" && "$maven" --batch-mode --quiet --no-transfer-progress -Dstyle.color=never package)
  install_file "$folder/target/minimal-maven-plugin-1.0.jar" "$folder/pom.xml" "$work/repository"
}

plugin_version() {
  sed -n '/<artifactId>buddy-maven-plugin</,/<packaging>/s/.*<version>\(.*\)<.*/\1/p' "$checkout/pom.xml"
}

# RSA, as most servers have, and one authority, which both sides are given. The trust store is of the JVM's older kind:
# the newer one is encrypted, opening it takes a cold JVM a tenth of a second, and the JVM's own is not.
certificates() {
  local folder=$work/tls
  [ ! -f "$folder/trust.jks" ] || return 0
  mkdir -p "$folder"
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=Bench CA" \
    -addext basicConstraints=critical,CA:TRUE -keyout "$folder/ca.key" -out "$folder/ca.pem" 2>/dev/null
  openssl req -newkey rsa:2048 -nodes -subj "/CN=127.0.0.1" \
    -keyout "$folder/server.key" -out "$folder/server.csr" 2>/dev/null
  openssl x509 -req -in "$folder/server.csr" -CA "$folder/ca.pem" -CAkey "$folder/ca.key" -CAcreateserial -days 825 \
    -extfile <(echo "subjectAltName=IP:127.0.0.1") -out "$folder/server.pem" 2>/dev/null
  keytool -importcert -noprompt -alias bench -file "$folder/ca.pem" \
    -keystore "$folder/trust.jks" -storetype JKS -storepass changeit >/dev/null 2>&1
}

settings() {
  cat >"$work/settings.xml" <<END
<settings><servers><server><id>buddy</id><password>$token</password></server></servers></settings>
END
}

# fills @NAME@ of a template; arguments are NAME=VALUE
fill() {
  local template=$1 script=
  shift
  for pair in "$@"; do
    script+="s|@${pair%%=*}@|${pair#*=}|g;"
  done
  sed "$script" "$bench/templates/$template"
}

# needs the server's port, which is known late
projects() {
  local size number
  for size in "${sizes[@]}"; do
    local folder=$work/modules-$size
    rm -rf "$folder"
    mkdir -p "$folder"
    fill pom.xml "VERSION=$(plugin_version)" "MODULES=$(modules "$size")" >"$folder/pom.xml"
    for ((number = 1; number <= size; number++)); do
      mkdir "$folder/module-$number"
      fill module.xml "NUMBER=$number" "LANE=$((number % 4 + 1))" >"$folder/module-$number/pom.xml"
    done
  done
  # curl has a part in these two alone
  for size in 1 100; do
    for ((number = 1; number <= size; number++)); do
      curl_calls first 0 "$size" "$number"
      curl_calls unchanged "$size" "$size" "$number"
    done
  done
}

curl_calls() {
  local run=$1 list=$2 size=$3 number=$4
  fill "$run.curl" "API=$(api "$size")" "LIST=$list" "NUMBER=$number" "CA=$work/tls/ca.pem" "TOKEN=$token" \
    >"$work/modules-$size/module-$number/$run.curl"
}

modules() {
  local number
  for ((number = 1; number <= $1; number++)); do
    printf '<module>module-%d</module>' "$number"
  done
}

# one action is answered at once, so that nothing hides the goal's own time; many after 20 ms, as over a network
api() {
  [ "$1" = 1 ] && echo "$server" || echo "$server/slow"
}
