import type { Edit } from "../edit";
import { certificates } from "./certificates";
import { databases } from "./databases";
import { distributions } from "./distributions";
import { documents } from "./documents";
import { inTransit } from "./in-transit";
import { loadBalancers } from "./load-balancers";

/** Edits by which something speaks plain text (P-09, P-11). */
export const httpsOnly: readonly Edit[] = [
    ...certificates,
    ...databases,
    ...distributions,
    ...documents,
    ...inTransit,
    ...loadBalancers,
];
