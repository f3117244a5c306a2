import { RECORDED_SHELL_PATH } from "./recorded-shell";

/** Where the drop-in goes: before `50-redhat.conf`, because sshd keeps the first value it reads. */
export const SSHD_DROP_IN_PATH = "/etc/ssh/sshd_config.d/10-bastion.conf";

/** Folder of the keys files, one per login. Root owns it: nobody adds a key or lifts an expiry from inside a session. */
export const AUTHORIZED_KEYS_FOLDER = "/etc/ssh/authorized_keys.d";

/** Hybrid post-quantum key exchange; user data takes it out again where the installed sshd does not know it. */
export const POST_QUANTUM_KEX = "sntrup761x25519-sha512@openssh.com";

const KEY_EXCHANGES = [POST_QUANTUM_KEX, "curve25519-sha256", "curve25519-sha256@libssh.org"];
const CIPHERS = [
    "chacha20-poly1305@openssh.com",
    "aes256-gcm@openssh.com",
    "aes128-gcm@openssh.com",
];
const MACS = ["hmac-sha2-512-etm@openssh.com", "hmac-sha2-256-etm@openssh.com"];
const KEY_ALGORITHMS = [
    "sk-ssh-ed25519@openssh.com",
    "sk-ecdsa-sha2-nistp256@openssh.com",
    "ssh-ed25519",
    "rsa-sha2-512",
    "rsa-sha2-256",
];

/**
 * The complete sshd drop-in of the bastion: public keys only, no root, and a recorded shell as the only thing a session
 * can be. Forwarding of every kind is off, because a host that forwards cannot record what is done through it.
 *
 * Written for OpenSSH 8.7 (Amazon Linux 2023): an option that it does not know would keep sshd from starting.
 * @param logins who may sign in; nobody when empty
 */
export function sshdConfiguration(logins: readonly string[]): string {
    const lines: [string, string][] = [
        ["HostKey", "/etc/ssh/ssh_host_ed25519_key"],
        ["HostKeyAlgorithms", "ssh-ed25519"],
        ["KexAlgorithms", KEY_EXCHANGES.join(",")],
        ["Ciphers", CIPHERS.join(",")],
        ["MACs", MACS.join(",")],
        ["RekeyLimit", "512M 1h"],

        ["AuthenticationMethods", "publickey"],
        ["PubkeyAuthentication", "yes"],
        ["PubkeyAcceptedAlgorithms", KEY_ALGORITHMS.join(",")],
        ["AuthorizedKeysFile", `${AUTHORIZED_KEYS_FOLDER}/%u`],
        // EC2 Instance Connect hooks in here with keys that ignore every expiry.
        ["AuthorizedKeysCommand", "none"],
        ["TrustedUserCAKeys", "none"],
        ["PasswordAuthentication", "no"],
        ["KbdInteractiveAuthentication", "no"],
        ["HostbasedAuthentication", "no"],
        ["GSSAPIAuthentication", "no"],
        ["KerberosAuthentication", "no"],
        ["PermitEmptyPasswords", "no"],
        ["PermitRootLogin", "no"],
        // PAM opens and closes the audited login session; it asks for nothing.
        ["UsePAM", "yes"],
        ["StrictModes", "yes"],
        // No AllowUsers line means everybody.
        logins.length > 0 ? ["AllowUsers", [...logins].sort().join(" ")] : ["DenyUsers", "*"],
        ["MaxAuthTries", "3"],
        ["MaxSessions", "2"],
        ["MaxStartups", "10:30:60"],
        ["LoginGraceTime", "30"],

        ["ForceCommand", RECORDED_SHELL_PATH],
        ["DisableForwarding", "yes"],
        ["AllowTcpForwarding", "no"],
        ["AllowStreamLocalForwarding", "no"],
        ["AllowAgentForwarding", "no"],
        ["X11Forwarding", "no"],
        ["PermitTunnel", "no"],
        ["PermitOpen", "none"],
        ["PermitListen", "none"],
        ["GatewayPorts", "no"],
        ["PermitUserEnvironment", "no"],
        ["PermitUserRC", "no"],
        ["PermitTTY", "yes"],

        ["SyslogFacility", "AUTHPRIV"],
        // VERBOSE names the fingerprint of the key that signed in: the only link from a session to a key.
        ["LogLevel", "VERBOSE"],
        ["ClientAliveInterval", "300"],
        ["ClientAliveCountMax", "2"],
        ["TCPKeepAlive", "no"],
        ["Compression", "no"],
        ["UseDNS", "no"],
        ["PrintLastLog", "yes"],
    ];
    return lines.map(([key, value]) => `${key} ${value}\n`).join("");
}
