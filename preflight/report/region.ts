import { type Props, unwrap } from "../values";

/** The AWS region that a resource's inputs name; undefined when they name none, or none that is known. */
export function regionOf(inputs: Props): string | undefined {
    const region = unwrap(inputs["region"]);
    return typeof region === "string" && /^[a-z]{2}(-[a-z]+)+-\d$/.test(region)
        ? region
        : undefined;
}
