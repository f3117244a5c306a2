import { AUDIT_RULES } from "./audit-rules";
import {
    authorizedKeysFiles,
    type AuthorizedKeysFile,
    type SupportEngineer,
} from "./authorized-keys";
import {
    agentConfiguration,
    HEARTBEAT_SERVICE,
    HEARTBEAT_TIMER,
    RSYSLOG_DROP_IN,
} from "./log-shipping";
import { RECORDED_SHELL, RECORDED_SHELL_PATH } from "./recorded-shell";
import {
    AUTHORIZED_KEYS_FOLDER,
    POST_QUANTUM_KEX,
    SSHD_DROP_IN_PATH,
    sshdConfiguration,
} from "./sshd";

/** What an instance of the bastion is told when it starts. */
export interface BastionUserData {
    /** Name of the bastion: part of its log groups' names. */
    readonly bastion: string;
    readonly region: string;
    /** Allocation of the fixed address. */
    readonly allocationId: string;
    readonly engineers: readonly SupportEngineer[];
    /** Ranges of addresses that may sign in. */
    readonly sources: readonly string[];
}

/** EC2 refuses more (measured before base64). */
const MAX_BYTES = 16_384;

const AGENT_CONFIGURATION_PATH = "/opt/aws/amazon-cloudwatch-agent/etc/bastion.json";

// Sessions run on the instance whose role they must not borrow: only root may ask the metadata service.
const METADATA_FIREWALL = `table inet bastion {
    chain output {
        type filter hook output priority 0; policy accept;
        ip daddr 169.254.169.254 meta skuid != 0 reject
    }
}
`;

/**
 * The script that makes a bastion of a plain Amazon Linux 2023: the same parts give the same text, so that only a real
 * change replaces the instance. It holds no secrets. sshd is stopped first and started last, and the address comes last
 * of all: an instance on which a step failed is never reachable.
 * @throws {Error} when the script is longer than EC2 takes
 */
export function bastionUserData(parts: BastionUserData): string {
    const keys = authorizedKeysFiles(parts.engineers, parts.sources);
    const script = [
        "#!/bin/bash",
        "set -euo pipefail",
        // An instance that failed to become a bastion ends, and Auto Scaling tries again with the next.
        "trap '[[ $? -eq 0 ]] || poweroff' EXIT",
        "systemctl stop sshd",
        "# sshd reads expiry-time in the system's time zone.",
        "timedatectl set-timezone UTC",
        // Pushes keys that ignore every expiry.
        "dnf remove -y ec2-instance-connect",
        // AL2023 writes no /var/log/secure without rsyslog. Packages come from S3, through the gateway endpoint.
        "dnf install -y amazon-cloudwatch-agent audit nftables rsyslog",
        ...files(parts, keys),
        ...accounts(keys),
        ...services(),
        ...address(parts),
    ].join("\n");
    const bytes = Buffer.byteLength(`${script}\n`);
    if (bytes > MAX_BYTES) {
        throw new Error(
            `user data of ${parts.bastion}: found ${bytes} bytes for ${parts.engineers.length} engineers, expected at most ${MAX_BYTES}: use ed25519 keys, they are short`,
        );
    }
    return `${script}\n`;
}

function files(parts: BastionUserData, keys: readonly AuthorizedKeysFile[]): string[] {
    return [
        // The distribution's own rules switch the auditing of system calls off.
        "rm -f /etc/audit/rules.d/*.rules",
        writeFile("/etc/audit/rules.d/bastion.rules", "0600", AUDIT_RULES),
        writeFile("/etc/rsyslog.d/10-bastion.conf", "0644", RSYSLOG_DROP_IN),
        writeFile("/etc/systemd/system/bastion-heartbeat.service", "0644", HEARTBEAT_SERVICE),
        writeFile("/etc/systemd/system/bastion-heartbeat.timer", "0644", HEARTBEAT_TIMER),
        writeFile("/etc/sysconfig/nftables.conf", "0600", METADATA_FIREWALL),
        writeFile(AGENT_CONFIGURATION_PATH, "0644", agentConfiguration(parts.bastion)),
        writeFile(RECORDED_SHELL_PATH, "0755", RECORDED_SHELL),
        writeFile(SSHD_DROP_IN_PATH, "0600", sshdConfiguration(keys.map((file) => file.login))),
        `ssh -Q kex | grep -qx ${POST_QUANTUM_KEX} || sed -i 's/${POST_QUANTUM_KEX},//' ${SSHD_DROP_IN_PATH}`,
        `install -d -m 0755 ${AUTHORIZED_KEYS_FOLDER}`,
        ...keys.map((file) =>
            writeFile(`${AUTHORIZED_KEYS_FOLDER}/${file.login}`, "0644", file.content),
        ),
    ];
}

function accounts(keys: readonly AuthorizedKeysFile[]): string[] {
    return [
        // The image's default user may become root.
        "id ec2-user >/dev/null 2>&1 && userdel --remove ec2-user",
        "rm -f /etc/sudoers.d/90-cloud-init-users",
        ...keys.map(
            ({ login, expires }) =>
                `useradd --create-home --shell ${RECORDED_SHELL_PATH} --expiredate ${expires} ${login}`,
        ),
    ];
}

function services(): string[] {
    return [
        "augenrules --load",
        "systemctl enable --now nftables",
        "systemctl enable rsyslog",
        "systemctl restart rsyslog",
        "systemctl daemon-reload",
        "systemctl enable --now bastion-heartbeat.timer",
        `/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s -c file:${AGENT_CONFIGURATION_PATH}`,
        "sshd -t",
        "systemctl start sshd",
        // Engineers compare it at their first sign-in: every replacement has a new host key.
        'logger -p authpriv.notice -t bastion-host-key "$(ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub)"',
    ];
}

function address(parts: BastionUserData): string[] {
    return [
        "metadata=http://169.254.169.254/latest",
        'token="$(curl -sSf -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 60" $metadata/api/token)"',
        'instance="$(curl -sSf -H "X-aws-ec2-metadata-token: $token" $metadata/meta-data/instance-id)"',
        // Without a public address yet, this goes through the EC2 interface endpoint.
        "for attempt in {1..30}; do",
        `    aws ec2 associate-address --region ${parts.region} --allocation-id ${parts.allocationId} --instance-id "$instance" --allow-reassociation && exit 0`,
        "    sleep 10",
        "done",
        "exit 1",
    ];
}

/** A file as a here-document; quoted, so that the shell replaces nothing in it. */
function writeFile(path: string, mode: string, content: string): string {
    return `install -D -m ${mode} /dev/stdin ${path} <<'END_OF_FILE'\n${content}END_OF_FILE`;
}
