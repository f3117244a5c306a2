import { createPack } from "../lib/create-pack";
import { policies } from "./policies";

createPack("https-only", policies);
