import type { Edit } from "../edit";
import { beanstalk } from "./beanstalk";
import { connections } from "./connections";
import { databases } from "./databases";
import { deliveries } from "./deliveries";
import { documents } from "./documents";
import { inTransit } from "./in-transit";
import { listeners } from "./listeners";
import { ports } from "./ports";

/** Edits by which something speaks plain text (P-09, P-11). */
export const httpsOnly: readonly Edit[] = [
    ...beanstalk,
    ...connections,
    ...databases,
    ...deliveries,
    ...documents,
    ...inTransit,
    ...listeners,
    ...ports,
];
