import assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { bastionSecurityGroup } from "../../../components/bastion/firewall";
import { record } from "../recording";
import { BASTION } from "./examples";

describe("bastionSecurityGroup", () => {
    it("is known only with its rules, without which the first boot fails", async () => {
        let waitsFor: string[] = [];
        await record(async () => {
            const id = bastionSecurityGroup(
                "bastion",
                { ...BASTION, ...BASTION.network },
                new pulumi.ComponentResource("test:index:Parent", "parent"),
            );
            const resources = await (id as unknown as Dependent).allResources();
            waitsFor = await Promise.all([...resources].map(nameOf));
        });
        assert.deepEqual(waitsFor.sort(), [
            "bastion-from-office",
            "bastion-from-office-ipv6",
            "bastion-security-group",
            "bastion-to-endpoints",
            "bastion-to-s3",
        ]);
    });
});

/** What the SDK knows of an output and does not declare. */
interface Dependent {
    allResources(): Promise<ReadonlySet<pulumi.Resource>>;
}

async function nameOf(resource: pulumi.Resource): Promise<string> {
    const urn = await new Promise<string>((resolve) => resource.urn.apply(resolve));
    return urn.slice(urn.lastIndexOf(":") + 1);
}
