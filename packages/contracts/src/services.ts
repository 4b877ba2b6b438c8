/** The services of the mesh, by their app-ids. */
export const SERVICES = ["chat-api", "reminder-service", "notification-service"] as const;
export type ServiceName = (typeof SERVICES)[number];
