import { webhookHttps } from "../../../policies/https-only/webhook-https";
import { DELIVERY_URLS } from "../../../policies/lib/views/outgoing-urls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const DESTINATION = "aws:cloudwatch/eventApiDestination:EventApiDestination";
const { accepts, reports, cannotEvaluate } = verdictsOf(webhookHttps, DESTINATION);

type Props = Readonly<Record<string, unknown>>;

/** Properties that have a value at a path. */
function at(path: string, value: unknown): Props {
    return path
        .split(".")
        .reverse()
        .reduce<unknown>((inner, key) => ({ [key]: inner }), value) as Props;
}

describe("webhook-https", () => {
    for (const [type, paths] of Object.entries(DELIVERY_URLS)) {
        it(`accepts HTTPS and reports plain HTTP on ${type}`, async () => {
            await accepts({}, type);
            for (const path of paths) {
                await accepts(at(path, "https://hooks.example"), type);
                await accepts(at(path, ""), type);
                const message = `${path} begins with http://, expected https://`;
                await reports(at(path, "http://user:pass@hooks.example"), [message], type);
                await cannotEvaluate(at(path, UNKNOWN), [`${path} is not known yet`], [], type);
            }
        });
    }

    it("reports addresses on the computer itself, where no delivery can go", async () => {
        await reports({ invocationEndpoint: "http://localhost" }, [
            "invocationEndpoint begins with http://, expected https://",
        ]);
    });
});
