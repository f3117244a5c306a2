/** Login shell of every engineer and sshd's forced command. */
export const RECORDED_SHELL_PATH = "/usr/local/bin/recorded-shell";

/** How the recorder marks its lines; rsyslog sorts by it. */
export const SESSION_TAG = "bastion-session";

/**
 * A shell whose output goes to syslog while it happens, where its user can add but neither change nor delete.
 *
 * It is the login shell itself, because sshd starts a forced command through the login shell, and bash would read the
 * user's own `.bashrc` before it (`-p` keeps even `BASH_ENV` out). `SHELL` is reset because `script` starts it.
 */
export const RECORDED_SHELL = `#!/bin/bash -p
export PATH=/usr/bin:/bin SHELL=/bin/bash
who="$(id -un) pid $$ from \${SSH_CONNECTION%% *}"
note() { logger --priority authpriv.notice --tag ${SESSION_TAG} -- "$1"; }
if [[ -n "\${SSH_ORIGINAL_COMMAND:-}" || ! -t 0 ]]; then
    note "refused command: $who"
    echo "This bastion opens recorded interactive shells only." >&2
    exit 1
fi
echo "This session is recorded."
note "session opened: $who"
script --quiet --flush --return --command "/bin/bash --login" \\
    --log-out >(exec logger --priority authpriv.notice --tag ${SESSION_TAG} --size 8192 --id=$$)
status=$?
note "session closed: $who"
exit $status
`;
