// Rooms with shelves: each may look into those before it, and none into those after it.
const SHELVES = [
  ["packages/kit/src", ["log", "process", "http"]],
  ["packages/timers/src", ["turns", "buckets", "jobs", "firing", "sweeper"]],
  ["services/reminder-service/src/domain", ["ledger", "triggers", "announcing", "planning"]],
];

module.exports = {
  forbidden: [
    {
      name: "domain-is-pure",
      severity: "error",
      from: { path: "/src/domain/" },
      to: {
        pathNot: [
          "/src/domain/",
          "^packages/(contracts|recurrence|when)/",
          "node_modules/.*/(zod|uuid)/",
        ],
      },
    },
    {
      name: "use-cases-see-only-ports",
      severity: "error",
      from: { path: "/src/use-cases/" },
      to: {
        path: [
          "^packages/dapr/",
          "/src/inbound/",
          "/src/outbound/",
          "node_modules/.*/(express|winston)/",
        ],
      },
    },
    {
      name: "only-kit-and-dapr-touch-transport",
      severity: "error",
      from: { path: "^packages/(contracts|ports)/" },
      to: { path: ["^packages/(dapr|kit|state|timers)/", "^services/"] },
    },
    {
      name: "services-do-not-know-each-other",
      severity: "error",
      from: { path: "^services/([^/]+)/" },
      to: { path: "^services/", pathNot: "^services/$1/" },
    },
    {
      name: "only-the-dapr-package-knows-a-sidecar",
      severity: "error",
      from: { path: "^(packages|services)/", pathNot: "^packages/dapr/" },
      to: { path: "node_modules/.*/@dapr/dapr/" },
    },
    {
      name: "services-do-not-open-the-store-or-the-broker",
      severity: "error",
      from: { path: "^(packages|services)/" },
      to: { path: "node_modules/.*/(kafkajs|pg)/" },
    },
    {
      name: "products-do-not-know-their-tools",
      severity: "error",
      from: { path: "^(packages|services)/" },
      to: { path: "^(tools|tests)/" },
    },
    ...SHELVES.flatMap(([room, shelves]) =>
      shelves.slice(0, -1).map((shelf, n) => ({
        name: `${room.split("/")[1]}-${shelf}-does-not-look-up`,
        severity: "error",
        from: { path: `^${room}/${shelf}/` },
        to: { path: `^${room}/(${shelves.slice(n + 1).join("|")})/` },
      })),
    ),
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@todo-mesh/source", "import", "node", "default"],
    },
  },
};
