import assert from "node:assert/strict";
import {
    calleeVariables,
    withoutClashes,
} from "../../../components/services/environment-variables";

describe("environment variables of a service", () => {
    it("name the services that it may call", () => {
        assert.deepEqual(
            calleeVariables([
                { serviceName: "support-console", hostName: "console.appsonic.example" },
                { serviceName: "audit", hostName: "audit.appsonic.example" },
            ]),
            {
                SUPPORT_CONSOLE_URL: "https://console.appsonic.example",
                AUDIT_URL: "https://audit.appsonic.example",
            },
        );
    });

    it("are the platform's and the declared ones", () => {
        assert.deepEqual(withoutClashes({ PORT: "5000" }, { CACHE: "15" }, { TOKEN: "arn" }), {
            PORT: "5000",
            CACHE: "15",
        });
    });

    it("reports every declared one that the platform sets", () => {
        assert.throws(
            () =>
                withoutClashes(
                    { PORT: "5000", LOG_GROUP: "x" },
                    { PORT: "80", toString: "1" },
                    { LOG_GROUP: 1 },
                ),
            {
                message:
                    "environment.PORT: found a value, expected none: the platform sets it\n" +
                    "secrets.LOG_GROUP: found a value, expected none: the platform sets it",
            },
        );
    });
});
