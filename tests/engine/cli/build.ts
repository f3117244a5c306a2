// Makes sure that the pinned Pulumi CLI is there: the first step of `npm run test:engine`.
import { buildPulumi, findPulumi, hasLanguageHost, VERSION } from "./pulumi";

try {
    if (findPulumi() === undefined) {
        console.error(`building the Pulumi CLI ${VERSION} from its Go modules (some minutes)`);
        buildPulumi();
    }
    const found = findPulumi();
    if (found === undefined) throw new Error(`the build gave no Pulumi CLI ${VERSION}`);
    console.error(`Pulumi CLI ${VERSION}: ${found}`);
    console.error(
        hasLanguageHost()
            ? "pulumi-language-nodejs is on PATH: plain `pulumi preview` and `pulumi up` are tested, too"
            : "no pulumi-language-nodejs on PATH: programs run inline (Automation API), and only the fallback analyzer (pulumi-analyzer-policy-nodejs) is tested",
    );
} catch (error) {
    console.error(`tests/engine: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
}
