import {
  deadLettersOf,
  type Listener,
  LISTENERS,
  SOURCES,
  TOPICS,
} from "@todo-mesh/contracts/events";
import { type Document, parseDocument } from "yaml";
import { z } from "zod";

/** The topics of one app. */
export interface TopicRights {
  readonly appId: string;
  readonly publishes?: readonly string[];
  readonly subscribes?: readonly string[];
}

/**
 * A component whose topics are open to those alone who publish or hear them, by the tables of the contracts and what
 * `apps` name; everything else in its file stays as it is written.
 */
export function scopedComponent(
  text: string,
  by: Listener["by"],
  apps: readonly TopicRights[] = [],
): string {
  const component = parseDocument(text);
  const listeners = LISTENERS.filter((one) => one.by === by).map(heard);
  // What is broadcast is heard, and published nowhere: what is refused of it is gone.
  const isBroadcast = by === "pubsub-broadcast";
  const rights = isBroadcast ? listeners : [...sources(), ...[...listeners, ...apps].map(refusing)];
  if (isBroadcast) component.set("scopes", component.createNode(appsOf(listeners)));
  setSetting(component, "protectedTopics", TOPICS.join(","));
  if (!isBroadcast)
    setSetting(
      component,
      "publishingScopes",
      scopesOf(rights, ({ publishes }) => publishes),
    );
  setSetting(
    component,
    "subscriptionScopes",
    scopesOf(rights, ({ subscribes }) => subscribes),
  );
  return component.toString({ lineWidth: 0 });
}

const heard = ({ service, topic }: Listener): TopicRights => ({
  appId: service,
  subscribes: [topic],
});

const sources = (): readonly TopicRights[] =>
  Object.entries(SOURCES).map(([topic, appId]) => ({ appId, publishes: [topic] }));

const refusing = ({ appId, publishes = [], subscribes = [] }: TopicRights): TopicRights => ({
  appId,
  publishes: [...publishes, ...subscribes.map(deadLettersOf)],
  subscribes,
});

const appsOf = (rights: readonly TopicRights[]) => [...new Set(rights.map(({ appId }) => appId))];

/** As Dapr writes it: `app=topic,topic;app=topic`. */
function scopesOf(
  rights: readonly TopicRights[],
  topicsOf: (one: TopicRights) => readonly string[] | undefined,
): string {
  return appsOf(rights)
    .map((app) => {
      const topics = rights.flatMap((one) => (one.appId === app ? (topicsOf(one) ?? []) : []));
      return topics.length > 0 ? [`${app}=${[...new Set(topics)].join(",")}`] : [];
    })
    .flat()
    .join(";");
}

const Component = z.object({
  spec: z.object({ metadata: z.array(z.looseObject({ name: z.string() })) }),
});

function setSetting(component: Document, name: string, value: string): void {
  const { metadata } = Component.parse(component.toJS()).spec;
  const at = metadata.findIndex((one) => one.name === name);
  if (at >= 0) component.setIn(["spec", "metadata", at, "value"], value);
  else component.addIn(["spec", "metadata"], component.createNode({ name, value }));
}
