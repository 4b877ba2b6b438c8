/** Lets any number of waiters know that something has changed, so that they look again. */
export interface Signal {
  next(): Promise<void>;
  fire(): void;
}

export function createSignal(): Signal {
  let coming = Promise.withResolvers<void>();
  return {
    next: () => coming.promise,
    fire: () => {
      coming.resolve();
      coming = Promise.withResolvers<void>();
    },
  };
}
