const shared = {
  extensionsToTreatAsEsm: [".ts", ".tsx"],
  testEnvironment: "node",
  // What images are built of, and what a node has of them, are copies of the packages.
  modulePathIgnorePatterns: ["<rootDir>/.(images|cluster)/"],
  setupFilesAfterEnv: ["<rootDir>/tests/support/patience.ts"],
  testEnvironmentOptions: { customExportConditions: ["@todo-mesh/source", "node", "node-addons"] },
  transform: {
    "^.+\\.tsx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
          target: "es2024",
        },
        module: { type: "es6" },
        sourceMaps: "inline",
      },
    ],
  },
};

// `unit` needs nothing but Node; `mesh` runs on real Dapr, Kafka and PostgreSQL, which it starts itself; `page` needs a
// browser as well; `chart` needs Helm, which is built; `cluster` starts a Kubernetes.
export default {
  projects: [
    {
      ...shared,
      displayName: "unit",
      testMatch: [
        "<rootDir>/{services,packages,tools}/*/test/**/*.test.{ts,tsx}",
        // Several services at once, without a mesh.
        "<rootDir>/tests/{schemas,released}/**/*.test.ts",
      ],
    },
    {
      ...shared,
      displayName: "mesh",
      testMatch: ["<rootDir>/tests/**/*.test.ts"],
      testPathIgnorePatterns: [
        "/node_modules/",
        "<rootDir>/tests/(schemas|released|page|chart|cluster)/",
      ],
    },
    {
      ...shared,
      displayName: "page",
      testMatch: ["<rootDir>/tests/page/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "chart",
      testMatch: ["<rootDir>/tests/chart/**/*.test.ts"],
    },
    {
      ...shared,
      displayName: "cluster",
      testMatch: ["<rootDir>/tests/cluster/**/*.test.ts"],
    },
  ],
};
