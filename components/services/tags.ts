/** What a service says of the data it keeps. */
export interface DataDeclaration {
    readonly serviceName: string;
    readonly dataClass: string;
    readonly purpose: string;
    /** Days for which data is kept; absent where none is kept. */
    readonly retentionDays?: number;
}

const MAX_TAG_VALUE = 256;

/** Tags by which an auditor finds whose data it is, of which class, what for and for how long (P-05, P-15). */
export function serviceTags(declaration: DataDeclaration): Record<string, string> {
    const { serviceName, dataClass, purpose, retentionDays } = declaration;
    return {
        service: serviceName,
        "data-class": dataClass,
        purpose: tagValue(purpose),
        retention: retentionDays === undefined ? "none" : `${retentionDays} days`,
    };
}

/** Several services refuse other characters than these in a tag's value. */
function tagValue(text: string): string {
    const accepted = text.replaceAll(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, " ").split(/\s+/);
    // By code point: half a character is not one that AWS takes.
    return Array.from(accepted.join(" ").trim()).slice(0, MAX_TAG_VALUE).join("");
}
