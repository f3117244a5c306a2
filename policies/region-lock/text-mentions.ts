import { textsOfDocument } from "../lib/views/document-texts";
import { RegionFinder, type Mention } from "../lib/views/region-mentions";
import { isRegion, regionOfZone } from "../lib/views/region-names";
import { REGION } from "./region";

const finder = new RegionFinder(REGION);

/** Keys whose texts people read, by which things are found again, or which say what to look for; none of them moves data. */
const WORDS =
    /^(?:sid|title|comments?|.*descriptions?|.*tags(?:all)?|tagspecifications|.*pattern|filter.*|.*filters?|.*criteria)$/i;
/** Keys that hold names and labels: a thing that is called `us-east-1` is not there for that. */
const NAMES = /(?:name|identifier|label|alias)s?$/i;
const PLACES = /region|zone|location/i;
/** Keys of programs for machines, which may be written in Base64. */
const PROGRAMS = /^userData(?:Base64)?$/;
const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/** Whether what a key holds is passed over. */
export function isWords(key: string): boolean {
    return WORDS.test(key);
}

/**
 * The places outside our region that a property's text names: in ARNs, names of hosts, services and zones, ids, or as the name of
 * a region and nothing else. In a policy document only what it allows counts.
 * @param key the nearest name above the text
 */
export function mentionsIn(text: string, key: string): readonly Mention[] {
    // The quick way out for nearly every text; what is in Base64 shows nothing.
    if (!finder.mayNameElsewhere(text) && !PROGRAMS.test(key)) return [];
    const document = textsOfDocument(text, isWords);
    const texts = document ?? [{ key, text: readable(text, key) }];
    return texts.flatMap((each) =>
        isNameOnly(each.text, each.key) ? [] : finder.elsewhereIn(each.text),
    );
}

function isNameOnly(text: string, key: string): boolean {
    return (
        NAMES.test(key) && !PLACES.test(key) && (isRegion(text) || regionOfZone(text) !== undefined)
    );
}

function readable(text: string, key: string): string {
    return PROGRAMS.test(key) && BASE64.test(text)
        ? Buffer.from(text, "base64").toString("utf8")
        : text;
}
