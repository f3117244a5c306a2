import { architectureOf } from "./instance-types";
import { addDays, date } from "./dates";
import { hostName, name, words } from "./names";
import type { Problems } from "./problems";
import {
    type Draft,
    group,
    list,
    optional,
    type Reader,
    refuse,
    required,
    text,
    withDefault,
} from "./readers";
import { placed, reportRepeated } from "./repeated";
import { sshPublicKey } from "./ssh-public-keys";
import {
    checkTrustedNetworks,
    trustedRange,
    type TrustedNetworkSettings,
} from "./trusted-networks";
import type { BastionConfig, Engineer } from "./types";

/** The bastion as the stack file describes it. */
export interface BastionSettings extends Omit<BastionConfig, "architecture" | "trustedNetworks"> {
    readonly trustedNetworks: readonly TrustedNetworkSettings[];
}

/** Accounts that Amazon Linux has already, or that sshd and the agents run as. */
const LOGINS = [
    "adm",
    "apache",
    "bin",
    "chrony",
    "cwagent",
    "daemon",
    "dbus",
    "ec2-instance-connect",
    "ec2-user",
    "ftp",
    "games",
    "halt",
    "lp",
    "mail",
    "nobody",
    "operator",
    "root",
    "rpc",
    "shutdown",
    "ssm-user",
    "sshd",
    "sync",
    "systemd-network",
    "tcpdump",
    "tss",
    "wheel",
];

/** Two years: far enough that no clock that is a little wrong makes a stack file wrong. */
const MAX_KEY_DAYS = 731;

const engineer: Reader<Engineer> = group<Engineer>({
    name: required(
        text(
            "a login of at most 32 lower-case letters, digits and -, that Linux does not have already",
            (value) => /^[a-z][a-z0-9-]{0,31}$/.test(value) && !LOGINS.includes(value),
        ),
    ),
    publicKey: required(sshPublicKey),
    expires: required(date),
});

const trustedNetwork: Reader<TrustedNetworkSettings> = group<TrustedNetworkSettings>({
    name: required(name),
    cidr: required(trustedRange),
    owner: required(words),
    reviewBy: required(date),
});

/** The bastion, each key by itself. */
export const bastion: Reader<BastionSettings> = group<BastionSettings>({
    imageId: required(
        text('an image such as "ami-0123456789abcdef0"', /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/),
    ),
    instanceType: withDefault(
        (field) =>
            typeof field.value === "string" && architectureOf(field.value) !== undefined
                ? field.value
                : refuse(field, 'an EC2 instance type such as "t4g.small"'),
        "t4g.small",
    ),
    hostName: optional(hostName),
    // A network ACL has room for 20 rules, and the platform needs some itself.
    trustedNetworks: required(list("trusted networks", trustedNetwork, { min: 1, max: 15 })),
    engineers: required(list("engineers", engineer, { max: 100 })),
});

/** Reports what does not fit together within the bastion, or with the platform's own network. */
export function checkBastion(
    draft: Draft<BastionSettings>,
    cidrBlock: string | undefined,
    problems: Problems,
): void {
    const { trustedNetworks = [], engineers = [] } = draft;
    checkTrustedNetworks(trustedNetworks, cidrBlock, problems);
    const networks = placed(
        "bastion.trustedNetworks",
        trustedNetworks,
        ({ name }) => name,
        ".name",
    );
    reportRepeated(networks, "a name of its own", problems);
    const logins = placed("bastion.engineers", engineers, ({ name }) => name, ".name");
    reportRepeated(logins, "a name of its own", problems);
    const keys = placed("bastion.engineers", engineers, (one) => one.publicKey, ".publicKey");
    reportRepeated(keys, "a key of their own", problems, "a key");
}

/** Reports keys that live so long that they as good as never expire. */
export function checkExpiries(
    draft: Draft<BastionSettings>,
    today: string,
    problems: Problems,
): void {
    const latest = addDays(today, MAX_KEY_DAYS);
    for (const [index, engineer] of (draft.engineers ?? []).entries()) {
        if (engineer?.expires !== undefined && engineer.expires > latest) {
            problems.add(
                `bastion.engineers[${index}].expires`,
                `"${engineer.expires}"`,
                `a day within ${MAX_KEY_DAYS} days (until ${latest})`,
            );
        }
    }
}
