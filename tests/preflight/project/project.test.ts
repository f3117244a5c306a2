import assert from "node:assert/strict";
import { readProject, readStackFile, stackNames } from "../../../preflight/project/project";
import { UsageError } from "../../../preflight/usage-error";
import { folder } from "../support/folders";

const problemsOf = (action: () => unknown): readonly string[] => {
    try {
        action();
    } catch (error) {
        assert.ok(error instanceof UsageError, String(error));
        return error.problems;
    }
    return assert.fail("expected a UsageError");
};

describe("readProject", () => {
    it("accepts the short and the long form of runtime, main and every extension", () => {
        for (const extension of ["yaml", "yml", "json"]) {
            const text =
                extension === "json"
                    ? '{"name": "shop", "runtime": {"name": "nodejs", "options": {"typescript": false}}, "main": "src"}'
                    : "name: shop\nruntime: {name: nodejs, options: {typescript: false}}\nmain: src\n";
            const project = readProject(folder({ [`Pulumi.${extension}`]: text }));
            assert.equal(project.name, "shop");
            assert.equal(project.main, "src");
            assert.deepEqual(project.runtimeOptions, { typescript: false });
            assert.equal(project.extension, extension);
        }
        const short = readProject(folder({ "Pulumi.yaml": "name: shop\nruntime: nodejs\n" }));
        assert.equal(short.main, undefined);
        assert.deepEqual(short.runtimeOptions, {});
    });

    it("reports a folder that is not there, and one without a project", () => {
        const empty = folder({});
        assert.deepEqual(
            problemsOf(() => readProject(`${empty}/nowhere`)),
            [`${empty}/nowhere: found no such folder, expected the folder of a Pulumi program`],
        );
        assert.deepEqual(
            problemsOf(() => readProject(empty)),
            [`${empty}: found no Pulumi.yaml, expected the folder of a Pulumi program`],
        );
    });

    it("reports every problem of the file at once", () => {
        const dir = folder({
            "Pulumi.yaml": "runtime: python\nmain: 3\nconfig:\n  size: {type: text}\n",
        });
        assert.deepEqual(
            problemsOf(() => readProject(dir)),
            [
                "Pulumi.yaml: name: found nothing, expected the project's name",
                'Pulumi.yaml: runtime: found "python", expected nodejs: preflight runs TypeScript and JavaScript programs',
                "Pulumi.yaml: main: found 3, expected a path",
                'Pulumi.yaml: config.size.type: found "text", expected one of: string, integer, number, boolean, array, object',
            ],
        );
    });

    it("reports YAML that cannot be read, with its place, and a file that is not a map", () => {
        const broken = folder({ "Pulumi.yaml": "name: [shop\nruntime: nodejs\n" });
        const [first] = problemsOf(() => readProject(broken));
        assert.match(first ?? "", /^Pulumi\.yaml: .+ at line \d+, column \d+/);
        assert.deepEqual(
            problemsOf(() => readProject(folder({ "Pulumi.yaml": "- a\n" }))),
            ['Pulumi.yaml: found ["a"], expected a map of keys'],
        );
        assert.deepEqual(
            problemsOf(() => readProject(folder({ "Pulumi.yaml": "" }))),
            [
                "Pulumi.yaml: name: found nothing, expected the project's name",
                "Pulumi.yaml: runtime: found nothing, expected nodejs",
            ],
        );
        assert.deepEqual(
            problemsOf(() =>
                readProject(
                    folder({ "Pulumi.yaml": "name: a\nruntime: {options: 1}\nconfig: 7\n" }),
                ),
            ),
            [
                'Pulumi.yaml: runtime: found {"options":1}, expected nodejs',
                "Pulumi.yaml: config: found 7, expected a map of keys",
            ],
        );
    });
});

describe("stack files", () => {
    it("are listed in order and found in stackConfigDir", () => {
        const dir = folder({
            "Pulumi.yaml": "name: shop\nruntime: nodejs\nstackConfigDir: stacks\n",
            "stacks/Pulumi.prod.yaml": "config: {a: 1}\n",
            "stacks/Pulumi.dev.json": '{"config": {"a": 2}}',
            "stacks/Pulumi.yaml": "not: a stack\n",
        });
        const project = readProject(dir);
        assert.deepEqual(stackNames(project), ["dev", "prod"]);
        assert.deepEqual(readStackFile(project, "dev").config, { a: 2 });
        assert.deepEqual(stackNames({ ...project, stackDir: `${dir}/none` }), []);
    });

    it("accepts any stack name where the project has no stack files", () => {
        const project = readProject(folder({ "Pulumi.yaml": "name: shop\nruntime: nodejs\n" }));
        assert.deepEqual(readStackFile(project, "dev"), {
            stack: "dev",
            config: {},
            environments: [],
        });
    });

    it("reports an unknown stack with the ones there are", () => {
        const project = readProject(
            folder({
                "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
                "Pulumi.prod.yaml": "",
                "Pulumi.dev.yaml": "",
            }),
        );
        assert.deepEqual(
            problemsOf(() => readStackFile(project, "pord")),
            [
                '--stack pord: found no Pulumi.pord.yaml, expected one of: dev, prod (did you mean "prod"?)',
            ],
        );
    });

    it("names the environments that a file imports", () => {
        const project = readProject(
            folder({
                "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
                "Pulumi.a.yaml": "environment: [aws/prod, {other: {merge: false}}]\n",
                "Pulumi.b.yaml": "environment: {imports: [x]}\nconfig: null\n",
                "Pulumi.c.yaml": "config: [1]\n",
            }),
        );
        assert.deepEqual(readStackFile(project, "a").environments, ["aws/prod", "other"]);
        assert.deepEqual(readStackFile(project, "b").environments, ["x"]);
        assert.deepEqual(
            problemsOf(() => readStackFile(project, "c")),
            ["Pulumi.c.yaml: config: found [1], expected a map of keys"],
        );
    });
});
