import assert from "node:assert/strict";
import { aliasUrn, aliasUrns } from "../../../preflight/engine/aliases";

const now = {
    stack: "dev",
    project: "shop",
    parent: "urn:pulumi:dev::shop::shop:web:Site::site",
    type: "aws:s3/bucket:Bucket",
    name: "site-files",
};

describe("aliases", () => {
    it("takes a whole URN as it is", () => {
        assert.equal(
            aliasUrn({ urn: "urn:pulumi:a::b::c:d:E::f" }, now),
            "urn:pulumi:a::b::c:d:E::f",
        );
    });

    it("fills what is not said from the resource, and reads empty as not said", () => {
        const spec = {
            urn: "",
            name: "old",
            type: "",
            stack: "",
            project: "",
            parentUrn: "",
            noParent: false,
        };
        assert.equal(
            aliasUrn(spec, now),
            "urn:pulumi:dev::shop::shop:web:Site$aws:s3/bucket:Bucket::old",
        );
    });

    it("takes another stack, project, type and parent", () => {
        const spec = {
            stack: "s",
            project: "p",
            type: "a:b:C",
            parentUrn: "urn:pulumi:dev::shop::x:y:Z::z",
        };
        assert.equal(aliasUrn(spec, now), "urn:pulumi:s::p::x:y:Z$a:b:C::site-files");
    });

    it("has no parent's type for no parent, and none for the stack", () => {
        const bare = "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::site-files";
        assert.equal(aliasUrn({ noParent: true }, now), bare);
        assert.equal(
            aliasUrn({ parentUrn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev" }, now),
            bare,
        );
    });

    it("gives a child the names it had under its parent's earlier ones", () => {
        assert.deepEqual(
            aliasUrns([{ name: "old" }], now, ["urn:pulumi:dev::shop::shop:web:Page::page"]),
            [
                "urn:pulumi:dev::shop::shop:web:Site$aws:s3/bucket:Bucket::old",
                "urn:pulumi:dev::shop::shop:web:Page$aws:s3/bucket:Bucket::page-files",
                "urn:pulumi:dev::shop::shop:web:Page$aws:s3/bucket:Bucket::old",
            ],
        );
    });

    it("gives none without aliases", () => {
        assert.deepEqual(aliasUrns([], now, []), []);
    });
});
