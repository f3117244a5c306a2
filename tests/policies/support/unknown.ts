import * as sdk from "@pulumi/policy";

/** The string that stands for a text that is not known yet, in Pulumi's protocol. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Properties as a check gets them: the SDK's own proxy throws when one is read that is not known yet. */
export function guarded(
    props: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
    // The SDK exports the function since 1.21, but leaves it out of its declarations.
    const { unknownCheckingProxy } = sdk as unknown as {
        readonly unknownCheckingProxy: (of: typeof props) => typeof props;
    };
    return unknownCheckingProxy(props);
}
