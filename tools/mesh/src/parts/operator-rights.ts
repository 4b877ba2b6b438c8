import { deadLettersOf, SOURCES } from "@todo-mesh/contracts/events";
import kafkajs, { type AclEntry } from "kafkajs";
import { OPERATOR } from "./kafka-access.ts";

// A module of CommonJS, of which Node sees only the first names.
const { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes } = kafkajs;

/** How the names of the consumer groups begin that read dead letters. */
export const OPERATOR_GROUPS = "dead-letters-";

/** What who looks after dead letters may do in Kafka: read them, and put them back where they came from. */
export const operatorRights = (): AclEntry[] => [
  ...Object.keys(SOURCES).flatMap((topic) => [
    allow(AclOperationTypes.READ, onTopic(deadLettersOf(topic))),
    allow(AclOperationTypes.WRITE, onTopic(topic)),
  ]),
  allow(AclOperationTypes.READ, {
    resourceType: AclResourceTypes.GROUP,
    resourceName: OPERATOR_GROUPS,
    resourcePatternType: ResourcePatternTypes.PREFIXED,
  }),
];

const onTopic = (resourceName: string) => ({
  resourceType: AclResourceTypes.TOPIC,
  resourceName,
  resourcePatternType: ResourcePatternTypes.LITERAL,
});

const allow = (
  operation: AclEntry["operation"],
  on: Pick<AclEntry, "resourceType" | "resourceName" | "resourcePatternType">,
): AclEntry => ({
  principal: `User:${OPERATOR}`,
  host: "*",
  operation,
  permissionType: AclPermissionTypes.ALLOW,
  ...on,
});
