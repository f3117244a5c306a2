/* eslint-disable @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-member-access -- the classes belong to the program's own copy of the SDK (see Message) */
import { dirname, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Sdk } from "./sdk";
import { originalLine } from "./typescript";

interface Position {
    readonly uri: string;
    readonly line: number;
    readonly column: number;
}

/** The gate's own code, which makes the stack's root resource, never counts as the user's. */
const OWN_CODE = dirname(__dirname) + sep;
/** How far down a stack a line of the user's own is looked for. */
const DEPTH = 50;
/** Frames of the SDK's base classes and of the resource's own class, above the one that made the resource. */
const CONSTRUCTORS = 3;

/**
 * Tells the SDK where in the program a resource is made, in place of its own search, which formats and parses a whole
 * stack for each resource, sees no top level of an ES module, and stops in the library that made the resource.
 */
export function findDeclarations(sdk: Sdk): void {
    const { Resource } = sdk.load("resource");
    // Releases since 3.192 ask for the stack, those before for the place.
    Resource.stackTrace = function stackTrace(): Position[] {
        const found = declaration(stackTrace);
        return found === undefined ? [] : [found];
    };
    Resource.sourcePosition = function sourcePosition(): Position | undefined {
        return declaration(sourcePosition);
    };
}

/** The first frame of the user's behind the constructors, or else the library's that made the resource. */
function declaration(caller: (...args: never[]) => unknown): Position | undefined {
    const sites = callSites(caller).slice(CONSTRUCTORS);
    const own = sites.find((site) => isOwn(site.getFileName()));
    const site = own ?? sites.find((candidate) => isFile(candidate.getFileName()));
    const location = site?.getFileName();
    const line = site?.getLineNumber();
    const column = site?.getColumnNumber();
    if (!location || !line || !column) return undefined;
    const file = location.startsWith("file://") ? fileURLToPath(location) : location;
    return {
        uri: pathToFileURL(file).href,
        line: originalLine(file, line, column) ?? line,
        column,
    };
}

function callSites(caller: (...args: never[]) => unknown): readonly NodeJS.CallSite[] {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as it was found, never called here
    const { stackTraceLimit, prepareStackTrace } = Error;
    try {
        Error.stackTraceLimit = DEPTH;
        Error.prepareStackTrace = (_error, sites) => sites;
        const holder: { stack?: readonly NodeJS.CallSite[] } = {};
        Error.captureStackTrace(holder, caller);
        return holder.stack ?? [];
    } finally {
        Error.stackTraceLimit = stackTraceLimit;
        Error.prepareStackTrace = prepareStackTrace;
    }
}

function isFile(location: string | null | undefined): boolean {
    return (
        typeof location === "string" &&
        /^(file:\/)?\//.test(location) &&
        !location.startsWith(OWN_CODE) &&
        !location.includes("/node_modules/@pulumi/pulumi/")
    );
}

function isOwn(location: string | null | undefined): boolean {
    return typeof location === "string" && isFile(location) && !location.includes("/node_modules/");
}
