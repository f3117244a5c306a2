import assert from "node:assert/strict";
import {
    checkToken,
    createUrn,
    isProviderType,
    nameOf,
    packageOf,
    providedPackage,
    providerUrn,
    qualifiedType,
    referenceOf,
    typeOf,
} from "../../../preflight/engine/urn";
import { UNKNOWN } from "../../../preflight/values";

const ROOT = "urn:pulumi:dev::p::pulumi:pulumi:Stack::p-dev";
const SITE = "urn:pulumi:dev::p::web:index:Site::site";

describe("URNs", () => {
    it("take over the parent's types, but for the stack's", () => {
        const type = "aws:s3/bucket:Bucket";
        assert.equal(createUrn("dev", "p", "", type, "b"), `urn:pulumi:dev::p::${type}::b`);
        assert.equal(createUrn("dev", "p", ROOT, type, "b"), `urn:pulumi:dev::p::${type}::b`);
        const inner = createUrn("dev", "p", SITE, type, "b");
        assert.equal(inner, `urn:pulumi:dev::p::web:index:Site$${type}::b`);
        assert.equal(
            createUrn("dev", "p", inner, "a:b:C", "c"),
            `urn:pulumi:dev::p::web:index:Site$${type}$a:b:C::c`,
        );
    });

    it("have no type and no name where they are no URNs", () => {
        assert.deepEqual([qualifiedType("x"), typeOf("x"), nameOf("x")], ["", "", ""]);
    });
});

describe("type tokens", () => {
    it("begin with their package", () => {
        assert.equal(packageOf("aws:s3/bucket:Bucket"), "aws");
        assert.equal(packageOf("pulumi:providers:aws"), "pulumi");
        assert.equal(packageOf("aws"), "aws");
        assert.equal(packageOf(""), "");
    });

    it("of providers name the package that they serve", () => {
        assert.equal(isProviderType("pulumi:providers:aws"), true);
        assert.equal(isProviderType("pulumi:pulumi:Stack"), false);
        assert.equal(providedPackage("pulumi:providers:aws"), "aws");
    });

    it("reports one with fewer than three parts", () => {
        for (const type of ["", "Bucket", "aws:Bucket"]) {
            assert.throws(
                () => {
                    checkToken(type);
                },
                { message: `Type '${type}' is not a valid type token (must have format '*:*:*')` },
            );
        }
        assert.doesNotThrow(() => {
            checkToken("aws:s3/bucket:Bucket");
        });
    });
});

describe("provider references", () => {
    it("are a URN and an id, which is the unknown one while there is none", () => {
        const urn = "urn:pulumi:dev::p::pulumi:providers:aws::west";
        assert.equal(referenceOf({ urn, id: "1" }), `${urn}::1`);
        assert.equal(referenceOf({ urn, id: "" }), `${urn}::${UNKNOWN}`);
        assert.equal(providerUrn(`${urn}::1`), urn);
        assert.equal(providerUrn("x"), "");
    });
});
