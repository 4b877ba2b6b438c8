/** A time of day as someone says it. `bare`: a mere number or word, which is a time only after "at". */
export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly bare: boolean;
}

const CLOCK =
  /^(?<hour>\d{1,2})(?:(?<sign>[:.])(?<minute>\d{2}))?(?::(?<second>\d{2}))? ?(?<half>am|pm|a\.m\.?|p\.m\.?|o['’]?clock)?$/;
const NOON: ClockTime = { hour: 12, minute: 0, second: 0, bare: true };

/** Reads `9`, `18:30`, `18:30:15`, `6pm`, `6.15 pm`, `noon`. `"impossible"`: it looks like one, but no clock shows it. */
export function readClock(text: string): ClockTime | "impossible" | undefined {
  if (text === "noon" || text === "midday") return NOON;
  const said = CLOCK.exec(text)?.groups;
  return said && clockTime(said);
}

type Said = Readonly<Record<string, string | undefined>>;

function clockTime({ hour: hours, sign, minute: minutes, second: seconds, half }: Said) {
  const hour = hourOf(Number(hours), half?.[0]);
  const [minute, second] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  if (hour === undefined || Math.max(minute, second) > 59) return "impossible";
  return { hour, minute, second, bare: sign !== ":" && half === undefined };
}

function hourOf(said: number, half: string | undefined): number | undefined {
  if (half !== "a" && half !== "p") return said <= 23 ? said : undefined;
  if (said < 1 || said > 12) return undefined;
  return (said % 12) + (half === "p" ? 12 : 0);
}
