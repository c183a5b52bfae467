# An nginx with canned answers, on two free ports of this machine alone: with TLS, and without.

echo_module=/usr/lib/nginx/modules/ngx_http_echo_module.so

start_server() {
  local folder=$work/nginx attempt
  mkdir -p "$folder/lists"
  answers "$folder/lists"
  for ((attempt = 1; attempt <= 20; attempt++)); do
    port=$((20000 + RANDOM % 10000))
    fill nginx.conf "ECHO=$echo_module" "PORT=$port" "PLAIN=$((port + 1))" "FOLDER=$folder" "TLS=$work/tls" \
      "USER=$(id -un) $(id -gn)" >"$folder/nginx.conf"
    : >"$folder/access.log"
    nginx -p "$folder" -c "$folder/nginx.conf" 2>"$folder/start.log" &
    nginx_pid=$!
    server=https://127.0.0.1:$port
    plain_server=http://127.0.0.1:$((port + 1))
    answers_now && { projects; return; }
    wait "$nginx_pid" || true
  done
  cat "$folder/start.log" >&2
  exit 1
}

# a port that another process has makes nginx end
answers_now() {
  local attempt
  for ((attempt = 1; attempt <= 50; attempt++)); do
    kill -0 "$nginx_pid" 2>/dev/null || return 1
    curl --silent --fail --cacert "$work/tls/ca.pem" "$server/ready" >/dev/null && return 0
    sleep 0.1
  done
  kill "$nginx_pid"
  return 1
}

stop_server() {
  kill "$nginx_pid" 2>/dev/null || true
  wait "$nginx_pid" 2>/dev/null || true
}

answers() {
  local size
  for size in 0 "${sizes[@]}"; do
    list 1 "$size" "Push module-" >"$1/$size.json"
  done
  # other actions, so that one is created, and a little less than 8 MiB, which is the most that the goal takes; not a multiple of
  # ten, which might be a page
  list 1000001 25701 "Another action " >"$1/large.json"
}

# from a number, that many actions
list() {
  awk -v from="$1" -v count="$2" -v name="$3" 'BEGIN {
    printf "{\"url\":\"https://api.buddy.works/actions\",\"html_url\":\"https://app.buddy.works/actions\",\"actions\":["
    for (id = from; id < from + count; id++) {
      printf "%s{\"url\":\"https://api.buddy.works/workspaces/bench/projects/bench/pipelines/1/actions/%d\",", \
        id == from ? "" : ",", id
      printf "\"html_url\":\"https://app.buddy.works/bench/bench/pipelines/action/%d/edit\",\"id\":%d,", id, id
      printf "\"name\":\"%s%d\",\"type\":\"DOCKER_PUSH\",\"trigger_time\":\"ON_EVERY_EXECUTION\",", name, id
      printf "\"last_execution_status\":\"INITIAL\",\"disabled\":false}"
    }
    printf "]}"
  }'
}
