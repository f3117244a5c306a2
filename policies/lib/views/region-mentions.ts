import { arnsIn } from "./arns";
import {
    isRegion,
    partitionOf,
    REGION_PATTERN,
    regionOfCode,
    regionOfZone,
    ZONE_ID_PATTERN,
} from "./region-names";

/** A place that a text names. It holds nothing else of the text, which may be a secret. */
export interface Mention {
    /** For messages: `an ARN of sqs in "us-east-1"`. */
    readonly phrase: string;
    /** `us-east-1`; empty for what works in every region. */
    readonly region: string;
}

/** Names of hosts that belong to one region without saying so. */
const UNNAMED: readonly (readonly [RegExp, string])[] = [
    [/(?<![\w-])(?:compute-1|s3-external-1)\.amazonaws\.com/i, "us-east-1"],
    [/(?<![\w.-])queue\.amazonaws\.com/i, "us-east-1"],
    [/(?<![\w-])ec2\.internal(?![\w.-])/i, "us-east-1"],
];

/** Names by which texts lead to services that work in every region at once. */
const EVERYWHERE: readonly (readonly [RegExp, string])[] = [
    [/(?<![\w-])s3-accelerate\.(?:dualstack\.)?amazonaws\.com/i, "S3 Transfer Acceleration"],
    [/(?<![\w-])s3-global\.|\.mrap(?![\w-])/i, "an S3 Multi-Region Access Point"],
    [/(?<![\w-])awsglobalaccelerator\.com/i, "Global Accelerator"],
    [/(?<![\w.-])(?:edgelambda|replicator\.lambda)\.amazonaws\.com/i, "Lambda@Edge"],
    [/(?<![\w.-])cloudfront\.amazonaws\.com|:iam::cloudfront:/i, "CloudFront"],
];

/** Caches' names hold the short name of their region. */
const CACHE = /\.([a-z]{2,3}[nsewc]{1,2}\d)\.cache\.amazonaws\.com/gi;
const TOKEN = new RegExp(`(?<![a-z0-9])${REGION_PATTERN}(?!\\d)`, "gi");
const ZONE_ID = new RegExp(`(?<![a-z0-9])${ZONE_ID_PATTERN}(?![a-z0-9])`, "gi");
/** A region of any kind in an ARN, or a pattern of regions; `global`, which some services write there, is neither. */
const LOCATION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$|^(?=.*[*?])[a-z\d*?-]{2,}$/;
/** What follows the region in the name of a host, or of a service such as `com.amazonaws.us-east-1.s3`. */
const DOMAIN = /^\.[a-z0-9_-]+/i;
const LONG_DOMAIN = /^\.(?:[a-z0-9_-]+\.)+[a-z]{2}/i;
/** `s3-us-west-2.amazonaws.com`, `bucket.s3-website-us-east-1.amazonaws.com`: older names of S3's hosts. */
const AWS_DOMAIN = /^\.amazonaws\.com/i;
/** `--region us-east-1`, `AWS_REGION=us-east-1`, `"awslogs-region": "us-east-1"`, `?region=us-east-1`. */
const SETTING = /region["'`]?(?:\s*[:=]\s*|\s+)["'`]?$/i;
/** Ids of Cognito's user pools and identity pools, which begin with their region. */
const POOL = /^(?:_[a-z0-9]{9}|:[0-9a-f]{8}-[0-9a-f-]{27})$/i;

/** Finds places in texts that are in another region than one. Its patterns are made once. */
export class RegionFinder {
    private readonly signs: readonly RegExp[];

    /** @param home the region that is not reported */
    constructor(private readonly home: string) {
        // Nearly every text of a program shows none of these signs, and that is all it costs. One pattern that joined them would
        // cost many times as much as one after the other.
        this.signs = [
            new RegExp(`(?<![a-z0-9])(?!${home}(?!\\d))${REGION_PATTERN}`, "i"),
            new RegExp(`arn:(?:[\\w*?-]+:[\\w.*?-]*:(?!(?:${home})?:)|(?!${partitionOf(home)}:))`),
            /-(?:az|wlz)\d/i,
            /compute-1\.|external-1\.|queue\.amazon|cache\.amazon|ec2\.internal/i,
            /s3-(?:accelerate|global)|awsglobal|\.mrap|edgelambda|replicator\.|cloudfront[.:]/i,
        ];
    }

    /** Whether it is worth to look closer at a text. Cheap, and never wrong when it says no. */
    mayNameElsewhere(text: string): boolean {
        return this.signs.some((sign) => sign.test(text));
    }

    /** The places elsewhere that a text names, each once. */
    elsewhereIn(text: string): readonly Mention[] {
        if (!this.mayNameElsewhere(text)) return [];
        const found = new Map<string, Mention>();
        for (const mention of [
            ...wholeMentions(text),
            ...arnMentions(text, this.home),
            ...hosts(text),
        ]) {
            if (!matches(mention.region, this.home)) found.set(mention.phrase, mention);
        }
        return [...found.values()];
    }
}

function* wholeMentions(text: string): Generator<Mention> {
    const items = text.split(",").map((item) => item.trim());
    for (const item of items) {
        const zone = regionOfZone(item);
        if (zone !== undefined) yield { phrase: `a zone of "${zone}"`, region: zone };
        // A list counts when it is nothing but a list.
        else if (items.every(isRegion)) yield { phrase: `the region "${item}"`, region: item };
    }
}

function* arnMentions(text: string, home: string): Generator<Mention> {
    for (const { partition, service, region } of arnsIn(text)) {
        const phrase = `an ARN of ${service === "" ? "some service" : service} in`;
        if (LOCATION.test(region)) yield { phrase: `${phrase} "${region}"`, region };
        else if (/^aws(?:-[a-z-]+)?$/.test(partition) && partition !== partitionOf(home)) {
            yield { phrase: `${phrase} partition "${partition}"`, region: partition };
        }
    }
}

function* hosts(text: string): Generator<Mention> {
    for (const match of text.matchAll(TOKEN)) {
        const region = match[0].toLowerCase();
        const before = text.slice(Math.max(0, match.index - 24), match.index);
        const after = text.slice(match.index + region.length);
        const kind = kindOf(before, after);
        if (kind !== undefined) yield { phrase: `${kind} "${region}"`, region };
    }
    for (const [id] of text.matchAll(ZONE_ID)) {
        const region = regionOfZone(id.toLowerCase());
        if (region !== undefined) yield { phrase: `a zone of "${region}"`, region };
    }
    for (const [, code] of text.matchAll(CACHE)) {
        const region = regionOfCode(String(code).toLowerCase());
        if (region !== undefined) yield { phrase: `a host in "${region}"`, region };
    }
    for (const [pattern, region] of UNNAMED) {
        if (pattern.test(text)) yield { phrase: `a host in "${region}"`, region };
    }
    for (const [pattern, name] of EVERYWHERE) {
        if (pattern.test(text))
            yield { phrase: `${name}, which works in every region`, region: "" };
    }
}

/** What a name of a region is part of, by what stands around it; `undefined` when it is a word like any other. */
function kindOf(before: string, after: string): string | undefined {
    if (/(?:^|[^a-z0-9.])(?:(?:cn\.)?com\.amazonaws|aws)(?:\.[a-z0-9-]+)?\.$/i.test(before)) {
        return DOMAIN.test(after) ? "a service in" : undefined;
    }
    // A template's placeholder may stand before the dot: `${name}.us-east-1.rds.amazonaws.com`, `$(name).us-east-1…`.
    if (/[a-z0-9_*})-]\.$/i.test(before) && DOMAIN.test(after)) return "a host in";
    if (/(?:^|[^\w.-])$/.test(before) && LONG_DOMAIN.test(after)) return "a host in";
    if (AWS_DOMAIN.test(after)) return "a host in";
    if (SETTING.test(before)) return "a setting of region";
    return before === "" && POOL.test(after) ? "an id of" : undefined;
}

/** Whether a region, which may hold wildcards, can be another. */
function matches(pattern: string, region: string): boolean {
    if (!/[*?]/.test(pattern)) return pattern === region;
    const source = pattern.replace(/\./g, "\\.").replace(/\*/g, ".*").replace(/\?/g, ".");
    return new RegExp(`^${source}$`).test(region);
}
