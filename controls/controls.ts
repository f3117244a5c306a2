import { access } from "./catalogue/access";
import { alarm } from "./catalogue/alarm";
import { backup } from "./catalogue/backup";
import { base } from "./catalogue/base";
import { data } from "./catalogue/data";
import { https } from "./catalogue/https";
import { log } from "./catalogue/log";
import { region } from "./catalogue/region";
import { service } from "./catalogue/service";
import { ssh } from "./catalogue/ssh";
import type { Control } from "./control";

export type { Control } from "./control";

/** All controls of all promises, area by area. */
export const controls: readonly Control[] = [
    ...region,
    ...https,
    ...ssh,
    ...access,
    ...data,
    ...service,
    ...backup,
    ...log,
    ...alarm,
    ...base,
];
