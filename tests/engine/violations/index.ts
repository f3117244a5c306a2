import { CustomResource, getStack, ProviderResource } from "@pulumi/pulumi";
import awsManifest from "@pulumi/aws/package.json";
import { rejectedExamples } from "./examples";

const PROVIDER = "pulumi:providers:";

/** As the SDK's own classes say; an inline program has no language host to ask for it. */
const options = { version: awsManifest.version };

class Declared extends CustomResource {}
class DeclaredProvider extends ProviderResource {}

/** Puts outputs in the place of ids that an example makes up for its other resources: no program knows such an id. */
function linked(value: unknown, ids: ReadonlyMap<unknown, CustomResource>): unknown {
    if (Array.isArray(value)) return value.map((element) => linked(element, ids));
    return ids.get(value)?.id ?? value;
}

for (const [number, { id, resources }] of rejectedExamples().entries()) {
    // All examples in one stack, or one in a stack of its own: what a stack lacks, another example may have.
    if (getStack() !== "all" && getStack() !== id) continue;
    const ids = new Map<unknown, CustomResource>();
    for (const [index, { type, name, props }] of resources.entries()) {
        const { id: made, ...given } = props;
        const inputs = Object.fromEntries(
            Object.entries(given).map(([key, value]) => [key, linked(value, ids)]),
        );
        // Short: some names in AWS are.
        const resourceName = `e${String(number + 1)}-${name ?? String(index + 1)}`;
        if (type.startsWith(PROVIDER))
            new DeclaredProvider(type.slice(PROVIDER.length), resourceName, inputs, options);
        else ids.set(made ?? id, new Declared(type, resourceName, inputs, options));
    }
}
