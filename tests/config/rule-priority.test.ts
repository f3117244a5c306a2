import assert from "node:assert/strict";

import fc from "fast-check";

import { rulePriority } from "../../config/rule-priority";
import { changed, parse, problemsIn, soundService } from "./sound-stack";

describe("the priority of a service's rule", () => {
    it("is what it has always been: a change would have to replace the environment", () => {
        assert.deepEqual(
            ["licensing", "usage", "client-errors", "support-console"].map(rulePriority),
            [32, 697, 635, 957],
        );
    });

    it("is one that Beanstalk takes", () => {
        fc.assert(
            fc.property(fc.string(), (name) => {
                const priority = rulePriority(name);
                assert.ok(Number.isInteger(priority) && priority >= 1 && priority <= 1000);
            }),
        );
    });

    it("does not depend on other services", () => {
        const { services } = parse(
            changed("services", [soundService("console"), soundService("licensing")]),
        ).config;
        assert.deepEqual(
            services.map((service) => service.rulePriority),
            [rulePriority("console"), rulePriority("licensing")],
        );
    });

    it("reports two names that would share it", () => {
        const services = ["service-19", "service-24"].map(soundService);
        assert.deepEqual(problemsIn(changed("services", services)), [
            'services[1].name: found "service-24", which has the rule priority (542) of "service-19", expected another name',
        ]);
    });

    it("accepts the same priority on different load balancers", () => {
        const [a, b] = ["service-19", "service-24"].map(soundService);
        assert.deepEqual(problemsIn(changed("services", [a, { ...b, tier: "internal" }])), []);
        assert.deepEqual(problemsIn(changed("services", [a, { ...b, ownLoadBalancer: true }])), []);
    });
});
