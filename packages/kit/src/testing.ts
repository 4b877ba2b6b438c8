import { fieldsOut, type Logger, loggerOver, type LogLevel } from "./log/logger.ts";

export interface LogLine {
  readonly level: LogLevel;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A logger that writes nothing and remembers its lines, as they would have gone out. */
export function quietLogger(): Logger & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const log = loggerOver((level, message, fields) =>
    lines.push({ level, message, fields: fieldsOut(level, fields) }),
  );
  return { ...log, lines };
}
