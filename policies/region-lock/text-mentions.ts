import { textsOfDocument } from "../lib/views/document-texts";
import { RegionFinder, type Mention } from "../lib/views/region-mentions";
import { isRegion, regionOfZone } from "../lib/views/region-names";
import { REGION } from "./region";

const finder = new RegionFinder(REGION);

/** Hosts of CloudFront. Texts name them for many reasons, such as files to load; a DNS record leads clients there. */
const EDGE_HOST = /\.(?:cloudfront\.net|amplifyapp\.com)\.?$/i;
const DNS = /^aws:route53\//;

/** Keys whose texts people read, by which things are found again, or which say what to look for; none of them moves data. */
const WORDS =
    /^(?:sid|title|comments?|.*description|.*tags(?:all)?|tagspecifications|.*pattern|filter.*|.*filters?|.*criteria)$/i;
/** Keys that hold names and labels: a thing that is called `us-east-1` is not there for that. */
const NAMES = /(?:name|identifier|label|aliase?)s?$/i;
const PLACES = /region|zone|location/i;
/** Keys of programs for machines, which may be written in Base64. */
const PROGRAMS = /^userData(?:Base64)?$/;
const BASE64 = /^[A-Za-z0-9+/=\s]+$/;

/** The same few keys come again and again. */
const known = new Map<string, boolean>();

/** Whether what a key holds is passed over. */
export function isWords(key: string): boolean {
    const answer = known.get(key) ?? WORDS.test(key);
    known.set(key, answer);
    return answer;
}

/**
 * The places outside our region that a property's text names: in ARNs, names of hosts, services and zones, ids, or as the name of
 * a region and nothing else. In a policy document only what it allows counts.
 * @param key the nearest name above the text
 * @param type of the resource
 */
export function mentionsIn(text: string, key: string, type: string): readonly Mention[] {
    if (EDGE_HOST.test(text) && DNS.test(type)) {
        return [{ phrase: "a host of CloudFront, which works in every region", region: "" }];
    }
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
