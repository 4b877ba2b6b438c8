// Rooms with shelves: each may look into those before it, and none into those after it.
const CONTRACTS =
  "text envelope time people phrases tasks chat reminders notifications own-data events calls documents";
const SHELVES = Object.entries({
  "packages/contracts/src": CONTRACTS,
  "packages/kit/src": "log process http",
  "packages/timers/src": "turns buckets jobs firing sweeper",
  "services/chat-api/src/domain":
    "tasks journal intents replies languages grammar actions assistant imports",
  "services/chat-api/src/use-cases": "once journal preferences tasks undo assistant own-data",
  "services/reminder-service/src/domain": "ledger triggers announcing planning listing",
}).map(([room, shelves]) => ({ room, shelves: shelves.split(" ") }));

/** What each package may import, the lowest first: only what stands above it here. */
const MAY_IMPORT = {
  recurrence: [],
  when: ["recurrence"],
  contracts: ["recurrence"],
  ports: ["contracts"],
  kit: ["contracts", "ports"],
  state: ["contracts", "ports", "kit"],
  timers: ["ports", "kit", "state"],
  dapr: ["contracts", "ports", "kit"],
  service: ["contracts", "ports", "kit", "state", "dapr"],
  "chat-ui": ["contracts"],
};

const PACKAGES = Object.keys(MAY_IMPORT);
for (const [at, name] of PACKAGES.entries())
  for (const below of MAY_IMPORT[name])
    if (!PACKAGES.slice(0, at).includes(below)) throw new Error(`${name} is below ${below}`);

const packagesInOrder = PACKAGES.map((name) => ({
  name: `${name}-imports-only-what-is-below-it`,
  severity: "error",
  from: { path: `^packages/${name}/src/` },
  to: { path: "^packages/", pathNot: `^packages/(${[name, ...MAY_IMPORT[name]].join("|")})/` },
}));

module.exports = {
  forbidden: [
    ...packagesInOrder,
    {
      name: "each-package-has-its-place-in-the-order",
      severity: "error",
      from: { path: "^packages/", pathNot: `^packages/(${PACKAGES.join("|")})/` },
      to: {},
    },
    // A schema brings all of its library into the browser; its type brings nothing.
    {
      name: "the-page-takes-types-alone",
      severity: "error",
      from: { path: "^packages/chat-ui/src/" },
      to: { path: "^packages/contracts/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nobody-sees-the-page",
      severity: "error",
      from: { pathNot: "^packages/chat-ui/" },
      to: { path: "^packages/chat-ui/" },
    },
    {
      name: "domain-is-pure",
      severity: "error",
      from: { path: "/src/domain/" },
      to: {
        pathNot: [
          "/src/domain/",
          "^packages/(contracts|recurrence|when)/",
          "node_modules/.*/(zod|uuid)/",
          // They read text and do nothing else.
          "node_modules/.*/(ical\\.js|papaparse)/",
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
      name: "what-all-use-cases-share-knows-none-of-them",
      severity: "error",
      from: {
        path: "^services/chat-api/src/use-cases/[^/]+$",
        pathNot: "/build-use-cases\\.ts$",
      },
      to: { path: "^services/chat-api/src/use-cases/[^/]+/" },
    },
    {
      name: "what-people-and-pages-say-loads-no-event-and-no-call",
      severity: "error",
      from: { path: "^packages/contracts/src/[^/]+$" },
      to: { path: "^packages/contracts/src/(events|calls|documents)/" },
    },
    // Examples and the words of documents are for readers: a service that nobody reads about never loads them.
    {
      name: "documents-are-loaded-when-they-are-read",
      severity: "error",
      from: {
        path: "^(packages|services)/[^/]+/src/",
        pathNot: ["^packages/contracts/src/documents/", "^services/chat-api/src/inbound/openapi/"],
      },
      to: {
        path: ["^packages/contracts/src/documents/", "^services/chat-api/src/inbound/openapi/"],
        // What an operation says of itself is types alone.
        pathNot: "/openapi/operation\\.ts$",
        dependencyTypesNot: ["dynamic-import"],
      },
    },
    {
      name: "services-do-not-know-each-other",
      severity: "error",
      from: { path: "^services/([^/]+)/" },
      to: { path: "^services/", pathNot: "^services/$1/" },
    },
    // What speaks to a sidecar stands behind an entry of its own: what a service is made of takes it from there, and
    // nobody else does. The rest of packages/dapr is for the doors: what a sidecar brings, and calls.
    {
      name: "only-the-root-of-a-service-takes-a-sidecar",
      severity: "error",
      from: {
        path: "^(packages|services)/[^/]+/src/",
        pathNot: "^packages/(dapr|service)/",
      },
      to: { path: "^packages/dapr/src/parts\\.ts$" },
    },
    {
      name: "only-doors-see-what-a-sidecar-brings",
      severity: "error",
      from: {
        path: "^services/[^/]+/src/",
        pathNot: "^services/[^/]+/src/((main|app|config)\\.ts$|inbound/)",
      },
      to: { path: "^packages/(dapr|service)/" },
    },
    {
      name: "only-the-dapr-package-takes-the-sdk",
      severity: "error",
      from: { path: "^(packages|services)/", pathNot: "^packages/dapr/src/" },
      // As it is written, too: what a package does not declare is not found in node_modules.
      to: { path: "(^|node_modules/.*/)@dapr/" },
    },
    // `kit` opens doors; whatever goes out of a process goes through its sidecar. (That nobody else uses `fetch`, a
    // test of tools/sources sees.)
    {
      name: "only-kit-and-dapr-open-connections",
      severity: "error",
      from: { path: "^(packages|services)/[^/]+/src/", pathNot: "^packages/(kit|dapr)/src/" },
      to: { path: "^(node:)?(http|https|http2|net|tls|dgram|undici|axios|got)$" },
    },
    {
      name: "services-do-not-open-the-store-or-the-broker",
      severity: "error",
      from: { path: "^(packages|services)/" },
      to: { path: "(^|node_modules/.*/)(kafkajs|pg)(/|$)" },
    },
    {
      name: "products-do-not-know-their-tools",
      severity: "error",
      from: { path: "^(packages|services)/" },
      to: { path: "^(tools|tests)/" },
    },
    ...SHELVES.flatMap(({ room, shelves }) =>
      shelves.slice(0, -1).map((shelf, n) => ({
        name: `${room.split("/")[1]}-${shelf}-does-not-look-up`,
        severity: "error",
        from: { path: `^${room}/${shelf}/` },
        to: { path: `^${room}/(${shelves.slice(n + 1).join("|")})/` },
      })),
    ),
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-cycles-of-folders",
      severity: "error",
      scope: "folder",
      from: { path: "^tools/mesh/src/" },
      to: { circular: true },
    },
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
