import { efsPolicySecureTransport } from "../../../policies/https-only/efs-policy-secure-transport";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    efsPolicySecureTransport,
    "aws:efs/fileSystemPolicy:FileSystemPolicy",
);
const EXPECTED = `expected a Deny of elasticfilesystem:ClientMount to everybody where aws:SecureTransport is "false"`;

const allow = {
    Effect: "Allow",
    Principal: "*",
    Action: "elasticfilesystem:Client*",
    Resource: "*",
};
const deny = {
    ...allow,
    Effect: "Deny",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

function policy(...statements: readonly unknown[]) {
    return { fileSystemId: "fs-1", policy: JSON.stringify({ Statement: statements }) };
}

describe("efs-policy-secure-transport", () => {
    it("accepts policies that refuse mounts in plain text", async () => {
        await accepts(policy(allow, deny));
        await accepts(policy({ ...allow, Condition: { Bool: { "aws:SecureTransport": "true" } } }));
    });

    it("reports policies that do not", async () => {
        const message = `policy lets clients mount in plain text, ${EXPECTED}`;
        await reports(policy(allow), [message]);
        await reports(policy(allow, { ...deny, Action: "elasticfilesystem:ClientWrite" }), [
            message,
        ]);
    });

    it("reports what is no policy", async () => {
        await reports({ policy: "{" }, [`policy is not JSON, ${EXPECTED}`]);
        for (const props of [{}, { policy: null }, { policy: "" }]) {
            await reports(props, [`policy is not set, ${EXPECTED}`]);
        }
    });

    it("does not evaluate a policy that is not known yet", async () => {
        await cannotEvaluate({ policy: UNKNOWN }, ["policy is not known yet"]);
    });
});
