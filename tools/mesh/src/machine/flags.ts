type Flags = Readonly<Record<string, string | number | true | readonly string[]>>;

/** `{ "app-id": "chat-api", verbose: true }` as `--app-id chat-api --verbose`. */
export const flags = (wanted: Flags): string[] =>
  Object.entries(wanted).flatMap(([name, value]) =>
    [value].flat().flatMap((one) => (one === true ? [`--${name}`] : [`--${name}`, String(one)])),
  );
