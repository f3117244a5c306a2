import assert from "node:assert/strict";

import fc from "fast-check";

import { networkLayout, TIERS } from "../../../components/network/layout";
import { type AclRule, networkAcls } from "../../../components/network/network-acls";

const WORLD = "0.0.0.0/0";
const cidrBlock = "10.0.0.0/16";
const layout = networkLayout(cidrBlock, 2);
const acls = networkAcls({ cidrBlock, layout, sshSources: ["198.51.100.0/28", "192.0.2.7/32"] });

/** Rules without numbers, short: `443 from 0.0.0.0/0`. */
const short = (rules: readonly AclRule[]): string[] =>
    rules.map(({ fromPort, toPort, cidrBlock: block }) =>
        fromPort === toPort
            ? `${String(fromPort)} ${block}`
            : `${String(fromPort)}-${String(toPort)} ${block}`,
    );

/** What the rules decide about one port and one block that a rule names. */
const allows = (rules: readonly AclRule[], port: number, block: string): boolean =>
    rules.some((rule) => rule.cidrBlock === block && rule.fromPort <= port && port <= rule.toPort);

describe("network ACLs", () => {
    it("admit HTTPS, answers, and SSH from trusted networks to the public tier", () => {
        assert.deepEqual(short(acls.public.ingress), [
            "443 0.0.0.0/0",
            "1024-3388 0.0.0.0/0",
            "3390-65535 0.0.0.0/0",
            "22 192.0.2.7/32",
            "22 198.51.100.0/28",
        ]);
        assert.deepEqual(short(acls.public.egress), [
            "443 0.0.0.0/0",
            "1024-3388 0.0.0.0/0",
            "3390-65535 0.0.0.0/0",
        ]);
    });

    it("admit HTTPS from the network and answers from the world to instances", () => {
        for (const tier of ["app", "internal"] as const) {
            assert.deepEqual(short(acls[tier].ingress), [
                "443 10.0.0.0/16",
                "1024-3388 0.0.0.0/0",
                "3390-65535 0.0.0.0/0",
            ]);
            assert.deepEqual(short(acls[tier].egress), [
                "443 0.0.0.0/0",
                "1024-3388 10.0.0.0/16",
                "3390-65535 10.0.0.0/16",
            ]);
        }
    });

    it("admit databases' callers to the data tier and let nothing else out than answers to them", () => {
        assert.deepEqual(short(acls.data.ingress), [
            "5432 10.0.16.0/20",
            "5432 10.0.80.0/20",
            "5432 10.0.32.0/20",
            "5432 10.0.96.0/20",
        ]);
        assert.deepEqual(short(acls.data.egress), [
            "1024-3388 10.0.16.0/20",
            "3390-65535 10.0.16.0/20",
            "1024-3388 10.0.80.0/20",
            "3390-65535 10.0.80.0/20",
            "1024-3388 10.0.32.0/20",
            "3390-65535 10.0.32.0/20",
            "1024-3388 10.0.96.0/20",
            "3390-65535 10.0.96.0/20",
        ]);
    });

    it("number rules in tens and allow TCP only", () => {
        assert.deepEqual(acls.public.ingress[0], {
            ruleNo: 100,
            action: "allow",
            protocol: "tcp",
            cidrBlock: WORLD,
            fromPort: 443,
            toPort: 443,
        });
        assert.deepEqual(
            acls.public.ingress.map(({ ruleNo }) => ruleNo),
            [100, 110, 120, 130, 140],
        );
    });

    it("open neither SSH without trusted networks, nor SSH or remote desktop to the world, in any direction", () => {
        const closed = networkAcls({ cidrBlock, layout, sshSources: [] });
        for (const tier of TIERS) {
            for (const rules of [acls[tier].ingress, acls[tier].egress]) {
                for (const block of [WORLD, cidrBlock]) {
                    assert.equal(allows(rules, 22, block), false);
                    assert.equal(allows(rules, 3389, block), false);
                    assert.equal(allows(rules, 80, block), false);
                }
            }
            assert.ok(!closed[tier].ingress.some(({ fromPort }) => fromPort === 22));
        }
    });

    it("let the answer to every admitted connection out", () => {
        // The other end chooses any port from 1024 on; remote desktop's is the one that goes without.
        const port = fc
            .integer({ min: 1024, max: 65535 })
            .filter((candidate) => candidate !== 3389);
        fc.assert(
            fc.property(port, (answer) => {
                assert.ok(allows(acls.public.egress, answer, WORLD));
                assert.ok(allows(acls.app.egress, answer, cidrBlock));
                assert.ok(allows(acls.app.ingress, answer, WORLD));
                for (const block of [...layout.app, ...layout.internal]) {
                    assert.ok(allows(acls.data.egress, answer, block));
                }
            }),
        );
    });

    it("fit into an ACL with as many zones and trusted networks as there may be", () => {
        const sources = Array.from({ length: 15 }, (_, index) => `192.0.2.${String(index)}/32`);
        const largest = networkAcls({
            cidrBlock,
            layout: networkLayout(cidrBlock, 4),
            sshSources: sources,
        });
        assert.equal(largest.public.ingress.length, 18);
        assert.equal(largest.data.egress.length, 16);
    });

    it("reports more trusted networks than there is room for", () => {
        const sources = Array.from({ length: 16 }, (_, index) => `192.0.2.${String(index)}/32`);
        assert.throws(() => networkAcls({ cidrBlock, layout, sshSources: sources }), {
            message:
                "bastion.trustedNetworks: found 16 IPv4 networks, expected at most 15, the room a network ACL has",
        });
    });
});
