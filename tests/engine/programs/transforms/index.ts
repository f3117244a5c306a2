import { Bucket } from "@pulumi/aws/s3";
import { Topic } from "@pulumi/aws/sns";
import { getRegionOutput } from "@pulumi/aws";
import {
    ComponentResource,
    output,
    runtime,
    type ComponentResourceOptions,
    type ResourceTransform,
    type ResourceTransformation,
} from "@pulumi/pulumi";

class Pair extends ComponentResource {
    constructor(name: string, opts?: ComponentResourceOptions) {
        super("stress:index:Pair", name, {}, opts);
        const first = new Bucket(`${name}-first`, { tags: { made: "here" } }, { parent: this });
        new Bucket(`${name}-second`, { tags: { other: first.arn } }, { parent: this });
        this.registerOutputs({ first: first.arn });
    }
}

type Tags = Readonly<Record<string, string>>;

const tagged =
    (key: string, value: string): ResourceTransform =>
    ({ type, props, opts }) => {
        if (type !== "aws:s3/bucket:Bucket") return undefined;
        const tags = output(props["tags"] as Tags | undefined).apply((had) => ({
            ...had,
            [key]: value,
            // Who comes first shows.
            order: `${had?.["order"] ?? ""}${key},`,
        }));
        return { props: { ...props, tags }, opts };
    };

const taggedBefore =
    (key: string, value: string): ResourceTransformation =>
    ({ type, props, opts }) =>
        type === "aws:s3/bucket:Bucket"
            ? {
                  props: {
                      ...props,
                      forceDestroy: true,
                      tags: { ...(props.tags as object), [key]: value },
                  },
                  opts,
              }
            : undefined;

runtime.registerStackTransformation(taggedBefore("stack-before", "yes"));
runtime.registerResourceTransform(tagged("stack", "yes"));
runtime.registerResourceTransform(({ type, props, opts }) =>
    type === "aws:sns/topic:Topic" ? { props, opts: { ...opts, protect: true } } : undefined,
);
runtime.registerInvokeTransform(({ token, args, opts }) =>
    token === "aws:index/getRegion:getRegion"
        ? { args: { ...args, region: "eu-west-1" }, opts }
        : undefined,
);

new Pair("pair", {
    transforms: [tagged("component", "yes")],
    transformations: [taggedBefore("component-before", "yes")],
});
new Bucket(
    "own",
    { tags: { made: "here" } },
    {
        transforms: [
            tagged("first", "yes"),
            ({ props, opts }) => ({
                props,
                opts: {
                    ...opts,
                    ignoreChanges: ["tags"],
                    customTimeouts: { create: "5m" },
                    aliases: [{ name: "was" }],
                },
            }),
        ],
    },
);
new Topic("transformed", { displayName: "kept" });
// What a transform makes of a component, its children take over.
new Pair("guarded", {
    transforms: [
        ({ type, props, opts }) =>
            type === "stress:index:Pair" ? { props, opts: { ...opts, protect: true } } : undefined,
    ],
});
const other = new Bucket("other", {});
new Topic(
    "depends-by-transform",
    {},
    {
        transforms: [
            ({ props, opts }) => ({
                props: { ...props, displayName: other.id },
                opts: { ...opts, dependsOn: [other] },
            }),
        ],
    },
);
export const region = getRegionOutput({}).region;
