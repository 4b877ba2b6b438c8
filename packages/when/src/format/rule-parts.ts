/** The parts of an RRULE by their names. */
export type RuleParts = ReadonlyMap<string, string>;

export const partsOf = (rule: string): RuleParts =>
  new Map(
    rule.split(";").map((part) => {
      const [name = "", value = ""] = part.split("=");
      return [name, value];
    }),
  );

export const ruleWithout = (parts: RuleParts, left: readonly string[]): string =>
  [...parts]
    .filter(([name]) => !left.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .join(";");

export const numbers = (list: string | undefined): readonly number[] =>
  (list ?? "").split(",").flatMap((each) => (each === "" ? [] : [Number(each)]));
