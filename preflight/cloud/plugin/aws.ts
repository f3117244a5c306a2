import { createSimulation } from "..";
import { Configuration } from "./configuration";
import { installedVersion, SDK_ROOTS } from "./installed";
import { FOLDER_VARIABLE, Registry } from "./registry";
import { Resources } from "./resources";
import { serve } from "./serve";

// pulumi-resource-aws: the simulated AWS as a plugin of the real engine. No account, no network.
const configuration = new Configuration({ name: "aws", version: installedVersion("aws") });
const simulation = createSimulation({ sdkRoots: SDK_ROOTS });
const resources = new Resources(
    simulation,
    () => configuration.provider,
    new Registry(process.env[FOLDER_VARIABLE]),
);
void serve({ ...configuration.methods, ...resources.methods });
