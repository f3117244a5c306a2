import type { Props } from "../../values";
import type { ConstructRequest } from "../simulation";

/** Builds the children of an `awsx.ec2.Vpc`. */
export function constructVpc(request: ConstructRequest): Promise<Props> {
    return Promise.reject(new Error(`${request.type}: not simulated yet`));
}
