import { asset } from "@pulumi/pulumi";
import { Function } from "@pulumi/aws/lambda";
import { BucketObjectv2, Bucket } from "@pulumi/aws/s3";

const bucket = new Bucket("assets", {});
const put = (name: string, source: asset.Asset | asset.Archive): void => {
    new BucketObjectv2(name, { bucket: bucket.id, key: name, source });
};
put("text", new asset.StringAsset("written here"));
put("file", new asset.FileAsset("./content/page.html"));
put("folder", new asset.FileArchive("./content"));
put(
    "mixed",
    new asset.AssetArchive({
        "a.txt": new asset.StringAsset("a"),
        "b.html": new asset.FileAsset("./content/page.html"),
        c: new asset.FileArchive("./content"),
    }),
);
new Function("function", {
    role: "arn:aws:iam::123456789012:role/function",
    runtime: "nodejs22.x",
    handler: "index.handler",
    code: new asset.AssetArchive({
        "index.js": new asset.StringAsset("exports.handler = () => {};"),
    }),
});
