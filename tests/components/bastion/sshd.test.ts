import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { sshdConfiguration } from "../../../components/bastion/sshd";

const SSHD = "/usr/sbin/sshd";
const SSH_KEYGEN = "/usr/bin/ssh-keygen";

describe("sshd of the bastion", () => {
    const lines = sshdConfiguration(["bruno", "anna"]).split("\n");

    const promised = [
        "AuthenticationMethods publickey",
        "PasswordAuthentication no",
        "KbdInteractiveAuthentication no",
        "PermitRootLogin no",
        "AuthorizedKeysFile /etc/ssh/authorized_keys.d/%u",
        "AuthorizedKeysCommand none",
        "AllowUsers anna bruno",
        "MaxAuthTries 3",
        "LogLevel VERBOSE",
        "ForceCommand /usr/local/bin/recorded-shell",
        "DisableForwarding yes",
        "AllowTcpForwarding no",
        "AllowAgentForwarding no",
        "X11Forwarding no",
        "PermitTunnel no",
    ];
    for (const line of promised) {
        it(`says ${line}`, () => {
            assert.ok(lines.includes(line));
        });
    }

    it("lets nobody in when there is no engineer", () => {
        const nobody = sshdConfiguration([]).split("\n");
        assert.ok(nobody.includes("DenyUsers *"));
        assert.deepEqual(
            nobody.filter((line) => line.startsWith("AllowUsers")),
            [],
        );
    });

    it("sets no option twice", () => {
        const keys = lines.filter((line) => line !== "").map((line) => line.split(" ")[0]);
        assert.deepEqual(keys, [...new Set(keys)]);
    });

    describe("read by the real sshd", () => {
        let folder: string;
        before(function () {
            const probe = spawnSync(SSHD, ["-T", "-f", "/dev/null"], { encoding: "utf8" });
            // Debian makes the folder when it starts the service, so it can be missing beside an installed sshd.
            const obstacle = probe.error
                ? `${SSHD} is not installed`
                : /Missing privilege separation directory.*/.exec(probe.stderr)?.[0];
            if (obstacle) {
                console.log(`      skipped: ${obstacle.trim()}`);
                this.skip();
            }
            folder = mkdtempSync(join(tmpdir(), "bastion-sshd-"));
        });
        after(() => {
            if (folder) rmSync(folder, { recursive: true });
        });

        /** What sshd makes of a configuration: exit status, complaints, and effective options. */
        function effective(configuration: string): { complaints: string; options: string[] } {
            const hostKey = join(folder, "host-key");
            rmSync(hostKey, { force: true });
            spawnSync(SSH_KEYGEN, ["-q", "-t", "ed25519", "-N", "", "-f", hostKey]);
            const file = join(folder, "sshd_config");
            writeFileSync(file, configuration.replace("/etc/ssh/ssh_host_ed25519_key", hostKey));
            const run = spawnSync(SSHD, ["-T", "-f", file], { encoding: "utf8" });
            return {
                complaints: `${String(run.status)} ${run.stderr}`,
                options: run.stdout.split("\n"),
            };
        }

        it("is accepted without a complaint", () => {
            // Builds without Kerberos or GSSAPI say that they ignore these; that is what we want of them.
            const { complaints } = effective(
                sshdConfiguration(["anna"]).replace(
                    /^(KerberosAuthentication|GSSAPIAuthentication).*\n/gm,
                    "",
                ),
            );
            assert.equal(complaints, "0 ");
        });

        it("leaves public keys as the only method and modern algorithms only", () => {
            const { options } = effective(sshdConfiguration(["anna", "bruno"]));
            for (const expected of [
                "authenticationmethods publickey",
                "passwordauthentication no",
                "kbdinteractiveauthentication no",
                "permitrootlogin no",
                "allowtcpforwarding no",
                "disableforwarding yes",
                "allowusers anna",
                "allowusers bruno",
                "forcecommand /usr/local/bin/recorded-shell",
                "ciphers chacha20-poly1305@openssh.com,aes256-gcm@openssh.com,aes128-gcm@openssh.com",
                "macs hmac-sha2-512-etm@openssh.com,hmac-sha2-256-etm@openssh.com",
                "kexalgorithms sntrup761x25519-sha512@openssh.com,curve25519-sha256,curve25519-sha256@libssh.org",
                "loglevel VERBOSE",
            ]) {
                assert.ok(options.includes(expected), `${expected} is not effective`);
            }
        });

        it("would report an option that sshd does not know", () => {
            assert.match(
                effective("NoSuchOption yes\n").complaints,
                /^255 .*Bad configuration option: NoSuchOption/,
            );
        });
    });
});
