/// What a run of a job is given stands in its `env:` and nowhere in a script: there it would be pasted into the program.
extension GitHubActionsEmitter {
    static let rotation = """
        # \(EmittedFile.mayBeCommitted)
        # Belongs into .github/workflows.
        #
        # Replaces JWT_PRIVATE_KEY and JWKS of a self-hosted Convex deployment four times a year. What it costs users, and how
        # it goes on when something fails, is what 'authkeys convex rotate --help' says. The replaced pair is kept in a file
        # of the runner, which goes with the job. A run by hand leaves keys alone that are younger than 80 days. To rotate at
        # once, or again: authkeys convex rotate --yes from a machine that reaches the deployment.
        #
        # GitHub runs schedules from the default branch only, and switches them off in a public repository in which nothing
        # happened for 60 days.
        \(needs)
        name: authkeys-rotate

        on:
          schedule:
            - cron: "17 4 2 1,4,7,10 *"
          workflow_dispatch:

        # No access to the repository.
        permissions: {}

        # Two rotations never overlap, and none is broken off.
        concurrency:
          group: authkeys-rotate
          cancel-in-progress: false

        jobs:
          rotate:
            name: Rotate
            \(runner)
              - name: Rotate the keys
        \(environment)
                run: |
        \(prepare)
                  # A job that is started once more, or by hand, finds the keys young and leaves them alone.
                  authkeys convex rotate --yes --if-older-than 80d
          check:
            name: Check
            needs: rotate
            if: "!cancelled()"
            \(checkSteps)

        """

    static let check = """
        # \(EmittedFile.mayBeCommitted)
        # Belongs into .github/workflows.
        #
        # Looks every day at the keys that a self-hosted Convex deployment has and at what it publishes. A job that fails is
        # the alarm; what it found stands in the summary of the run.
        \(needs)
        name: authkeys-check

        on:
          schedule:
            - cron: "41 5 * * *"
          workflow_dispatch:

        # No access to the repository.
        permissions: {}

        # A check that is asked for while one runs waits for it.
        concurrency:
          group: authkeys-check
          cancel-in-progress: false

        jobs:
          check:
            name: Check
            \(checkSteps)

        """

    private static let needs = """
        #
        # The repository has to have, under "Secrets and variables":
        #   secret    CONVEX_SELF_HOSTED_ADMIN_KEY  what generate_admin_key.sh prints; it can do everything
        #   variable  CONVEX_SELF_HOSTED_URL        the API of the deployment, port 3210; the runner has to reach it
        #   variable  CONVEX_SITE_URL               the issuer: the site origin, port 3211
        #   variable  AUTHKEYS_URL                  where your authkeys for Linux is, https and without a login
        #   variable  AUTHKEYS_SHA256               what 'sha256sum authkeys' prints for it
        # Leave AUTHKEYS_URL out where the runner has authkeys on its PATH.
        """

    private static let checkSteps = """
        \(runner)
              - name: Check the keys
        \(environment)
                  CONVEX_SITE_URL: ${{ vars.CONVEX_SITE_URL }}
                run: |
        \(prepare)
                  # What the backend itself says of a token of 30 seconds, for nobody: --probe.
                  authkeys doctor --live --probe --format github
        """

    private static let runner = """
        # Of your own, where only that reaches the deployment.
            runs-on: ubuntu-24.04
            timeout-minutes: 15
            steps:
        \(getTool)
        """

    private static let environment = """
                shell: sh
                env:
                  CONVEX_SELF_HOSTED_URL: ${{ vars.CONVEX_SELF_HOSTED_URL }}
                  CONVEX_SELF_HOSTED_ADMIN_KEY: ${{ secrets.CONVEX_SELF_HOSTED_ADMIN_KEY }}
        """

    private static let getTool = #"""
              - name: Get authkeys
                shell: sh
                env:
                  AUTHKEYS_URL: ${{ vars.AUTHKEYS_URL }}
                  AUTHKEYS_SHA256: ${{ vars.AUTHKEYS_SHA256 }}
                run: |
                  if [ -n "$AUTHKEYS_URL" ]; then
                    folder=$RUNNER_TEMP/authkeys-bin
                    mkdir -p "$folder"
                    curl -q --proto '=https' --fail --silent --show-error --location --retry 3 --max-time 300 \
                      --output "$folder/authkeys" --url "$AUTHKEYS_URL"
                    if ! printf '%s  %s\n' "$AUTHKEYS_SHA256" "$folder/authkeys" \
                      | sha256sum --check --strict --status 2> /dev/null; then
                      echo '::error::What is at AUTHKEYS_URL is not the file that AUTHKEYS_SHA256 names'
                      exit 1
                    fi
                    chmod 755 "$folder/authkeys"
                    printf '%s\n' "$folder" >> "$GITHUB_PATH"
                  elif ! command -v authkeys > /dev/null; then
                    echo '::error::Set the variables AUTHKEYS_URL and AUTHKEYS_SHA256, or install authkeys on the runner'
                    exit 1
                  fi
        """#

    private static let prepare = #"""
                  for name in CONVEX_SELF_HOSTED_URL CONVEX_SELF_HOSTED_ADMIN_KEY; do
                    if [ -z "$(printenv "$name")" ]; then
                      printf '::error::%s is not set in this repository, or empty\n' "$name"
                      exit 1
                    fi
                  done
                  case $CONVEX_SELF_HOSTED_ADMIN_KEY in
                  *[!!-~]*)
                    echo '::error::CONVEX_SELF_HOSTED_ADMIN_KEY has a space or a line end in it; set it again'
                    exit 1
                    ;;
                  esac
                  # GitHub hides the secret as it stands, and not its part behind the bar.
                  printf '::add-mask::%s\n' "$CONVEX_SELF_HOSTED_ADMIN_KEY" "${CONVEX_SELF_HOSTED_ADMIN_KEY#*|}"
                  # What is written here goes with the job; and no .env.local of a project is read.
                  cd "$RUNNER_TEMP"
        """#
}
