export { REGION } from "./config/region";
export { ConfigError } from "./config/problems";
export type * from "./config/types";
