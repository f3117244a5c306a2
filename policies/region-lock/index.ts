import { createPack } from "../lib/create-pack";
import { policies } from "./policies";

createPack("region-lock", policies);
