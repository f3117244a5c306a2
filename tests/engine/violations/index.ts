import { CustomResource, getStack, ProviderResource } from "@pulumi/pulumi";
import awsManifest from "@pulumi/aws/package.json";
import { rejectedExamples } from "./examples";

const PROVIDER = "pulumi:providers:";

/** As the SDK's own classes say; an inline program has no language host to ask for it. */
const options = { version: awsManifest.version };

class Declared extends CustomResource {}
class DeclaredProvider extends ProviderResource {}

for (const [number, { id, resources }] of rejectedExamples().entries()) {
    // All examples in one stack, or one in a stack of its own: what a stack lacks, another example may have.
    if (getStack() !== "all" && getStack() !== id) continue;
    for (const [index, { type, name, props }] of resources.entries()) {
        // Short: some names in AWS are.
        const resourceName = `e${String(number + 1)}-${name ?? String(index + 1)}`;
        if (type.startsWith(PROVIDER))
            new DeclaredProvider(type.slice(PROVIDER.length), resourceName, { ...props }, options);
        else new Declared(type, resourceName, { ...props }, options);
    }
}
