import type { PolicyResource } from "@pulumi/policy";
import { isLeftToAws } from "../left-to-aws";
import { type Item, itemsOf, textOf } from "../properties";
import { quote } from "../quote";
import { valueIfKnown } from "../unknown-value";
import type { StackIndex } from "../stack-index";
import { Undecided } from "../undecided";

/** The type of Beanstalk's environments. */
export const BEANSTALK_ENVIRONMENT = "aws:elasticbeanstalk/environment:Environment";
const TEMPLATE = "aws:elasticbeanstalk/configurationTemplate:ConfigurationTemplate";

/** A value that holds for an option. */
export interface Choice {
    /** Throws while it is not known yet. */
    readonly text: string;
    /** `is "HTTP"`, or `is not set, which means HTTP`; for messages. Throws while it is not known yet. */
    readonly says: string;
    /** The environment or template that sets it; the environment where nobody does. */
    readonly place: PolicyResource;
    readonly isSet: boolean;
}

/** Values of one option that hold together. */
export type Choices = readonly [Choice, ...Choice[]];

interface Setting {
    readonly namespace: string;
    readonly option: string;
    readonly item: Item;
    readonly place: PolicyResource;
}

/** Settings of one resource, and those of which it is not known yet what they set. */
interface Source {
    readonly settings: readonly Setting[];
    readonly hidden: readonly Item[];
}

/**
 * The option settings that hold for an environment: its own, then those of its configuration template. Namespaces and options
 * are found in any case: AWS refuses one that it does not know, so no other can be meant. Which of several settings of one
 * option wins AWS does not say, so all of them count.
 */
export class BeanstalkSettings {
    private readonly sources: readonly Source[];

    private constructor(
        readonly environment: PolicyResource,
        /** Name of the environment's template, where this stack does not declare it. */
        private readonly unseenTemplate: string | undefined,
        places: readonly PolicyResource[],
    ) {
        this.sources = places.map(sourceOf);
    }

    /** @throws while it is not known which template an environment is made from, or which settings there are */
    static of(environment: PolicyResource, stack: StackIndex): BeanstalkSettings {
        const templates = stack.refer([BEANSTALK_ENVIRONMENT], "templateName", [TEMPLATE]);
        const isPlain = isLeftToAws(environment, "templateName");
        const name = isPlain
            ? undefined
            : valueIfKnown(() => textOf(environment.props, "templateName"));
        const found = templates
            .of(environment)
            .filter((each) => isSameApplication(each, environment));
        // Throws where the name is not known yet and nothing else tells.
        if (!isPlain && found.length === 0) textOf(environment.props, "templateName");
        const unseen = found.length === 0 && name !== "" ? name : undefined;
        return new BeanstalkSettings(environment, unseen, [environment, ...found]);
    }

    /**
     * Every value that holds for an option, at least one. Throws while it is not known yet whether somebody sets it.
     * @throws {Undecided} when a template that is not seen may set it
     */
    choices(namespace: string, option: string, byDefault: string): Choices {
        for (const { settings, hidden } of this.sources) {
            const found = settings.filter(
                (setting) => isSame(setting.namespace, namespace) && isSame(setting.option, option),
            );
            const [first, ...others] = found.map((setting) => choiceOf(setting, byDefault));
            if (first !== undefined) return [first, ...others];
            readNames(hidden);
        }
        this.requireTemplate();
        const { environment } = this;
        const says = `is not set, which means ${byDefault}`;
        return [{ text: byDefault, says, place: environment, isSet: false }];
    }

    /** The first value that holds for an option. */
    choice(namespace: string, option: string, byDefault: string): Choice {
        return this.choices(namespace, option, byDefault)[0];
    }

    /** Whether an option has this value, in any case. */
    is(namespace: string, option: string, value: string, byDefault: string): boolean {
        return isSame(this.choice(namespace, option, byDefault).text, value);
    }

    /**
     * Throws while it is not known what all settings are about, so that there may be more than is found.
     * @throws {Undecided} when there are more in a template that is not seen
     */
    readAll(): void {
        for (const { hidden } of this.sources) readNames(hidden);
        this.requireTemplate();
    }

    /** What follows a prefix in the namespaces of the settings: ports, names. In order of appearance, each once. */
    namespacesUnder(prefix: string): readonly string[] {
        const names = new Map<string, string>();
        for (const { namespace } of this.sources.flatMap(({ settings }) => settings)) {
            const name = namespace.slice(prefix.length);
            const isUnder = isSame(namespace.slice(0, prefix.length), prefix) && name !== "";
            if (isUnder && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
        }
        return [...names.values()];
    }

    private requireTemplate(): void {
        if (this.unseenTemplate === undefined) return;
        throw new Undecided(
            `templateName is ${quote(this.unseenTemplate)}, which this stack does not declare, expected a ConfigurationTemplate of this stack`,
        );
    }
}

function sourceOf(place: PolicyResource): Source {
    const items = isLeftToAws(place, "settings") ? [] : itemsOf(place.props, "settings");
    const settings: Setting[] = [];
    const hidden: Item[] = [];
    for (const item of items) {
        const known = valueIfKnown(() => ({
            namespace: textOf(item.value, "namespace") ?? "",
            option: textOf(item.value, "name") ?? "",
        }));
        if (known === undefined) hidden.push(item);
        else settings.push({ ...known, item, place });
    }
    return { settings, hidden };
}

function choiceOf({ item, place }: Setting, byDefault: string): Choice {
    const read = (): string => textOf(item.value, "value") ?? "";
    return {
        place,
        isSet: true,
        // AWS reads an empty text as none.
        get text() {
            return read() === "" ? byDefault : read();
        },
        get says() {
            return read() === "" ? `is empty, which means ${byDefault}` : `is ${quote(read())}`;
        },
    };
}

/** Throws: these are not known yet. */
function readNames(hidden: readonly Item[]): void {
    for (const { value } of hidden) {
        textOf(value, "namespace");
        textOf(value, "name");
    }
}

function isSameApplication(template: PolicyResource, environment: PolicyResource): boolean {
    const [one, other] = [template, environment].map(({ props }) =>
        valueIfKnown(() => textOf(props, "application")),
    );
    return one === undefined || other === undefined || one === other;
}

function isSame(a: string, b: string): boolean {
    return a.toLowerCase() === b.toLowerCase();
}
