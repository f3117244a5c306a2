import { oracleNetworkEncryption } from "../../../policies/https-only/oracle-network-encryption";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate, excludes } = verdictsOf(
    oracleNetworkEncryption,
    "aws:rds/optionGroup:OptionGroup",
);
const OPTION = "NATIVE_NETWORK_ENCRYPTION";
const MISSING = `options has no ${OPTION}, expected it with SQLNET.ENCRYPTION_SERVER "REQUIRED"`;

function group(options: unknown, engineName = "oracle-ee") {
    return { engineName, majorEngineVersion: "19", options };
}

function encryption(...settings: readonly (readonly [string, unknown])[]) {
    const optionSettings = settings.map(([name, value]) => ({ name, value }));
    return { optionName: OPTION, optionSettings };
}

describe("oracle-network-encryption", () => {
    it("accepts groups that require encryption", async () => {
        const option = encryption(["SQLNET.ENCRYPTION_SERVER", "REQUIRED"]);
        for (const engine of ["oracle-ee", "oracle-se2", "oracle-ee-cdb", "Oracle-EE"]) {
            await accepts(group([option], engine));
        }
        await accepts(group([{ optionName: "S3_INTEGRATION" }, option]));
        await accepts(group([encryption(["sqlnet.encryption_server", "Required"])]));
        await accepts(
            group([
                encryption(
                    ["SQLNET.ENCRYPTION_TYPES_SERVER", "AES256"],
                    ["SQLNET.ENCRYPTION_SERVER", "REQUIRED"],
                ),
            ]),
        );
    });

    it("reports groups without the option", async () => {
        const options = [null, [], [{ optionName: "SSL" }], [{}]];
        for (const each of options) await reports(group(each), [MISSING]);
        await reports({ engineName: "oracle-ee", majorEngineVersion: "19" }, [MISSING]);
    });

    it("reports the option with its defaults, which only ask for encryption", async () => {
        const message = `options[1].optionSettings does not set SQLNET.ENCRYPTION_SERVER, which means "REQUESTED", expected "REQUIRED"`;
        for (const option of [
            { optionName: OPTION },
            encryption(),
            encryption(["SQLNET.ENCRYPTION_CLIENT", "REQUIRED"]),
        ]) {
            await reports(group([{ optionName: "SSL" }, option]), [message]);
        }
    });

    it("reports every other setting", async () => {
        for (const value of ["REQUESTED", "ACCEPTED", "REJECTED", ""]) {
            await reports(group([encryption(["SQLNET.ENCRYPTION_SERVER", value])]), [
                `options[0].optionSettings[0].value of SQLNET.ENCRYPTION_SERVER is "${value}", expected "REQUIRED"`,
            ]);
        }
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate({ engineName: UNKNOWN }, ["engineName is not known yet"]);
        await cannotEvaluate(group(UNKNOWN), ["options is not known yet"]);
        await cannotEvaluate(group([UNKNOWN]), ["options[0] is not known yet"]);
        await cannotEvaluate(group([{ optionName: UNKNOWN }]), [
            "options[0].optionName is not known yet",
        ]);
        await cannotEvaluate(group([{ optionName: OPTION, optionSettings: UNKNOWN }]), [
            "options[0].optionSettings is not known yet",
        ]);
        await cannotEvaluate(
            group([
                encryption(
                    ["SQLNET.ENCRYPTION_SERVER", UNKNOWN],
                    ["SQLNET.ENCRYPTION_SERVER", "ACCEPTED"],
                ),
            ]),
            ["options[0].optionSettings[0].value is not known yet"],
            [
                `options[0].optionSettings[1].value of SQLNET.ENCRYPTION_SERVER is "ACCEPTED", expected "REQUIRED"`,
            ],
        );
    });

    it("does not apply to other engines", async () => {
        const reason = "Only engines of Oracle encrypt by an option";
        for (const engine of ["mysql", "sqlserver-ee", "custom-oracle-ee", ""]) {
            await excludes(group([], engine), reason);
        }
        await excludes({}, reason);
    });
});
