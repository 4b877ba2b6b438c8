import { type EventEntry, EVENTS } from "@todo-mesh/contracts/documents";
import { LISTENERS, SOURCES } from "@todo-mesh/contracts/events";

export const SCHEMA_FORMAT = "application/schema+json;version=draft-2020-12";

const ABOUT = `What the services of Todo Mesh tell each other, and whoever else listens: give your
program a Dapr sidecar and a line in the table of who listens, and subscribe by the component
\`pubsub\`.

Each message is a CloudEvent (structured JSON); its Kafka key is the user, so one person's events
keep their order. An event may come twice or late: \`id\` tells which it is, \`data.task.version\`
what is newer. Pass over types and fields that you do not know. What a service of ours refuses lies
in the topic with \`.dlq\` behind its name, as it came.`;

/** The topics of the mesh as an AsyncAPI document; the messages are in the files beside it. */
export function asyncApi(): object {
  return {
    asyncapi: "3.0.0",
    info: {
      title: "Todo Mesh events",
      version: "1.0.0",
      description: ABOUT,
      license: { name: "Apache-2.0", url: "https://www.apache.org/licenses/LICENSE-2.0" },
    },
    defaultContentType: "application/cloudevents+json",
    servers: {
      kafka: {
        host: "{brokers}",
        protocol: "kafka",
        description: "The Kafka that the component `pubsub` names.",
        variables: { brokers: { default: "127.0.0.1:9092", description: "`KAFKA_BROKERS`" } },
      },
    },
    channels: fromTopics(channel),
    operations: { ...fromTopics(sending, "send"), ...receiving() },
    components: { messages: Object.fromEntries(EVENTS.map(message)) },
  };
}

const topics = Object.keys(SOURCES);
const nameOf = (topic: string): string => topic.split(".")[1] ?? topic;
const ref = (...path: string[]) => ({ $ref: `#/${path.join("/")}` });
const onTopic = (topic: string) => EVENTS.filter(({ contract }) => contract.topic === topic);

const fromTopics = (told: (topic: string) => object, prefix = "") =>
  Object.fromEntries(
    topics.map((topic) => [[prefix, nameOf(topic)].filter(Boolean).join("-"), told(topic)]),
  );

const channel = (topic: string) => ({
  address: topic,
  messages: Object.fromEntries(
    onTopic(topic).map(({ contract: { type } }) => [type, ref("components", "messages", type)]),
  ),
  bindings: { kafka: { topic, bindingVersion: "0.5.0" } },
});

const sending = (topic: string) => ({
  action: "send",
  channel: ref("channels", nameOf(topic)),
  title: `${SOURCES[topic]} tells`,
});

const receiving = () =>
  Object.fromEntries(
    LISTENERS.map(({ service, topic, why }) => [
      `${service}-receives-${nameOf(topic)}`,
      {
        action: "receive",
        channel: ref("channels", nameOf(topic)),
        title: `${service} listens`,
        description: why,
      },
    ]),
  );

const message = ({ contract: { type }, title, description }: EventEntry) => [
  type,
  {
    name: type,
    title,
    summary: description,
    payload: { schemaFormat: SCHEMA_FORMAT, schema: { $ref: `./events/${type}.json` } },
    bindings: {
      kafka: { key: { type: "string", description: "The user." }, bindingVersion: "0.5.0" },
    },
  },
];
