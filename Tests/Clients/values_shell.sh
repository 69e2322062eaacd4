# sh values_shell.sh FILE...: what a shell finds in each file, as NAME=VALUE, each ended by NUL, and one NUL more.
for file; do
    (
        unset JWT_PRIVATE_KEY JWKS
        . "$file"
        printf 'JWT_PRIVATE_KEY=%s\0JWKS=%s\0\0' "$JWT_PRIVATE_KEY" "$JWKS"
    ) || exit
done
