import type { Control } from "../control";

/** What is kept, for how long, what for, and encrypted with what (P-02, P-05, P-06, P-12, P-15). */
export const data: readonly Control[] = [
    {
        id: "DATA-01",
        title: "Data stores, volumes, queues and topics are encrypted with a customer-managed key.",
        promises: ["P-05", "P-12"],
        status: "planned",
    },
    {
        id: "DATA-02",
        title: "Keys are rotated every year and protected from deletion.",
        promises: ["P-05", "P-12"],
        status: "planned",
    },
    {
        id: "DATA-03",
        title: "Each service declares its data class, one of those that are promised.",
        promises: ["P-05", "P-15"],
        status: "planned",
    },
    {
        id: "DATA-04",
        title: "Data stores are tagged with data class, purpose, owner and retention.",
        promises: ["P-05", "P-15"],
        status: "planned",
    },
    {
        id: "DATA-05",
        title: "Kept data expires after the declared period, in the store and in its backups.",
        promises: ["P-05", "P-15"],
        status: "planned",
    },
    {
        id: "DATA-06",
        title: "Servers connect only to destinations that their service declares.",
        promises: ["P-05", "P-06"],
        status: "planned",
    },
    {
        id: "DATA-07",
        title: "The record of processing lists purpose and retention of each service.",
        promises: ["P-15"],
        status: "planned",
    },
    {
        id: "DATA-08",
        title: "The analytics intake is a service with a host name and a load balancer of its own.",
        promises: ["P-02"],
        status: "planned",
    },
    {
        id: "DATA-09",
        title: "Applications keep only what belongs to their service's data class.",
        promises: ["P-05"],
        status: "manual",
        why: "The class is declared by the service's owner; what an application writes is seen in its code and reviewed there.",
    },
    {
        id: "DATA-10",
        title: "Session data is anonymised before it is kept.",
        promises: ["P-05"],
        status: "manual",
        why: "Whether data can be traced to a person is judged by people when a service is reviewed.",
    },
    {
        id: "DATA-11",
        title: "Analytics keep neither addresses nor server ids.",
        promises: ["P-02", "P-05"],
        status: "manual",
        why: "Happens in the intake's code, which is reviewed.",
    },
    {
        id: "DATA-12",
        title: "Customers can switch usage analytics off in the add-on's settings.",
        promises: ["P-02"],
        status: "manual",
        why: "The switch is part of the downloadable add-ons, which are tested with each release.",
    },
    {
        id: "DATA-13",
        title: "The installer's analytics are sent to Atlassian only.",
        promises: ["P-02"],
        status: "manual",
        why: "The installer is Atlassian's and runs at the customer's.",
    },
    {
        id: "DATA-14",
        title: "Page-view analytics contain neither customer nor operational data.",
        promises: ["P-06"],
        status: "manual",
        why: "Pages send them from the browser, outside this platform; what they send is reviewed with each release.",
    },
    {
        id: "DATA-15",
        title: "Collected data is used for licence validation, support and improvement only.",
        promises: ["P-15"],
        status: "manual",
        why: "The purpose is declared; what data is used for is known to people.",
    },
];
