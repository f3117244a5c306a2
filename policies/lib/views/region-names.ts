const COMPASS = "(?:north|south)?(?:east|west)|north|south|central";

/**
 * Names of regions, of every partition and of years to come: `eu-west-1`, `us-gov-east-1`, `us-isob-east-1`, `cn-northwest-1`,
 * `eusc-de-east-1`. Stricter than AWS's own pattern, which takes any word for a point of the compass: it is also searched for in
 * texts, where `db-main-1` is no region. (`us-gov` and the like are read here, so that `db-eu-west-1` holds `eu-west-1` and is
 * no region itself.)
 */
export const REGION_PATTERN = `(?:us-gov|us-iso[a-z]?|eu-iso[a-z]|eusc-[a-z]{2}|af|ap|ca|cn|eu|il|me|mx|sa|us)-(?:${COMPASS})-\\d{1,2}`;

const REGION = new RegExp(`^${REGION_PATTERN}$`);
/** `eu-west-1a`, a Local Zone such as `us-east-1-bos-1a`, or a Wavelength Zone such as `us-east-1-wl1-bos-wlz-1`. */
const ZONE = new RegExp(
    `^(${REGION_PATTERN})(?:[a-z]|-[a-z]{3,4}-\\d{1,2}[a-z]|-wl\\d{1,2}-[a-z]{3,4}-wlz-\\d{1,2})$`,
);

/** `euw1-az1`, `use1-bos1-az1`, `use1-wl1-bos-wlz1`: the same for every account, where names of zones are not. */
export const ZONE_ID_PATTERN =
    "[a-z]{2}g?(?:[ns]?[ew]|[nsc])\\d{1,2}-(?:[a-z0-9]+-){0,2}(?:az|wlz)\\d{1,2}";
const ZONE_ID = new RegExp(`^${ZONE_ID_PATTERN}$`);
const CODE = /^([a-z]{2})(g?)([ns]?[ew]|[nsc])(\d{1,2})$/;

const POINTS: Readonly<Record<string, string>> = {
    n: "north",
    s: "south",
    e: "east",
    w: "west",
    c: "central",
};

/** Partitions by how the names of their regions begin; all others belong to `aws`. */
const PARTITIONS: readonly (readonly [string, string])[] = [
    ["cn-", "aws-cn"],
    ["us-gov-", "aws-us-gov"],
    ["eusc-", "aws-eusc"],
    ["us-iso-", "aws-iso"],
    ["us-isob-", "aws-iso-b"],
    ["eu-isoe-", "aws-iso-e"],
    ["us-isof-", "aws-iso-f"],
];

/** Whether a text is the name of a region, known or yet to come. */
export function isRegion(text: string): boolean {
    return REGION.test(text);
}

/** The partition that a region belongs to. */
export function partitionOf(region: string): string {
    return PARTITIONS.find(([start]) => region.startsWith(start))?.[1] ?? "aws";
}

/** The region whose short name begins ids of zones and stands in names of caches: `euw1`, `usgw1`; `undefined` for others. */
export function regionOfCode(code: string): string | undefined {
    if (!CODE.test(code)) return undefined;
    return code.replace(CODE, (_, area: string, gov: string, letters: string, number: string) => {
        const points = Array.from(letters, (letter) => POINTS[letter]).join("");
        return `${area}${gov === "" ? "" : "-gov"}-${points}-${number}`;
    });
}

/** The region that a zone belongs to, by the zone's name or id; `undefined` when the text is neither. */
export function regionOfZone(zone: string): string | undefined {
    if (ZONE_ID.test(zone)) return regionOfCode(zone.slice(0, zone.indexOf("-")));
    return ZONE.exec(zone)?.[1];
}

/** Whether a zone is one of a region's own: a Local Zone or a Wavelength Zone is in another place than its region. */
export function isOwnZone(zone: string, region: string): boolean {
    return (
        regionOfZone(zone) === region &&
        (zone.length === region.length + 1 || /^[^-]+-az\d+$/.test(zone))
    );
}
