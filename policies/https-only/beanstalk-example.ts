import { BEANSTALK_ENVIRONMENT } from "../lib/views/beanstalk-settings";

/** Option settings by namespace and name. */
export type Options = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** An environment as the examples in the documentation declare it. */
export function environmentWith(options: Options): {
    readonly type: string;
    readonly props: { readonly settings: readonly Readonly<Record<string, unknown>>[] };
} {
    return { type: BEANSTALK_ENVIRONMENT, props: { settings: settingsOf(options) } };
}

/** Settings as a program lists them. */
export function settingsOf(options: Options): readonly Readonly<Record<string, unknown>>[] {
    return Object.entries(options).flatMap(([namespace, values]) =>
        Object.entries(values).map(([name, value]) => ({ namespace, name, value })),
    );
}
