import assert from "node:assert/strict";
import fc from "fast-check";
import {
    apiGatewayTlsPolicy,
    cloudFrontTlsPolicy,
    DEFAULT_CLOUDFRONT_POLICY,
    DEFAULT_ELB_POLICY,
    elbTlsPolicy,
    outdated,
    weak,
} from "../../../../policies/lib/views/tls-policies";

const UNKNOWN_NAME = "is no policy known to admit TLS 1.2 or newer only";
const NO_FORWARD_SECRECY = "admits ciphers without forward secrecy";

type Table = readonly (readonly [name: string, outdated: string | undefined, weak?: string])[];

function judgesNames(lookup: typeof elbTlsPolicy, table: Table): void {
    for (const [name, old, wanting = old] of table) {
        it(`${wanting === undefined ? "finds nothing wrong with" : `says that it ${wanting}:`} ${name}`, () => {
            assert.equal(outdated(lookup(name)), old);
            assert.equal(weak(lookup(name)), wanting);
        });
    }

    it("knows no other name", () => {
        const known = new Set(
            table.filter(([, old]) => old !== UNKNOWN_NAME).map(([name]) => name),
        );
        fc.assert(
            fc.property(fc.constantFrom(...known), fc.string({ minLength: 1 }), (name, more) => {
                fc.pre(!known.has(name + more) && !known.has(more + name));
                assert.equal(lookup(name + more), undefined);
                assert.equal(lookup(more + name), undefined);
                assert.equal(lookup(name.slice(0, -1)), undefined);
            }),
        );
    });
}

describe("elbTlsPolicy", () => {
    judgesNames(elbTlsPolicy, [
        ["ELBSecurityPolicy-TLS13-1-3-2021-06", undefined],
        ["ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04", undefined],
        ["ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09", undefined],
        ["ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", undefined],
        ["ELBSecurityPolicy-TLS13-1-3-RFC9151-FIPS-2023-07", undefined],
        ["ELBSecurityPolicy-FS-1-2-2019-08", undefined],
        ["ELBSecurityPolicy-FS-1-2-Res-2019-08", undefined],
        ["ELBSecurityPolicy-FS-1-2-Res-2020-10", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-2021-06", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-PQ-2025-09", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-PQ-2025-09", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-RFC9151-FIPS-2023-07", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-RFC9151-INTEROP1-FIPS-2023-07", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-RFC9151-INTEROP2-FIPS-2023-07", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-RFC9151-INTEROP3-FIPS-2023-07", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-Res-2021-06", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09", undefined],
        ["ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", undefined],
        ["ELBSecurityPolicy-TLS-1-2-2017-01", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS-1-2-Ext-2018-06", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-PQ-2025-09", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-PQ-2025-09", undefined, NO_FORWARD_SECRECY],
        ["ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09", undefined, NO_FORWARD_SECRECY],
        [
            "ELBSecurityPolicy-TLS13-1-2-RFC9151-INTEROP4-FIPS-2023-07",
            undefined,
            NO_FORWARD_SECRECY,
        ],
        ["ELBSecurityPolicy-FS-1-1-2019-08", "admits TLS 1.1"],
        ["ELBSecurityPolicy-TLS-1-1-2017-01", "admits TLS 1.1"],
        ["ELBSecurityPolicy-TLS13-1-1-2021-06", "admits TLS 1.1"],
        ["ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04", "admits TLS 1.1"],
        ["ELBSecurityPolicy-FS-2018-06", "admits TLS 1.0"],
        ["ELBSecurityPolicy-2014-10", "admits TLS 1.0"],
        ["ELBSecurityPolicy-2015-02", "admits TLS 1.0"],
        ["ELBSecurityPolicy-2015-03", "admits TLS 1.0"],
        ["ELBSecurityPolicy-2015-05", "admits TLS 1.0"],
        ["ELBSecurityPolicy-2016-08", "admits TLS 1.0"],
        ["ELBSecurityPolicy-TLS-1-0-2015-04", "admits TLS 1.0"],
        ["ELBSecurityPolicy-TLS13-1-0-2021-06", "admits TLS 1.0"],
        ["ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04", "admits TLS 1.0"],
        ["ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09", "admits TLS 1.0"],
        ["ELBSecurityPolicy-TLS13-1-0-PQ-2025-09", "admits TLS 1.0"],
        ["ELBSecurityPolicy-2011-08", "admits SSL 3.0"],
        ["ELBSecurityPolicy-2014-01", "admits SSL 3.0"],
        ["ELBSecurityPolicy-TLS13-1-2-2031-01", UNKNOWN_NAME],
        ["TLS13-1-2-2021-06", UNKNOWN_NAME],
        ["", UNKNOWN_NAME],
    ]);

    it("knows of old ones, too, whether they have forward secrecy", () => {
        for (const [name, minimum, forwardSecrecy] of [
            ["FS-1-1-2019-08", "TLS 1.1", true],
            ["TLS13-1-1-2021-06", "TLS 1.1", false],
            ["FS-2018-06", "TLS 1.0", true],
            ["2014-01", "SSL 3.0", false],
        ] as const) {
            assert.deepEqual(elbTlsPolicy(`ELBSecurityPolicy-${name}`), {
                minimum,
                forwardSecrecy,
            });
        }
    });

    it("has AWS's default, which is an old one", () => {
        assert.deepEqual(elbTlsPolicy(DEFAULT_ELB_POLICY), {
            minimum: "TLS 1.0",
            forwardSecrecy: false,
        });
    });
});

describe("cloudFrontTlsPolicy", () => {
    judgesNames(cloudFrontTlsPolicy, [
        ["TLSv1.3_2025", undefined],
        ["TLSv1.2_2025", undefined],
        ["TLSv1.2_2021", undefined],
        ["TLSv1.2_2019", undefined],
        ["TLSv1.2_2018", undefined, NO_FORWARD_SECRECY],
        ["TLSv1.1_2016", "admits TLS 1.1"],
        ["TLSv1_2016", "admits TLS 1.0"],
        ["TLSv1", "admits TLS 1.0"],
        ["SSLv3", "admits SSL 3.0"],
        ["TLSv1.2_2099", UNKNOWN_NAME],
    ]);

    it("knows that old ones have no forward secrecy", () => {
        for (const [name, minimum] of [
            ["TLSv1.1_2016", "TLS 1.1"],
            ["SSLv3", "SSL 3.0"],
        ] as const) {
            assert.deepEqual(cloudFrontTlsPolicy(name), { minimum, forwardSecrecy: false });
        }
    });

    it("has the policy of CloudFront's own certificate, which is an old one", () => {
        assert.deepEqual(cloudFrontTlsPolicy(DEFAULT_CLOUDFRONT_POLICY), {
            minimum: "TLS 1.0",
            forwardSecrecy: false,
        });
    });
});

describe("apiGatewayTlsPolicy", () => {
    judgesNames(apiGatewayTlsPolicy, [
        ["SecurityPolicy_TLS13_1_3_2025_09", undefined],
        ["SecurityPolicy_TLS13_1_3_FIPS_2025_09", undefined],
        ["SecurityPolicy_TLS13_2025_EDGE", undefined],
        ["SecurityPolicy_TLS12_2018_EDGE", undefined],
        ["SecurityPolicy_TLS12_PFS_2025_EDGE", undefined],
        ["SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09", undefined],
        ["SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09", undefined],
        ["SecurityPolicy_TLS13_1_2_2021_06", undefined, NO_FORWARD_SECRECY],
        ["SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09", undefined, NO_FORWARD_SECRECY],
        ["SecurityPolicy_TLS13_1_2_PQ_2025_09", undefined, NO_FORWARD_SECRECY],
        ["TLS_1_2", undefined, NO_FORWARD_SECRECY],
        ["TLS_1_0", "admits TLS 1.0"],
        ["TLS_1_3", UNKNOWN_NAME],
    ]);

    it("knows that the old one has no forward secrecy", () => {
        assert.deepEqual(apiGatewayTlsPolicy("TLS_1_0"), {
            minimum: "TLS 1.0",
            forwardSecrecy: false,
        });
    });
});
