import { type Reader, text } from "./readers";

const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Whether a text may become part of deployed names: RDS and S3 refuse more than other parts of AWS. */
export function isName(value: string): boolean {
    return NAME.test(value) && value.length <= 40;
}

/** What a name looks like, for messages. */
export const NAME_EXPECTED =
    "a name of at most 40 lower-case letters and digits, with single hyphens between them";

/** A name that becomes part of deployed names. */
export const name: Reader<string> = text(NAME_EXPECTED, isName);

const LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const HOST_NAME = new RegExp(`^${LABEL}(\\.${LABEL})+$`);

/** A host name. ACM takes no more than 64 characters as the first name of a certificate. */
export const hostName: Reader<string> = text(
    "a host name in lower case of at most 64 characters",
    (value) => value.length <= 64 && HOST_NAME.test(value),
);

/** An e-mail address; the whole syntax of RFC 5321 is not worth having. */
export const email: Reader<string> = text(
    "an e-mail address",
    (value) =>
        value.length <= 254 &&
        /^[\w.+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}$/.test(value),
);

/** A few words; tags and descriptions carry them, so only characters that both allow. */
export const words: Reader<string> = text(
    "up to 128 letters, digits, spaces and . _ : / = + - @",
    /^(?=\S)[A-Za-z0-9 ._:/=+@-]{1,128}(?<=\S)$/,
);
