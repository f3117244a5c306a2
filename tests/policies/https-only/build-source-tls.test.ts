import { buildSourceTls } from "../../../policies/https-only/build-source-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    buildSourceTls,
    "aws:codebuild/project:Project",
);

describe("build-source-tls", () => {
    it("accepts projects that check certificates", async () => {
        for (const source of [{}, { insecureSsl: false }, { insecureSsl: null }]) {
            await accepts({ source });
            await accepts({ source: {}, secondarySources: [source] });
        }
        await accepts({});
    });

    it("reports each source that is not checked", async () => {
        await reports(
            {
                source: { insecureSsl: true },
                secondarySources: [{ insecureSsl: false }, { insecureSsl: true }],
            },
            [
                "secondarySources[1].insecureSsl is true, expected false",
                "source.insecureSsl is true, expected false",
            ],
        );
    });

    it("does not evaluate what is not known yet, and judges what is", async () => {
        await cannotEvaluate(
            { source: UNKNOWN, secondarySources: [UNKNOWN, { insecureSsl: true }] },
            ["secondarySources[0] is not known yet", "source is not known yet"],
            ["secondarySources[1].insecureSsl is true, expected false"],
        );
        await cannotEvaluate({ source: { insecureSsl: UNKNOWN }, secondarySources: UNKNOWN }, [
            "secondarySources is not known yet",
            "source.insecureSsl is not known yet",
        ]);
    });
});
