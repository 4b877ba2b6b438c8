import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestListener } from "node:http";
import type { Socket } from "node:net";

const MOST_WAITING = 100;

/**
 * Hands on a connection's requests one at a time. Answers leave in the order of the requests (RFC 9112 §9.3.2), so one
 * that is begun early would only hold what the one before it may be waiting for. What waits when the connection ends is
 * never begun, and a connection on which more than 100 wait is broken off.
 */
export function inOrder(handle: RequestListener): RequestListener {
  const lines = new WeakMap<Socket, (() => void)[]>();

  const goOn = (socket: Socket): void => {
    // One that was told to be closed, or that broke off, takes no more answers.
    const next = socket.writable ? lines.get(socket)?.shift() : undefined;
    if (next) next();
    else lines.delete(socket);
  };
  return (req, res) => {
    const { socket } = req;
    const begin = AsyncLocalStorage.bind(() => {
      res.once("close", () => goOn(socket));
      handle(req, res);
    });
    const waiting = lines.get(socket);
    if (waiting === undefined) {
      lines.set(socket, []);
      begin();
    } else if (waiting.length < MOST_WAITING) waiting.push(begin);
    else socket.destroy();
  };
}
