import assert from "node:assert/strict";

import { ConfigError, parseConfig, type ParsedConfig } from "../../config";

/** A stack file in parsed form, free to be changed. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests break it in every way
export type Raw = Record<string, any>;

export const TODAY = "2026-11-23";
export const ACCOUNT = "123456789012";
export const KEYS = {
    ed25519: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIPjTuszyZqw+XQCO5K12sCr7xZDAqi/j2CRJ9moijELQ",
    ed25519Too: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDK6PQAGm0WMb4LfsWJg2a9VQBamUME9w8cYy4V3FTOs",
    rsa3072:
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQDfy7uf08Ht10iFgdCn79ofssQfNZnb9SB+W3pgB1DhR1kYbtIMOwCb0VhVpLlE6nPfnYrEEG4MtGDlwGa9+mAAFRjw+hWSg/PysuFebl4gIPhlkMnTQ/2HJG+XZI/p6KDn1M9q2F2EAAod0wyJQNWZP0aWq69DV0wSQW/IDLW+DU4aoEgIIjc38JpS04nVQVNrjgxvDmom/d2KuD0h0IGfXBCgWD+rgCh3Clmo2CAT+eqmjqZ6wg6PenhdBx3g+AAcAm712L+YD4XIiD3fPgvgQ98WQ6VeQD6cNqpg+M8q2/LdpgISa11s73XWnl0KZn8+SutqXQ8S5HOkVYjmmika6Bw0AKz6neDgNbX1zX4j8bIQtH8Vbt94wsZm0elPSRAcrxK8vAgQXcU9voXni0QIqJpumL4oWNe37nneGzmUhoMno1/1eYdkI0jzzJLYc8QG8ZO1l/iuZdSCbHocyEnMyEkF82rEGV/kWe1eaRrs0oS7vTxb2iqYQszSesyBNS8=",
    rsa4096:
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAACAQDZrgOXJ9Jo1LSEadljWwJifcmukXj4n5apLyb7BNgt0x2kBTl8kelcoKYMVEeceJARoLGJa6TWHDcC8DcwiYTXpzkdNyB3MJH+My/mdLFPSvJaxlJk2cAr/E6sqMg64VV20C5jsvt3WK/7jl0qv7+u3C/C4klv/uQzybPQOAqLU/n7XmwU9bHn5bXyfVB+sfkoWWrB2ZLMCYWoinTgA0ppLqVVQmWYEoVsbIJbLdr4dB058l40LNv2oVS+qCJsReW/J19L9PWayr4MF5nDx4ZBe/iYUW3F93Vlradu8LdEe6FC9KgdeMeryVg9wnKzI5phTbFIWSeux8sVhs1jOuGLDmy8u2V4DBswNiGgGVoyR/+Dwe58dBODJHKHFoKAq4RmNblyhzdUP4b6bIXR2l/iDIlysJXNiBO7/PwKR/RCS3dj+Ypa4PIQ9vIayPWwNvqRLb7ypTraF081AU/vBlA78Ax5meEukIVziEc4WgWFHZTnvDVjOtEpOROm3VK3T62z6aIafdHxqDNI+KE2aUHTh128K1FbH4PX1W+96eXFuEWTpo6CeJfuaFH254jZRLrtO1kd2CT27OEmTpQTm49tuLqiV66f+n0hTj3VK6B9+y2fH0b1YTzv56kQWUHn3efejSB5hXYcpWCFvSCR8BLOgYK1Wnh8QXqpFBFgrJuRdQ==",
    rsa2048:
        "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCNz1HmdV8TdV1/gy5vF7B/eJEHB5R/6TS1BtOFoXIKbFTwVdTI3jofFpgo8Gc4aqoCTpgQ/VGauZmkg1cBA1z55WCzsmwCZXd5SsKCmig1sPoC/Rk2Wrww2omWqaXn9SJIP3iyhdImrr5PnFhk+ai2n1/eCB6aTsupUdBsLmnbTBQqLKJV0g/IBW9zSMVwGNClvXlzY8PA5QydmhHkBcW2VYuqD0U5bkVgbtqKA+jQJRp4ifIV2j4uQQBgXi8myIu8wZQ2cSVK0vFqMY4i+8UAp2msTiiafX2GDTQGAenyUIP9PBAyh77M0QxKAphNCX/SFFQLQH1jG6m/Hh+sD0Xd",
    dss: "ssh-dss AAAAB3NzaC1kc3MAAACBAILfhBKn4PVNwrz2rYhtyJT3l02u+VDHf4xFpAwZWCFZtZP35RaaPvYw6XomuH2up5ieomiQ1d87kgyk1Hsjo7VBdqZOOM8LbYCg/xBG7rwYvYfWc5G5R3m2iZAmkLApR7MoUB3elhfazQftlKdV5/008U/r4TNtKqREZnx3ZyJRAAAAFQCPrrjp9XTZV9SkQ2RNqMNTUykXOwAAAH8mRqM7fe/s43ytvO195bpihJADMvYpBrWrcgf/sXrAXEk66NoJ3JgtQimbeqKQYB4JVQw0m5TazcmYlnZ0VbPqnT7wb0G/wvjjndB5Vc6f4Q+cv1G/hqR0dnQTIXyQHrN/1m+ycfQF4htJjDE+MPRetFnQczF3DFpdUdWFi4M+AAAAgAJwBVi6bdCB2CEgjauTaXTzaiOfU0+lkqjayzEuxDceVKqHnc488QrYblIbDBbi7+zfRUeo3+syErvob3ifCEc9FdPiMlA/mH4Tj0kFn6q7vJK75ala/Lta2b1dc8JynC6+DYeZVxK6Cl5ZOBI1epnPSN+/EWTuEYZ6YPfrXRih",
    ecdsa: "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBOwRg9LVwA0+Bfzmwchlc3aVGZfm2eXyLUSNHyUYTfahOEQNzUsFrLuGYrFy95k3NoEXf/BgQLwHVYxBxkDO4cs=",
};

/** The smallest stack file that nothing is wrong with. */
export function soundStack(): Raw {
    return {
        accountId: ACCOUNT,
        network: { cidrBlock: "10.20.0.0/16" },
        dns: { zoneName: "appsonic.example", hostedZoneId: "Z0123456789EXAMPLE01" },
        bastion: {
            imageId: "ami-0123456789abcdef0",
            trustedNetworks: [
                {
                    name: "office",
                    cidr: "203.0.113.0/28",
                    owner: "facilities@appsonic.example",
                    reviewBy: "2027-05-31",
                },
            ],
            engineers: [{ name: "anna", publicKey: KEYS.ed25519, expires: "2027-11-22" }],
        },
        access: {
            developers: [`arn:aws:iam::${ACCOUNT}:user/dora`],
            support: [`arn:aws:iam::${ACCOUNT}:user/sam`],
            deployment: `arn:aws:iam::${ACCOUNT}:role/ci`,
        },
        services: [soundService("licensing")],
        alarms: {
            recipients: {
                critical: ["oncall@appsonic.example"],
                warning: ["platform@appsonic.example"],
            },
        },
    };
}

/** The smallest service that nothing is wrong with. */
export function soundService(name: string): Raw {
    return {
        name,
        tier: "public",
        dataClass: "account-data",
        purpose: "support",
        retentionDays: 90,
        hostName: `${name}.appsonic.example`,
        platform: "corretto-21",
        instanceTypes: ["t4g.small"],
        instances: { min: 1, max: 2 },
    };
}

/** Parses on 2026-11-23 as stack "prod", unless told otherwise. */
export function parse(raw: Raw, { stack = "prod", today = TODAY } = {}): ParsedConfig {
    return parseConfig(raw, { stack, today });
}

/** What is wrong, a line each; an empty list when nothing is. */
export function problemsIn(raw: Raw, context?: { stack?: string; today?: string }): string[] {
    try {
        parse(raw, context);
        return [];
    } catch (error) {
        assert.ok(error instanceof ConfigError, String(error));
        return error.problems.map((p) => `${p.path}: found ${p.found}, expected ${p.expected}`);
    }
}

/** A sound stack file with one value changed; `undefined` takes the key out. */
export function changed(path: string, value: unknown): Raw {
    return change(soundStack(), path, value);
}

/** Changes one value of a stack file, and gives it. */
export function change(raw: Raw, path: string, value: unknown): Raw {
    const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
    const last = steps.pop()!;
    const parent = steps.reduce<Raw>((at, step) => at[step] as Raw, raw);
    parent[last] = value;
    return raw;
}
