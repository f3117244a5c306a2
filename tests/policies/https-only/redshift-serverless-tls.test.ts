import { redshiftServerlessTls } from "../../../policies/https-only/redshift-serverless-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    redshiftServerlessTls,
    "aws:redshiftserverless/workgroup:Workgroup",
);

function workgroup(...parameters: readonly (readonly [string, unknown])[]) {
    return {
        configParameters: parameters.map(([parameterKey, parameterValue]) => ({
            parameterKey,
            parameterValue,
        })),
    };
}

describe("redshift-serverless-tls", () => {
    it("accepts workgroups that require TLS", async () => {
        for (const value of ["true", "TRUE"]) {
            await accepts(workgroup(["auto_mv", "false"], ["require_ssl", value]));
        }
    });

    it("reports workgroups that do not", async () => {
        for (const value of ["false", "", "1"]) {
            await reports(workgroup(["auto_mv", "true"], ["require_ssl", value]), [
                `configParameters[1].parameterValue of require_ssl is "${value}", expected "true"`,
            ]);
        }
    });

    it("does not evaluate AWS's default", async () => {
        const message = `configParameters does not set require_ssl, and AWS's default has changed, expected "true"`;
        for (const props of [{}, { configParameters: null }, workgroup(["auto_mv", "true"])]) {
            await cannotEvaluate(props, [message]);
        }
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ configParameters: UNKNOWN }, ["configParameters is not known yet"]);
        await cannotEvaluate(
            workgroup([UNKNOWN, "true"], ["require_ssl", "false"]),
            ["configParameters[0].parameterKey is not known yet"],
            [`configParameters[1].parameterValue of require_ssl is "false", expected "true"`],
        );
        await cannotEvaluate(workgroup(["require_ssl", UNKNOWN]), [
            "configParameters[0].parameterValue is not known yet",
        ]);
    });
});
