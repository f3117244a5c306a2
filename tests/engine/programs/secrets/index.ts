import { getPolicyDocumentOutput } from "@pulumi/aws/iam";
import { Instance } from "@pulumi/aws/rds";
import { Bucket } from "@pulumi/aws/s3";
import { Parameter } from "@pulumi/aws/ssm";
import { Topic } from "@pulumi/aws/sns";
import {
    all,
    ComponentResource,
    Config,
    interpolate,
    isSecret,
    output,
    secret,
    unsecret,
} from "@pulumi/pulumi";

const config = new Config();
const password = secret("correct horse battery staple");
const database = new Instance("database", {
    instanceClass: "db.t4g.micro",
    engine: "postgres",
    username: "admin",
    password,
    skipFinalSnapshot: true,
});
new Parameter("url", {
    type: "SecureString",
    value: interpolate`postgres://admin:${database.password}@${database.endpoint}`,
});
new Parameter("derived", { type: "String", value: password.apply((text) => `${text}!`) });
new Parameter("joined", {
    type: "String",
    value: all([password, database.id]).apply((parts) => parts.join("/")),
});
new Bucket("in-map", {
    tags: { hidden: secret("tag"), shown: "tag", deep: config.requireSecret("token") },
});
const listed = new Topic("in-list", { tags: secret({ a: "1", b: "2" }) });
new Topic("after-list", {
    displayName: listed.tags.apply((tags) => Object.keys(tags ?? {}).join()),
});
new Topic("opened", { displayName: unsecret(secret("open")) });
new Topic("asks", {
    displayName: output(isSecret(secret("x"))).apply((known) => `secret: ${known}`),
});
class Holder extends ComponentResource {
    public readonly token = secret("of a component");
    constructor() {
        super("stress:index:Holder", "holder", { given: secret("input") });
        this.registerOutputs({ token: this.token, open: "open", deep: { list: [this.token] } });
    }
}
const holder = new Holder();
new Topic("from-component", { displayName: holder.token });
const document = getPolicyDocumentOutput({
    statements: [{ actions: [secret("s3:*")], resources: ["*"] }],
});
new Topic("from-function", { policy: document.json });
export const secretOutput = password;
export const nested = { password, list: [secret(1), 2] };
export const open = "open";
