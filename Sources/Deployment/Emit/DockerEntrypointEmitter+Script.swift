extension DockerEntrypointEmitter {
    /// POSIX sh with what the image has: dash or bash, coreutils, curl, node.
    static let script = #"""
        #!/bin/sh
        # May be committed: this file holds no secret.
        #
        # Starts the self-hosted Convex backend, and seeds JWT_PRIVATE_KEY and JWKS as variables of the deployment.
        #
        # An environment variable of the container never reaches a Convex function: functions see the variables of the
        # deployment, which are set through its API. So while the backend starts by its own run_backend.sh in the foreground,
        # a second process waits for it and sets both variables in one request.
        #
        # Give the key to the container in one of these forms:
        #   JWT_PRIVATE_KEY         PEM. On one line with spaces for the line ends, as 'authkeys emit dotenv' writes it, it needs
        #                           no base64; several lines and \n in two characters are read too.
        #   JWT_PRIVATE_KEY_BASE64  the PEM in base64
        #   JWT_PRIVATE_KEY_FILE    the path of a file with the PEM, such as a docker secret
        # and the set as JWKS, JWKS_BASE64 or JWKS_FILE. Without it, it is derived from the key.
        #
        # It seeds: when the deployment has both variables nothing is changed, because a container that pushes its old key at
        # every start undoes every rotation. AUTHKEYS_OVERWRITE=1 replaces them. Whatever is wrong with the key is logged, and
        # the backend starts all the same. The last line says what happened: authkeys: result: …
        #
        # When both variables are known to be set, the file AUTHKEYS_MARKER (/tmp/authkeys-seeded) is made; a health check can
        # ask for it.
        #
        # Other settings: AUTHKEYS_WAIT_SECONDS (300), how long to wait for the backend; AUTHKEYS_PAUSE_SECONDS (1), between two
        # looks at it; AUTHKEYS_PORT (3210), of its API; AUTHKEYS_CONVEX_DIR (/convex), where the image keeps run_backend.sh.

        # Never exported, whatever the container was given.
        unset authkeys_key authkeys_key_base64 authkeys_jwks authkeys_jwks_base64 authkeys_admin_key authkeys_body \
            authkeys_answer authkeys_value
        authkeys_key=${JWT_PRIVATE_KEY:-}
        authkeys_key_base64=${JWT_PRIVATE_KEY_BASE64:-}
        authkeys_key_file=${JWT_PRIVATE_KEY_FILE:-}
        authkeys_jwks=${JWKS:-}
        authkeys_jwks_base64=${JWKS_BASE64:-}
        authkeys_jwks_file=${JWKS_FILE:-}
        unset JWT_PRIVATE_KEY JWT_PRIVATE_KEY_BASE64 JWT_PRIVATE_KEY_FILE JWKS JWKS_BASE64 JWKS_FILE

        authkeys_marker=${AUTHKEYS_MARKER:-/tmp/authkeys-seeded}
        authkeys_newline='
        '

        # Reads standard input, its parts separated by the byte 1. What it prints before it fails is the reason, and no secret.
        authkeys_program='
        \#(nodeProgram)
        '

        authkeys_say() {
            printf 'authkeys: %s\n' "$1" >&2
        }

        # authkeys_number VALUE DEFAULT
        authkeys_number() {
            case $1 in
            0 | [1-9] | [1-9][0-9] | [1-9][0-9][0-9] | [1-9][0-9][0-9][0-9] | [1-9][0-9][0-9][0-9][0-9]) printf '%s' "$1" ;;
            *) printf '%s' "$2" ;;
            esac
        }

        # authkeys_take NAME TEXT BASE64 FILE: sets authkeys_form and authkeys_value; fails with authkeys_reason.
        authkeys_take() {
            authkeys_form=$1 authkeys_value=$2
            if [ "${2:+x}${3:+x}${4:+x}" = xx ] || [ "${2:+x}${3:+x}${4:+x}" = xxx ]; then
                authkeys_reason="$1 is given in more than one of its forms; keep one of $1, $1_BASE64 and $1_FILE"
                return 1
            fi
            if [ -n "$3" ]; then
                authkeys_form=$1_BASE64 authkeys_value=$3
            elif [ -n "$4" ]; then
                authkeys_form=$1_FILE
                authkeys_value=$(cat -- "$4" 2> /dev/null) && [ -n "$authkeys_value" ] && return 0
                authkeys_reason="$1_FILE names a file that cannot be read, or is empty"
                return 1
            fi
        }

        # Makes the request that sets both variables; authkeys_body stays empty when no key is given.
        authkeys_prepare() {
            authkeys_body=
            authkeys_take JWT_PRIVATE_KEY "$authkeys_key" "$authkeys_key_base64" "$authkeys_key_file" || return 1
            authkeys_key_form=$authkeys_form authkeys_key=$authkeys_value
            authkeys_take JWKS "$authkeys_jwks" "$authkeys_jwks_base64" "$authkeys_jwks_file" || return 1
            if [ -z "$authkeys_key" ]; then
                [ -z "$authkeys_value" ] && return 0
                authkeys_reason="JWKS is given without a private key; give both, or the private key alone"
                return 1
            fi
            authkeys_body=$(printf '%s\001%s\001%s\001%s' "$authkeys_key_form" "$authkeys_key" "$authkeys_form" \
                "$authkeys_value" | node -e "$authkeys_program" prepare 2> /dev/null) && return 0
            authkeys_reason=${authkeys_body:-node, which reads the key, could not be run}
            return 1
        }

        authkeys_is_late() {
            [ "$(date +%s)" -ge "$authkeys_deadline" ]
        }

        # The shell that is to become the backend has this number.
        authkeys_backend_runs() {
            kill -0 "$$" 2> /dev/null
        }

        authkeys_wait() {
            until curl -q --noproxy '*' -fsS -o /dev/null --max-time 5 "$authkeys_api/version" > /dev/null 2>&1; do
                authkeys_backend_runs || return 1
                if authkeys_is_late; then
                    authkeys_reason="the backend did not answer within $authkeys_patience seconds (AUTHKEYS_WAIT_SECONDS)"
                    return 1
                fi
                sleep "$authkeys_pause"
            done
        }

        # authkeys_request PATH BODY: sets authkeys_answer; 1 is a refusal, 2 is worth another attempt. The admin key and the
        # body go to curl on standard input.
        authkeys_request() {
            authkeys_answer=$(printf '%s\001%s\001%s' "$authkeys_api$1" "$authkeys_admin_key" "$2" \
                | node -e "$authkeys_program" request \
                | curl -q --noproxy '*' -sS --max-time 30 --config - --write-out '\n%{http_code}' 2> /dev/null)
            authkeys_status=${authkeys_answer##*"$authkeys_newline"}
            authkeys_answer=${authkeys_answer%"$authkeys_newline"*}
            case $authkeys_status in
            200) return 0 ;;
            401 | 403)
                authkeys_reason="the backend refused its admin key (HTTP $authkeys_status)"
                return 1
                ;;
            4??)
                authkeys_reason="the backend refused the request to $1 (HTTP $authkeys_status)"
                return 1
                ;;
            [1-9]??) authkeys_reason="the backend failed at $1 (HTTP $authkeys_status)" ;;
            *) authkeys_reason="the backend did not answer at $1" ;;
            esac
            return 2
        }

        # Which of the two variables the deployment has: none, the name of one, set (both, with nothing to compare), same or
        # other.
        authkeys_look() {
            authkeys_request /api/v1/list_environment_variables '' || return $?
            authkeys_state=$(printf '%s\001%s' "$authkeys_answer" "$authkeys_body" | node -e "$authkeys_program" compare \
                2> /dev/null) && return 0
            authkeys_reason='the backend sent another answer than the list of its variables'
            return 1
        }

        authkeys_attempt() {
            # A backend of August 2025 prints a line before the key.
            authkeys_admin_key=$(./generate_admin_key.sh 2> /dev/null | tail -n 1 | tr -d '\r')
            case $authkeys_admin_key in
            '' | *[!!-~]*)
                authkeys_reason='generate_admin_key.sh printed no admin key'
                return 1
                ;;
            esac
            authkeys_look || return $?
            case $authkeys_state in
            same)
                authkeys_result='kept: the deployment has this key and this set already'
                return 0
                ;;
            none)
                if [ -z "$authkeys_body" ]; then
                    authkeys_reason='the deployment has no JWT_PRIVATE_KEY and no JWKS, and the container was given none'
                    return 1
                fi
                ;;
            set | other)
                if [ "$authkeys_overwrite" != 1 ] || [ -z "$authkeys_body" ]; then
                    authkeys_result='kept: the deployment has a key and a set already'
                    [ "$authkeys_state" = set ] || authkeys_result="$authkeys_result, others than the container was given; \
        AUTHKEYS_OVERWRITE=1 would replace them"
                    return 0
                fi
                ;;
            *)
                if [ "$authkeys_overwrite" != 1 ] || [ -z "$authkeys_body" ]; then
                    authkeys_reason="the deployment has $authkeys_state and not the other of the two variables; \
        AUTHKEYS_OVERWRITE=1 with a key sets both"
                    return 1
                fi
                ;;
            esac
            authkeys_request /api/v1/update_environment_variables "$authkeys_body" || return $?
            authkeys_look || return $?
            if [ "$authkeys_state" != same ]; then
                authkeys_reason='the backend took the variables, and read back they are others'
                return 1
            fi
            authkeys_result='seeded: JWT_PRIVATE_KEY and JWKS are set, and were read back'
        }

        authkeys_seed() {
            LC_ALL=C
            export LC_ALL
            umask 077
            authkeys_overwrite=${AUTHKEYS_OVERWRITE:-0}
            authkeys_patience=$(authkeys_number "${AUTHKEYS_WAIT_SECONDS:-}" 300)
            authkeys_pause=$(authkeys_number "${AUTHKEYS_PAUSE_SECONDS:-}" 1)
            authkeys_api=http://127.0.0.1:$(authkeys_number "${AUTHKEYS_PORT:-}" 3210)
            authkeys_deadline=$(($(date +%s) + authkeys_patience))
            authkeys_reason=
            authkeys_prepare || return 1
            authkeys_wait || return 1
            while :; do
                authkeys_attempt
                case $? in
                0) return 0 ;;
                1) return 1 ;;
                esac
                authkeys_backend_runs || return 1
                authkeys_is_late && return 1
                sleep "$authkeys_pause"
            done
        }

        authkeys_seed_and_tell() {
            if authkeys_seed; then
                # In a shell of its own: where it cannot be made, ':' would end this one.
                if (: > "$authkeys_marker") 2> /dev/null; then
                    authkeys_say "result: $authkeys_result"
                else
                    authkeys_say "result: $authkeys_result; the marker could not be made (AUTHKEYS_MARKER)"
                fi
            elif authkeys_backend_runs; then
                authkeys_say "result: not seeded: $authkeys_reason; the backend runs without it"
            else
                authkeys_say "result: not seeded: the backend has ended"
            fi
        }

        cd "${AUTHKEYS_CONVEX_DIR:-/convex}" || authkeys_say 'there is no folder /convex (AUTHKEYS_CONVEX_DIR)'
        rm -f -- "$authkeys_marker" 2> /dev/null
        authkeys_seed_and_tell < /dev/null &
        unset authkeys_key authkeys_key_base64 authkeys_jwks authkeys_jwks_base64
        exec ./run_backend.sh "$@"

        """#
}
