import assert from "node:assert/strict";
import { lightsailDefaultPorts } from "../../../policies/https-only/lightsail-default-ports";
import { type Fixture, UNKNOWN, urnOf } from "../support/judge";
import { verdicts } from "../support/verdicts";

const INSTANCE = "aws:lightsail/instance:Instance";
const PORTS = "aws:lightsail/instancePublicPorts:InstancePublicPorts";
const MESSAGE =
    "no InstancePublicPorts names this instance, which means SSH and HTTP from anywhere, expected TCP port 443 only";

const web: Fixture = { type: INSTANCE, name: "web", props: { name: "web-1" } };
const other: Fixture = { type: INSTANCE, name: "other", props: { name: "other-1" } };

function ports(instanceName: unknown, dependency?: Fixture): Fixture {
    const fixture = { type: PORTS, name: "ports", props: { instanceName } };
    if (dependency === undefined) return fixture;
    return { ...fixture, propertyDependencies: { instanceName: [urnOf(dependency)] } };
}

describe("lightsail-default-ports", () => {
    it("accepts an instance whose ports the program says, by name or by dependency", async () => {
        assert.deepEqual(await verdicts(lightsailDefaultPorts, [web, ports("web-1")]), []);
        assert.deepEqual(await verdicts(lightsailDefaultPorts, [web, ports(UNKNOWN, web)]), []);
    });

    it("reports an instance that no ports name", async () => {
        assert.deepEqual(await verdicts(lightsailDefaultPorts, [web, other, ports("web-1")]), [
            `other fail: ${MESSAGE}`,
        ]);
        assert.deepEqual(await verdicts(lightsailDefaultPorts, [web]), [`web fail: ${MESSAGE}`]);
    });

    it("does not evaluate an instance that ports of a name not known yet may be about", async () => {
        assert.deepEqual(await verdicts(lightsailDefaultPorts, [web, ports(UNKNOWN)]), [
            "web not-evaluated: instanceName is not known yet",
        ]);
    });

    it("does not apply to stacks without such an instance", async () => {
        assert.deepEqual(await verdicts(lightsailDefaultPorts, [ports("web-1")]), [
            `not-applicable: Policy only applies to resources of type '${INSTANCE}'`,
        ]);
    });
});
