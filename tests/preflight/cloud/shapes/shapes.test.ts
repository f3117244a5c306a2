import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { openShapes } from "../../../../preflight/cloud/shapes/shapes";
import {
    declarationFiles,
    findPackage,
    parseToken,
} from "../../../../preflight/cloud/shapes/packages";
import { anyText, blank, sample } from "../../../../preflight/cloud/shapes/samples";
import { parseType } from "../../../../preflight/cloud/shapes/type-expression";

const shapes = openShapes([process.cwd()]);

/** A folder with an SDK of one package. */
function sdk(scope: string, files: Readonly<Record<string, string>>): string {
    const root = fs.mkdtempSync(path.join(os.tmpdir(), "sdk-"));
    for (const [name, text] of Object.entries({ "package.json": "{}", ...files })) {
        const file = path.join(root, "node_modules", scope, name);
        fs.mkdirSync(path.dirname(file), { recursive: true });
        fs.writeFileSync(file, text);
    }
    return root;
}

const POD = `import * as pulumi from "@pulumi/pulumi";
export declare class Pod extends pulumi.CustomResource {
    /** A text, e.g. readonly wrong: pulumi.Output<string>; */
    readonly apiVersion: pulumi.Output<"v1">;
    readonly spec: pulumi.Output<outputs.core.v1.PodSpec>;
    constructor(name: string, args?: PodArgs);
}
export interface PodArgs {
    spec?: pulumi.Input<inputs.core.v1.PodSpec>;
}
`;

describe("preflight/cloud/shapes: what an SDK declares", () => {
    it("reads a resource's outputs and arguments", () => {
        const topic = shapes.resource("aws:sns/topic:Topic")!;
        assert.equal(topic.component, false);
        assert.deepEqual(topic.outputs.get("arn"), {
            name: "arn",
            type: { kind: "string" },
            optional: false,
        });
        assert.equal(topic.outputs.get("displayName")?.optional, true);
        assert.equal(topic.args.get("name")?.optional, true);
        assert.equal(topic.args.has("arn"), false);
    });

    it("tells components", () => {
        assert.equal(shapes.resource("awsx:ec2:Vpc")?.component, true);
    });

    it("reads a function's arguments and result", () => {
        const ami = shapes.function("aws:ec2/getAmi:getAmi")!;
        assert.equal(ami.args.get("owners")?.optional, true);
        assert.equal(ami.result.get("architecture")?.optional, false);
    });

    it("reads nested types, in namespaces and outside", () => {
        const option = shapes.resolve("aws:acm/certificate:Certificate", [
            "outputs",
            "acm",
            "CertificateDomainValidationOption",
        ]);
        assert.deepEqual(option?.kind === "object" && option.members.map(({ name }) => name), [
            "domainName",
            "resourceRecordName",
            "resourceRecordType",
            "resourceRecordValue",
        ]);
        const filter = shapes.resolve("aws:index/getRegions:getRegions", [
            "inputs",
            "GetRegionsFilterArgs",
        ]);
        assert.equal(filter?.kind, "object");
    });

    it("finds a class set apart from its folder's index, and a function whose token has a capital", () => {
        assert.equal(
            shapes.resource("aws:kendra/index:Index")?.outputs.get("arn")?.optional,
            false,
        );
        assert.equal(
            shapes.function("aws:resourceexplorer/search:Search")?.result.has("resourceCounts"),
            true,
        );
    });

    it("takes an enumeration's first member", () => {
        assert.deepEqual(shapes.resolve("aws:index/x:X", ["enums", "Region"]), {
            kind: "literal",
            value: "af-south-1",
        });
        assert.equal(shapes.resolve("aws:index/x:X", ["enums", "Nothing"]), undefined);
        assert.equal(shapes.resolve("aws:index/x:X", ["enums", "nowhere", "Nothing"]), undefined);
    });

    it("knows nothing of what is not declared", () => {
        assert.equal(shapes.resource("aws:sns/topic:Nothing"), undefined);
        assert.equal(shapes.resource("nowhere:a/b:C"), undefined);
        assert.equal(shapes.resource("not a token"), undefined);
        assert.equal(shapes.function("aws:ec2/getAmi:getNothing"), undefined);
        assert.equal(shapes.resolve("aws:a/b:C", ["outputs", "ec2", "Nothing"]), undefined);
        assert.equal(shapes.resolve("aws:a/b:C", ["outputs", "nowhere", "Nothing"]), undefined);
        assert.equal(shapes.resolve("aws:a/b:C", ["pulumiAws", "ec2", "Vpc"]), undefined);
        assert.equal(shapes.resolve("nowhere:a/b:C", ["outputs", "A"]), undefined);
    });

    it("finds Kubernetes types, in versions as folders and in types nested twice", () => {
        const root = sdk("@pulumi/kubernetes", {
            "core/v1/pod.d.ts": POD,
            "types/output.d.ts":
                "export declare namespace core {\n    namespace v1 {\n        interface PodSpec {\n            containers: string[];\n        }\n    }\n}\n",
        });
        const own = openShapes([root]);
        assert.deepEqual(
            [...(own.resource("kubernetes:core/v1:Pod")?.outputs.keys() ?? [])],
            ["apiVersion", "spec"],
        );
        const spec = own.resolve("kubernetes:core/v1:Pod", ["outputs", "core", "v1", "PodSpec"]);
        assert.deepEqual(spec, {
            kind: "object",
            members: [
                {
                    name: "containers",
                    type: { kind: "list", element: { kind: "string" } },
                    optional: false,
                },
            ],
        });
    });

    it("finds a file whose letters are in another case, and SDKs of the community", () => {
        const root = sdk("@pulumiverse/time", { "POD.d.ts": POD });
        assert.equal(openShapes([root]).resource("time:index:Pod")?.outputs.size, 2);
    });

    it("takes an unscoped package for an SDK only if it says so", () => {
        const root = sdk("random", {});
        assert.equal(findPackage("random", [root]), undefined);
        const own = sdk("thing", { "package.json": '{"pulumi":{"resource":true}}' });
        assert.equal(findPackage("thing", [own]), path.join(own, "node_modules", "thing"));
    });

    it("takes the first root's copy", () => {
        const [first, second] = [sdk("@pulumi/x", {}), sdk("@pulumi/x", {})];
        assert.equal(
            findPackage("x", [first, second]),
            path.join(first, "node_modules", "@pulumi", "x"),
        );
    });

    it("knows where a token is declared", () => {
        assert.deepEqual(
            declarationFiles({ package: "aws", module: "index/getRegion", name: "getRegion" }),
            ["getRegion", "getRegion/getRegion"],
        );
        assert.deepEqual(
            declarationFiles({
                package: "kubernetes",
                module: "rbac.authorization.k8s.io/v1",
                name: "Role",
            }),
            [
                "rbac.authorization.k8s.io/v1",
                "rbac.authorization.k8s.io/v1/role",
                "rbac/v1/role",
                "rbac/v1",
            ],
        );
        assert.equal(parseToken("a:b"), undefined);
        assert.equal(parseToken("a:b:c:d"), undefined);
    });
});

describe("preflight/cloud/shapes: values of a type", () => {
    const text = (property: string): string => `a ${property}`;
    const of = (type: string): unknown =>
        sample(parseType(type), "thing", "aws:a/b:C", shapes, text);
    const CASES: readonly (readonly [string, unknown])[] = [
        ["string", "a thing"],
        ["number", 1],
        ["boolean", false],
        ['"one"', "one"],
        ["string[]", ["a thing"]],
        ["{ a: string; b?: string }", { a: "a a" }],
        ["{ [key: string]: string }", {}],
        ["undefined | number", 1],
        ["undefined", undefined],
        ["any", undefined],
        ["pulumiAws.ec2.Vpc", undefined],
        ["pulumiAws.ec2.Vpc[]", []],
        ["enums.Region", "af-south-1"],
    ];
    for (const [type, value] of CASES) {
        it(`gives ${type} a value`, () => {
            assert.deepEqual(of(type), value);
        });
    }

    it("leaves nested types that mention themselves", () => {
        const deep = { ...shapes, resolve: () => parseType("{ next: outputs.Again[] }") };
        const value = JSON.stringify(
            sample(parseType("outputs.Again"), "x", "aws:a/b:C", deep, text),
        );
        assert.equal(value, '{"next":[{"next":[]}]}');
    });

    const BLANKS: readonly (readonly [string, unknown])[] = [
        ["string", ""],
        ["number", 0],
        ["boolean", false],
        ["string[]", []],
        ["{ [key: string]: string }", {}],
        ['"one"', "one"],
        ["string | undefined", ""],
        ["undefined", undefined],
        ["outputs.s3.BucketWebsite", undefined],
    ];
    for (const [type, value] of BLANKS) {
        it(`leaves ${type} blank`, () => {
            assert.deepEqual(blank(parseType(type)), value);
        });
    }

    it("derives texts from property and seed", () => {
        assert.equal(anyText("a", "s"), anyText("a", "s"));
        assert.notEqual(anyText("a", "s"), anyText("a", "t"));
    });
});
