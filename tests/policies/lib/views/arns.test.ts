import assert from "node:assert/strict";
import fc from "fast-check";
import { arnsIn, formatArn, parseArn, type Arn } from "../../../../policies/lib/views/arns";

const QUEUE = "arn:aws:sqs:eu-west-1:123456789012:orders";

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
const anyArn: fc.Arbitrary<Arn> = fc.record(
    {
        partition: fc.constantFrom("aws", "aws-cn", "aws-us-gov", "*"),
        service: fc.oneof(word, fc.constant("")),
        region: fc.oneof(word, fc.constantFrom("", "*", "us-*-?")),
        account: fc.constantFrom("", "123456789012", "aws", "*"),
        resource: fc.stringMatching(/^[a-z][a-z0-9/:*._-]{0,12}[a-z0-9*]$/),
    },
    { noNullPrototype: true },
);

describe("parseArn", () => {
    it("reads the parts", () => {
        assert.deepEqual(parseArn(QUEUE), {
            partition: "aws",
            service: "sqs",
            region: "eu-west-1",
            account: "123456789012",
            resource: "orders",
        });
    });

    it("reads what leaves parts empty, and resources with colons, slashes and variables", () => {
        assert.deepEqual(parseArn("arn:aws-cn:s3:::logs/${aws:username}/*"), {
            partition: "aws-cn",
            service: "s3",
            region: "",
            account: "",
            resource: "logs/${aws:username}/*",
        });
        assert.equal(parseArn("arn:aws:rds:eu-west-1:1:cluster:a:b")?.resource, "cluster:a:b");
    });

    it("reads wildcards", () => {
        assert.equal(parseArn("arn:*:logs:us-*:*:*")?.region, "us-*");
    });

    it("reads nothing else", () => {
        for (const text of [
            "",
            "orders",
            "arn:aws:sqs",
            "arn:aws:sqs:eu-west-1:123456789012:",
            `see ${QUEUE}`,
            `${QUEUE} and`,
            `${QUEUE}\n`,
            "barn:aws:sqs:eu-west-1:123456789012:orders",
            "urn:aws:sqs:eu-west-1:123456789012:orders",
            "arn:aws:sqs:${AWS::Region}:123456789012:orders",
        ]) {
            assert.equal(parseArn(text), undefined, text);
        }
    });

    it("reads back whatever is written", () => {
        fc.assert(
            fc.property(anyArn, (arn) => {
                assert.deepEqual(parseArn(formatArn(arn)), arn);
            }),
        );
    });
});

describe("arnsIn", () => {
    it("finds none in other texts", () => {
        for (const text of ["", "orders", "a barn:a:b:c:d:e", "arn:aws:sqs", "an-arn:a:b:c:d:e"]) {
            assert.deepEqual(arnsIn(text), [], text);
        }
    });

    it("ends an ARN where the text goes on", () => {
        for (const end of [
            '"',
            "'",
            " ",
            "\n",
            ",",
            ";",
            ")",
            "]",
            "}",
            "<",
            ">",
            "|",
            "`",
            "\\",
        ]) {
            assert.deepEqual(arnsIn(`(${QUEUE}${end}more`), [parseArn(QUEUE)], end);
        }
    });

    it("finds an ARN in the resource of another", () => {
        const invocation = "lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:a";
        assert.deepEqual(
            arnsIn(`arn:aws:apigateway:eu-west-1:${invocation}/invocations`).map(
                ({ service, region, resource }) => [service, region, resource],
            ),
            [
                [
                    "apigateway",
                    "eu-west-1",
                    "path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:a/invocations",
                ],
                ["lambda", "us-east-1", "function:a/invocations"],
            ],
        );
    });

    it("finds every ARN in whatever is around them, in their order", () => {
        fc.assert(
            fc.property(
                fc.array(anyArn, { maxLength: 4 }),
                fc.constantFrom('"', " ", '","', "\n", "' '"),
                (arns, between) => {
                    const text = `${between}${arns.map(formatArn).join(between)}${between}`;
                    assert.deepEqual(arnsIn(text), arns);
                },
            ),
        );
    });
});
