import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { packs, ROOT } from "./policies/packs";
import { listOf, nextSteps, parseNewPolicy, policyOf, testOf } from "./policies/scaffold";

/**
 * The command: `npm run new -- pack/name` makes a policy and its test, and lists it in its pack.
 * @returns the exit status
 */
export function main(args: readonly string[], root: string, say: (text: string) => void): number {
    try {
        const all = packs();
        const names = all.flatMap(({ policies }) => policies.map(({ name }) => name));
        const policy = parseNewPolicy(
            args.join(" "),
            all.map(({ name }) => name),
            names,
        );
        const { pack, name } = policy;
        const siblings = all
            .filter((each) => each.name === pack)
            .flatMap(({ policies }) => policies);
        // Nothing is overwritten but the list, which only ever grows here.
        writeFileSync(join(root, `policies/${pack}/${name}.ts`), policyOf(policy), { flag: "wx" });
        writeFileSync(join(root, `tests/policies/${pack}/${name}.test.ts`), testOf(policy), {
            flag: "wx",
        });
        writeFileSync(
            join(root, `policies/${pack}/policies.ts`),
            listOf([...siblings.map((each) => each.name), name]),
        );
        say(nextSteps(policy));
        return 0;
    } catch (error) {
        say(`${(error as Error).message}\n`);
        return 1;
    }
}

if (require.main === module) {
    process.exitCode = main(process.argv.slice(2), ROOT, (text) => process.stderr.write(text));
}
