/** Lines that end with CR, LF or both, wherever they are split. */
export function lineReader() {
  let [pending, afterCr] = ["", false];
  return {
    take: (given: string): string[] => {
      if (given === "") return [];
      const text = afterCr && given.startsWith("\n") ? given.slice(1) : given;
      afterCr = given.endsWith("\r");
      const [first = "", ...rest] = text.split(/\r\n|\r|\n/);
      const whole = pending + first;
      pending = rest.at(-1) ?? whole;
      return rest.length === 0 ? [] : [whole, ...rest.slice(0, -1)];
    },
    end: (): string[] => (pending === "" ? [] : [pending]),
  };
}
