import type { Task } from "@todo-mesh/contracts";

/** Each order in which news may come. */
export const orders = (news: readonly Task[]): Task[][] =>
  news.length <= 1
    ? [[...news]]
    : news.flatMap((task) =>
        orders(news.filter((other) => other !== task)).map((rest) => [task, ...rest]),
      );
