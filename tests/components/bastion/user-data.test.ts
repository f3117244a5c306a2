import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

import { type BastionUserData, bastionUserData } from "../../../components/bastion/user-data";
import { ANNA, BRUNO, ED25519 } from "./examples";

const PARTS: BastionUserData = {
    bastion: "bastion",
    region: "eu-west-1",
    allocationId: "eipalloc-1",
    engineers: [BRUNO, ANNA],
    sources: ["203.0.113.0/28"],
};

describe("user data of the bastion", () => {
    const script = bastionUserData(PARTS);
    const lines = script.split("\n");

    it("is a script that bash can read", () => {
        const { status, stderr } = spawnSync("bash", ["-n"], { input: script, encoding: "utf8" });
        assert.deepEqual({ status, stderr }, { status: 0, stderr: "" });
    });

    it("starts sshd only after everything else, and takes the address last", () => {
        const order = [
            "trap '[[ $? -eq 0 ]] || poweroff' EXIT",
            "systemctl stop sshd",
            "timedatectl set-timezone UTC",
            "dnf remove -y ec2-instance-connect",
            "dnf install -y amazon-cloudwatch-agent audit nftables rsyslog",
            "augenrules --load",
            "systemctl enable --now nftables",
            "systemctl restart rsyslog",
            "systemctl enable --now bastion-heartbeat.timer",
            "sshd -t",
            "systemctl start sshd",
            '    aws ec2 associate-address --region eu-west-1 --allocation-id eipalloc-1 --instance-id "$instance" --allow-reassociation && exit 0',
        ];
        assert.deepEqual(
            lines.filter((line) => order.includes(line)),
            order,
        );
    });

    it("makes one account per engineer that ends with its key and has the recorded shell", () => {
        assert.deepEqual(
            lines.filter((line) => line.startsWith("useradd")),
            [
                "useradd --create-home --shell /usr/local/bin/recorded-shell --expiredate 2027-11-22 anna",
                "useradd --create-home --shell /usr/local/bin/recorded-shell --expiredate 2027-06-30 bruno",
            ],
        );
        assert.ok(lines.includes("AllowUsers anna bruno"));
        assert.ok(
            lines.includes(
                `restrict,pty,from="203.0.113.0/28",expiry-time="202711220000" ${ED25519} anna`,
            ),
        );
    });

    it("audits the commands of engineers and of those who come by Session Manager", () => {
        assert.deepEqual(
            lines.filter((line) => line.endsWith("-k commands")),
            [
                "-a always,exit -F arch=b64 -S execve,execveat -F auid>=1000 -F auid!=unset -k commands",
                "-a always,exit -F arch=b64 -S execve,execveat -F auid=unset -F uid>=1000 -k commands",
            ],
        );
    });

    it("keeps the metadata service to root, whose role sessions must not borrow", () => {
        assert.ok(lines.includes("        ip daddr 169.254.169.254 meta skuid != 0 reject"));
    });

    it("ships every log to a group of its own", () => {
        const agent = lines.find((line) => line.startsWith('{"agent"'));
        assert.ok(agent);
        const { logs } = JSON.parse(agent) as {
            logs: { logs_collected: { files: { collect_list: Record<string, string>[] } } };
        };
        assert.deepEqual(
            logs.logs_collected.files.collect_list.map((file) => [
                file["file_path"],
                file["log_group_name"],
            ]),
            [
                ["/var/log/secure", "/appsonic/bastion/secure"],
                ["/var/log/bastion-sessions.log", "/appsonic/bastion/sessions"],
                ["/var/log/audit/audit.log", "/appsonic/bastion/audit"],
            ],
        );
    });

    it("is the same for engineers in another order, and another one for another key", () => {
        assert.equal(bastionUserData({ ...PARTS, engineers: [ANNA, BRUNO] }), script);
        assert.notEqual(bastionUserData({ ...PARTS, engineers: [ANNA] }), script);
        assert.notEqual(
            bastionUserData({ ...PARTS, engineers: [ANNA, { ...BRUNO, expires: "2027-07-01" }] }),
            script,
        );
    });

    /** As many engineers as given, each with a key of the length of RSA 4096. */
    const crowd = (count: number): BastionUserData => ({
        ...PARTS,
        engineers: Array.from({ length: count }, (_, index) => ({
            name: `engineer${String(index)}`,
            publicKey: `ssh-rsa ${"A".repeat(716)}`,
            expires: "2027-11-22",
        })),
    });

    it("accepts eight engineers with the longest usual keys", () => {
        assert.ok(Buffer.byteLength(bastionUserData(crowd(8))) <= 16_384);
    });

    it("reports more than EC2 takes", () => {
        assert.throws(() => bastionUserData(crowd(40)), {
            message:
                /^user data of bastion: found \d{5} bytes for 40 engineers, expected at most 16384: use ed25519 keys, they are short$/,
        });
    });
});
