import type { Edit } from "./edit";
import { beanstalk } from "./beanstalk";
import { ports } from "./ports";

/** Edits by which something speaks plain text (P-09, P-11). */
export const httpsOnly: readonly Edit[] = [
    ...beanstalk,
    ...ports,
    {
        policy: "listener-https",
        title: "a listener on HTTP",
        type: "aws:lb/listener:Listener",
        name: "prod-public-https",
        change: (listener) => {
            listener["protocol"] = "HTTP";
        },
    },
];
