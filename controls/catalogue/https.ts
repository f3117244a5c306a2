import type { Control } from "../control";

/** How the platform is reached: HTTPS and SSH only (P-09, P-11). */
export const https: readonly Control[] = [
    {
        id: "HTTPS-01",
        title: "Load balancers listen for HTTPS or TLS only.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-02",
        title: "The listeners of Beanstalk environments speak HTTPS only.",
        promises: ["P-09", "P-11"],
        status: "automated",
    },
    {
        id: "HTTPS-03",
        title: "Listeners and their rules forward and redirect to HTTPS only.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-04",
        title: "Listeners admit TLS 1.2 with forward secrecy or newer only.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-05",
        title: "Certificates are issued by ACM, validated by DNS, with strong keys and public transparency.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-06",
        title: "Security groups admit from outside port 443 only, and port 22 to the bastion.",
        promises: ["P-09", "P-10"],
        status: "automated",
    },
    {
        id: "HTTPS-07",
        title: "Network ACLs admit from outside HTTPS, SSH and replies only.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-08",
        title: "HTTPS goes all the way to the instance.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-09",
        title: "Buckets refuse requests in plain HTTP.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-10",
        title: "Topics and queues refuse requests in plain HTTP.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-11",
        title: "Databases, proxies and caches accept TLS connections only.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-12",
        title: "Search domains, brokers, streams and file systems encrypt in transit.",
        promises: ["P-09"],
        status: "partial",
        why: "Whether clients mount FSx file systems from instances that encrypt is not written in any resource; whoever mounts them chooses such instances.",
    },
    {
        id: "HTTPS-13",
        title: "Distributions, API gateways and function URLs are reached over HTTPS only.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-14",
        title: "Subscriptions and webhooks are delivered over HTTPS only.",
        promises: ["P-09"],
        status: "partial",
        why: "Subscriptions and webhooks other than Beanstalk's notifications are not checked yet.",
    },
    {
        id: "HTTPS-15",
        title: "Public listeners stand behind a web application firewall.",
        promises: ["P-09", "P-11"],
        status: "planned",
    },
    {
        id: "HTTPS-16",
        title: "Public listeners tell browsers to insist on HTTPS.",
        promises: ["P-09"],
        status: "planned",
    },
    {
        id: "HTTPS-20",
        title: "Distributions and APIs admit TLS 1.2 or newer only.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-25",
        title: "Buckets serve no websites, whose endpoints speak plain HTTP only.",
        promises: ["P-09"],
        status: "automated",
    },
    {
        id: "HTTPS-30",
        title: "Databases and search domains negotiate TLS 1.2 or newer.",
        promises: ["P-09"],
        status: "partial",
        why: "For databases other than DocumentDB, versions that the program leaves to the engine's default are not judged; AWS raises these with new engine versions.",
    },
    {
        id: "HTTPS-35",
        title: "Groups that decide on TLS are declared in the stack that uses them.",
        promises: ["P-09"],
        status: "automated",
    },
];
