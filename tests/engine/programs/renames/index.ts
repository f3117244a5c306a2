import { Bucket } from "@pulumi/aws/s3";
import {
    ComponentResource,
    Config,
    rootStackResource,
    type ComponentResourceOptions,
} from "@pulumi/pulumi";

const renamed = new Config().requireBoolean("renamed");
/** The name of today, or what it was. */
const either = <T>(before: T, after: T): T => (renamed ? after : before);

class Site extends ComponentResource {
    constructor(name: string, opts?: ComponentResourceOptions) {
        super(either("stress:index:Site", "stress:index:Website"), name, {}, opts);
        const content = new Bucket(
            `${name}-content`,
            { bucket: `${name.length.toString()}-content` },
            { parent: this },
        );
        new Bucket(
            `${name}-${either("logs", "log")}`,
            { bucket: `${name.length.toString()}-logs`, tags: { of: content.id } },
            { parent: this, aliases: [{ name: `${name}-logs` }] },
        );
        this.registerOutputs();
    }
}

const group = new ComponentResource("stress:index:Group", "group");
new Bucket(
    either("before", "renamed"),
    { bucket: "first" },
    { aliases: [{ name: "before" }, { name: "never" }] },
);
new Bucket(
    "moved",
    { bucket: "second" },
    renamed ? { parent: group, aliases: [{ parent: rootStackResource }] } : {},
);
new Site("typed", { aliases: [{ type: "stress:index:Site" }] });
new Site(either("old", "new"), { aliases: [{ name: "old", type: "stress:index:Site" }] });
new Bucket(
    "nested",
    { bucket: "third" },
    {
        parent: new ComponentResource(
            "stress:index:Group",
            either("inner", "nested"),
            {},
            { parent: group, aliases: [{ name: "inner" }] },
        ),
    },
);
