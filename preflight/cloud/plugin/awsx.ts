import { createSimulation } from "..";
import { Components } from "./components";
import { EngineLog } from "./engine-log";
import { Configuration } from "./configuration";
import { installedVersion, SDK_ROOTS } from "./installed";
import { serve } from "./serve";

// pulumi-resource-awsx: its components are made of resources, which it registers with the engine.
const configuration = new Configuration({ name: "awsx", version: installedVersion("awsx") });
const components = new Components(
    createSimulation({ sdkRoots: SDK_ROOTS }),
    () => configuration.provider,
    installedVersion("aws"),
    // The engine gives its address as the only argument.
    new EngineLog(String(process.argv[2])),
);
void serve({ ...configuration.methods, construct: (request) => components.construct(request) });
