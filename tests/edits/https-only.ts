import type { Edit } from "./edit";
import { listeners } from "./listeners";

/** Edits by which something speaks plain text (P-09, P-11). */
export const httpsOnly: readonly Edit[] = [...listeners];
