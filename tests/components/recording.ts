import * as pulumi from "@pulumi/pulumi";

/** One registration as the SDK's mock monitor saw it. */
export interface Recorded {
    readonly type: string;
    readonly name: string;
    // Inputs of a resource are plain data here; tests read them freely.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- recorded inputs have the shape of each resource type
    readonly inputs: any;
    readonly provider: string | undefined;
}

/** What a test expects beyond plain resources. */
export interface Expectations {
    /** Outputs that a type gets beside its inputs; key is the type token. */
    readonly outputs?: Readonly<
        Record<
            string,
            (name: string, inputs: Readonly<Record<string, unknown>>) => Record<string, unknown>
        >
    >;
    /** Answers of functions; a function that is not listed fails the test. */
    readonly calls?: Readonly<Record<string, Record<string, unknown>>>;
}

/** A recorded program: every registration, found by type and name. */
export class Recording {
    readonly resources: Recorded[] = [];

    /** The one resource of this type and name. @throws {Error} listing what there is when it is missing */
    get(type: string, name: string): Recorded {
        const found = this.resources.filter((r) => r.type === type && r.name === name);
        if (found.length === 1) return found[0]!;
        const there = this.ofType(type).map((r) => r.name);
        throw new Error(
            `${type} ${name}: found ${String(found.length)}; there are: ${there.join(", ")}`,
        );
    }

    /** Inputs of the one resource of this type and name, as plain data of unknown shape. */
    inputs(type: string, name: string): Record<string, unknown> {
        return this.get(type, name).inputs as Record<string, unknown>;
    }

    /** Inputs of all resources of a type by their names, in order of registration. */
    inputsByName(type: string): Record<string, Record<string, unknown>> {
        return Object.fromEntries(
            this.ofType(type).map(({ name, inputs }) => [name, inputs as Record<string, unknown>]),
        );
    }

    /** All resources of a type, in order of registration. */
    ofType(type: string): Recorded[] {
        return this.resources.filter((r) => r.type === type);
    }
}

/**
 * Runs a piece of program against Pulumi's mocks and waits for every registration in it. A simulated resource has
 * the id `<name>-id` and the ARN `arn:aws:mock:eu-west-1:123456789012:<name>`.
 */
export async function record(
    program: () => unknown,
    expected: Expectations = {},
): Promise<Recording> {
    const recording = new Recording();
    await pulumi.runtime.setMocks(
        {
            newResource(args) {
                const { type, name, provider } = args;
                const inputs = args.inputs as Record<string, unknown>;
                recording.resources.push({ type, name, inputs, provider });
                return {
                    id: `${name}-id`,
                    state: {
                        arn: `arn:aws:mock:eu-west-1:123456789012:${name}`,
                        name,
                        ...inputs,
                        ...expected.outputs?.[type]?.(name, inputs),
                    },
                };
            },
            call(args) {
                const answer = expected.calls?.[args.token];
                if (!answer) throw new Error(`unexpected call of ${args.token}`);
                return answer;
            },
        },
        "appsonic",
        "test",
        false,
    );
    // The SDK notes the stack of every promise; mapping thousands of them back to TypeScript takes most of the time.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
        await program();
        await pulumi.runtime.disconnect();
    } finally {
        Error.stackTraceLimit = stackTraceLimit;
    }
    return recording;
}
