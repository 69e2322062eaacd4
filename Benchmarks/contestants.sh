# shellcheck shell=bash
# Sourced by run. Builds what races: raw libcrypto and this library, which have to be there, and the other libraries,
# which are left out, with the reason, where they are missing. Benchmarks/install-peers installs them.

contestants=()

contestant() { # LABEL CONTESTS COMMAND...
    (( ${#contestants[@]} == 0 )) || contestants+=(--)
    contestants+=("$@")
}

leave_out() { # LABEL REASON
    printf 'left-out peer/%s %s\n' "$1" "$2" >> "$samples"
    printf 'Left out: %s: %s\n' "$1" "$2" >&2
}

# What failed, as its last line of standard error has it; nothing when it did not.
failure() { # COMMAND...
    "$@" > "$work/output" 2> "$work/reason" || printf 'it cannot be built: %s' "$(tail -n 1 "$work/reason")"
}

peer() { # LABEL CONTESTS COMMAND...: it joins if it starts and verifies
    if printf 'verify 1 4\n' | "${@:3}" "$jwt" 2> "$work/reason" | grep -qx 4; then
        contestant "$@"
    else
        leave_out "$1" "it does not verify: $(tail -n 1 "$work/reason")"
    fi
}

installed_version() { # PACKAGE
    dpkg-query -W -f '${Version}' "$1" 2> /dev/null || printf 'of unknown version'
}

build_libjwt() {
    read -ra flags < <(pkg-config --cflags --libs libjwt)
    clang Peers/libjwt.c Peers/worker.c -o "$programs/libjwt" "${flags[@]}"
}

# GOPATH is where Debian puts the sources of Go libraries.
build_golang_jwt() {
    GO111MODULE=off GOPATH=/usr/share/gocode GOCACHE=$PWD/.build/go GOFLAGS='' \
        go build -o "$programs/golang-jwt" Peers/golang-jwt/main.go
}

build_jsonwebtoken() {
    CARGO_TARGET_DIR=.build/rust cargo build --release --offline --quiet \
        --manifest-path Peers/jsonwebtoken/Cargo.toml \
        --config 'source.crates-io.replace-with="debian"' \
        --config "source.debian.directory=\"$crates\"" \
        && cp .build/rust/release/jsonwebtoken-worker "$programs/jsonwebtoken"
}

race=verify:crypto-verify:2,sign:crypto-sign:2
jwks=load-jwk:load-jwk
pems=load-public-pem:load-public-pem,load-private-pem:load-private-pem
crates=/usr/share/cargo/registry

gather_contestants() {
    local reason python
    # Either environment has the same versions.
    for python in {.build/python,../.build/test-clients}/bin/python3; do [[ ! -x $python ]] || break; done
    read -ra libcrypto < <(pkg-config --static --cflags --libs libcrypto)
    clang -static Peers/raw/*.c Peers/worker.c -o "$programs/raw" "${libcrypto[@]}"
    contestant libcrypto "crypto-verify:crypto-verify:2,crypto-sign:crypto-sign:2,$race,$jwks,$pems" "$programs/raw" -
    contestant authkeys \
        "$race,verify-rsa:crypto-verify,verify-split:crypto-verify,verify-json:crypto-verify,$jwks,$pems" \
        "$worker"

    if ! command -v node > /dev/null; then
        for label in node-crypto jose; do leave_out "$label" "there is no 'node' on PATH"; done
    else
        peer node-crypto "$race,$jwks,$pems" node Peers/node-crypto.mjs
        if [[ -e /usr/share/nodejs/jose ]]; then peer jose "$race,$jwks,$pems" node Peers/jose.mjs
        else leave_out jose "Debian's node-jose is not installed"; fi
    fi

    if [[ -x $python ]]; then
        peer pyjwt "$race,$jwks,$pems" "$python" Peers/pyjwt.py
        peer joserfc "$race,$jwks,$pems" "$python" Peers/joserfc_worker.py
    else
        for label in pyjwt joserfc; do leave_out "$label" "there is no Benchmarks/.build/python"; done
    fi
    ! $smoke || return 0

    if ! command -v go > /dev/null || [[ ! -d /usr/share/gocode/src/github.com/golang-jwt/jwt ]]; then
        leave_out golang-jwt "there is no 'go' on PATH, or Debian's golang-github-golang-jwt-jwt-dev is not installed"
    elif reason=$(failure build_golang_jwt) && [[ -n $reason ]]; then leave_out golang-jwt "$reason"
    else
        peer golang-jwt "$race,$pems" "$programs/golang-jwt" "$(installed_version golang-github-golang-jwt-jwt-dev)"
    fi

    if ! command -v cargo > /dev/null || ! compgen -G "$crates/jsonwebtoken-*" > /dev/null; then
        leave_out jsonwebtoken "there is no 'cargo' on PATH, or Debian's librust-jsonwebtoken-dev is not installed"
    elif reason=$(failure build_jsonwebtoken) && [[ -n $reason ]]; then leave_out jsonwebtoken "$reason"
    else
        peer jsonwebtoken "$race,$jwks,$pems" "$programs/jsonwebtoken" "$(installed_version librust-jsonwebtoken-dev)"
    fi

    if ! pkg-config --exists libjwt; then
        leave_out libjwt "Debian's libjwt-dev is not installed"
    elif reason=$(failure build_libjwt) && [[ -n $reason ]]; then leave_out libjwt "$reason"
    else
        peer libjwt "$race" "$programs/libjwt" "$(installed_version libjwt-dev)"
    fi
}
