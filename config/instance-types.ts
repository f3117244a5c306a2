import type { Architecture } from "./types";

const TYPE =
    /^([a-z]+)(\d+)([a-z]*)(?:-[a-z0-9]+)?\.(?:nano|micro|small|medium|large|\d*xlarge|metal(?:-\d+xl)?)$/;

/** Processor architecture of an EC2 instance type; `undefined` for text that is no such type. */
export function architectureOf(instanceType: string): Architecture | undefined {
    const [, family, generation, attributes = ""] = TYPE.exec(instanceType) ?? [];
    if (family === undefined || generation === undefined) return undefined;
    // Graviton: a "g" behind the generation (t4g, m7gd, g5g), and a1. A "g" before it is a graphics family (g5).
    const graviton = attributes.includes("g") || `${family}${generation}` === "a1";
    return graviton ? "arm64" : "x86_64";
}
