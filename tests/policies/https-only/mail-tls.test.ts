import { mailTls } from "../../../policies/https-only/mail-tls";
import { UNKNOWN } from "../support/judge";
import { verdictsOf } from "../support/verdicts";

const { accepts, reports, cannotEvaluate } = verdictsOf(
    mailTls,
    "aws:ses/configurationSet:ConfigurationSet",
);

const SENDING_V2 = "aws:sesv2/configurationSet:ConfigurationSet";
const RECEIVING = "aws:ses/receiptRule:ReceiptRule";
const INGRESS = "aws:mailmanager/ingressPoint:IngressPoint";

describe("mail-tls", () => {
    it("accepts what requires TLS", async () => {
        await accepts({ deliveryOptions: { tlsPolicy: "Require" } });
        await accepts({ deliveryOptions: { tlsPolicy: "REQUIRE" } }, SENDING_V2);
        await accepts({ tlsPolicy: "Require" }, RECEIVING);
        for (const tlsPolicy of ["REQUIRED", "FIPS"]) await accepts({ tlsPolicy }, INGRESS);
    });

    it("reports what sends in plain text as well", async () => {
        const path = "deliveryOptions.tlsPolicy";
        await reports({ deliveryOptions: { tlsPolicy: "Optional" } }, [
            `${path} is "Optional", expected "Require"`,
        ]);
        await reports(
            { deliveryOptions: { tlsPolicy: "OPTIONAL" } },
            [`${path} is "OPTIONAL", expected "REQUIRE"`],
            SENDING_V2,
        );
        for (const props of [{}, { deliveryOptions: null }, { deliveryOptions: {} }]) {
            await reports(props, [
                `${path} is not set, which means "Optional", expected "Require"`,
            ]);
            await reports(
                props,
                [`${path} is not set, which means "OPTIONAL", expected "REQUIRE"`],
                SENDING_V2,
            );
        }
    });

    it("reports what receives in plain text as well", async () => {
        await reports(
            { tlsPolicy: "Optional" },
            [`tlsPolicy is "Optional", expected "Require"`],
            RECEIVING,
        );
        await reports(
            {},
            [`tlsPolicy is not set, which means "Optional", expected "Require"`],
            RECEIVING,
        );
        await reports(
            { tlsPolicy: "OPTIONAL" },
            [`tlsPolicy is "OPTIONAL", expected "REQUIRED" or "FIPS"`],
            INGRESS,
        );
    });

    it("does not evaluate a default that is not documented", async () => {
        const message = `tlsPolicy is not set, and AWS's default is not documented, expected "REQUIRED"`;
        for (const props of [{}, { tlsPolicy: null }]) {
            await cannotEvaluate(props, [message], [], INGRESS);
        }
    });

    it("does not evaluate what is not known yet", async () => {
        await cannotEvaluate({ deliveryOptions: UNKNOWN }, ["deliveryOptions is not known yet"]);
        for (const type of [RECEIVING, INGRESS]) {
            await cannotEvaluate({ tlsPolicy: UNKNOWN }, ["tlsPolicy is not known yet"], [], type);
        }
    });
});
