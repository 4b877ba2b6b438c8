export interface SidecarPorts {
  readonly http: number;
  readonly grpc: number;
  readonly internal: number;
  readonly metrics: number;
}

/** One process of an app, and the doors it is given. */
export interface Replica {
  readonly appId: string;
  readonly name: string;
  readonly command?: readonly [string, ...string[]];
  readonly cwd?: string;
  /** Not where it is measured what mTLS costs. */
  readonly mtls?: boolean;
  /** The app's own ports, by what they are for; `mesh` is the door its sidecar calls. */
  readonly ports: { readonly mesh?: number; readonly ops?: number; readonly public?: number };
  readonly sidecar: SidecarPorts;
}
