import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { openShapes, type TypeExpression } from "../../../../preflight/cloud/shapes/shapes";
import { isUnknownValue } from "../../../../policies/lib/unknown-value";
import {
    CALLBACK_URLS,
    DELIVERY_URLS,
    isLocal,
    isPlainHttp,
    typesWith,
    visitUrls,
} from "../../../../policies/lib/views/outgoing-urls";
import { guarded, UNKNOWN } from "../../support/unknown";

const shapes = openShapes([join(__dirname, "../../../..")]);

/** Whether the SDK declares a text, or a list of texts, at a path of a type's arguments. */
function isDeclared(type: string, path: string): boolean {
    const [first = "", ...rest] = path.split(".");
    const member = shapes.resource(type)?.args.get(first);
    return member !== undefined && hasText(type, member.type, rest);
}

function hasText(token: string, type: TypeExpression, keys: readonly string[]): boolean {
    switch (type.kind) {
        case "union":
            return type.options.some((option) => hasText(token, option, keys));
        case "list":
            return hasText(token, type.element, keys);
        case "map":
            return keys.length === 1 && hasText(token, type.element, []);
        case "reference": {
            const found = shapes.resolve(token, type.path);
            return found !== undefined && hasText(token, found, keys);
        }
        case "object": {
            const [key, ...rest] = keys;
            const member = type.members.find(({ name }) => name === key);
            return member !== undefined && hasText(token, member.type, rest);
        }
        default:
            return type.kind === "string" && keys.length === 0;
    }
}

describe("outgoing URLs", () => {
    for (const [title, urls] of [
        ["deliveries", DELIVERY_URLS],
        ["callbacks", CALLBACK_URLS],
    ] as const) {
        for (const [type, paths] of Object.entries(urls)) {
            it(`are declared by the SDK: ${title} of ${type}`, () => {
                assert.ok(paths.length > 0);
                assert.deepEqual(
                    paths.filter((path) => !isDeclared(type, path)),
                    [],
                );
            });
        }
    }

    it("are visited one by one, and what is not known yet ends its own part only", () => {
        const props = guarded({
            https: [{ url: "https://a" }, { url: UNKNOWN, confirmationUrl: "http://b" }, UNKNOWN],
            errorAction: { http: { url: "http://c" }, elasticsearch: { endpoint: 7 } },
        });
        const seen: string[] = [];
        let unknown = 0;
        visitUrls(
            DELIVERY_URLS,
            "aws:iot/topicRule:TopicRule",
            props,
            (part) => {
                try {
                    part();
                } catch (error) {
                    assert.ok(isUnknownValue(error));
                    unknown++;
                }
            },
            (url, path) => seen.push(`${path} ${url}`),
        );
        assert.deepEqual(seen, [
            "https[0].url https://a",
            "https[1].confirmationUrl http://b",
            "errorAction.http.url http://c",
        ]);
        assert.equal(unknown, 3);
    });

    it("are none for other types", () => {
        const fail = (): void => {
            assert.fail("expected no visit");
        };
        visitUrls(DELIVERY_URLS, "aws:s3/bucket:Bucket", { url: "http://a" }, fail, fail);
    });

    it("name their types", () => {
        assert.deepEqual(typesWith({ "a:b:C": ["x"], "d:e:F": ["y"] }), ["a:b:C", "d:e:F"]);
    });
});

describe("isPlainHttp and isLocal", () => {
    for (const [url, plain, local] of [
        ["http://example.com", true, false],
        ["HTTP://example.com", true, false],
        [" http://example.com", true, false],
        ["https://example.com", false, false],
        ["https://example.com/?next=http://example.com", false, false],
        ["example.com", false, false],
        ["httpd", false, false],
        ["", false, false],
        ["sftp://example.com", false, false],
        ["http://localhost", true, true],
        ["http://localhost:3000/x", true, true],
        ["HTTP://LocalHost/", true, true],
        ["http://localhost?x", true, true],
        ["http://localhost#x", true, true],
        ["http://127.0.0.1:80", true, true],
        ["http://[::1]/", true, true],
        ["http://localhost.example.com", true, false],
        ["http://localhosts", true, false],
        ["http://127.0.0.10", true, false],
        ["http://user@localhost", true, false],
        ["http://localhost@example.com", true, false],
        ["http://localhost:80@example.com", true, false],
        ["http://localhost:x@example.com", true, false],
        ["http://example.com/http://localhost", true, false],
        ["https://localhost", false, false],
        ["my-app://localhost", false, false],
    ] as const) {
        it(`know "${url}"`, () => {
            assert.equal(isPlainHttp(url), plain);
            assert.equal(isLocal(url), local);
        });
    }

    it("never take an HTTPS address for plain, and no plain one for HTTPS", () => {
        fc.assert(
            fc.property(fc.webUrl({ validSchemes: ["http", "https"] }), (url) => {
                assert.equal(isPlainHttp(url), url.startsWith("http:"));
                assert.ok(!isLocal(url));
            }),
        );
    });
});
