import winston from "winston";
import { isError } from "./is-error.ts";
import { cleanText, describeError } from "./log-errors.ts";
import { isAllowedField, type LogFields } from "./log-fields.ts";
import { currentTraceId } from "./trace.ts";

export type LogLevel = "debug" | "info" | "warn" | "error";
type Write = (message: string, fields?: LogFields) => void;

/** Says what happened. Messages are constants; what varies goes into the fields named in `log-fields.ts`. */
export type Logger = Readonly<Record<LogLevel, Write>>;

/** A logger that writes one line of JSON to standard output for each message of `level` or graver. */
export function createLogger(options: { service: string; level: LogLevel }): Logger {
  const line = winston.createLogger({
    level: options.level,
    defaultMeta: { service: options.service },
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [new winston.transports.Console()],
  });
  return loggerOver((level, message, fields) => {
    if (line.isLevelEnabled(level)) line.log(level, cleanText(message), fieldsOut(level, fields));
  });
}

/** A logger of its four levels over one function. */
export function loggerOver(
  log: (level: LogLevel, message: string, fields?: LogFields) => void,
): Logger {
  return {
    debug: (message, fields) => log("debug", message, fields),
    info: (message, fields) => log("info", message, fields),
    warn: (message, fields) => log("warn", message, fields),
    error: (message, fields) => log("error", message, fields),
  };
}

/** What of these fields may leave the process, with the trace they belong to. In debug, how many may not. */
export function fieldsOut(level: LogLevel, fields: LogFields = {}): Record<string, unknown> {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const allowed = given.filter(([name]) => isAllowedField(name));
  const dropped = given.length - allowed.length;
  const traceId = currentTraceId();
  return {
    ...Object.fromEntries(allowed.map(([name, value]) => [name, valueOut(value)])),
    ...(traceId !== undefined && { trace_id: traceId }),
    ...(level === "debug" && dropped > 0 && { dropped_fields: dropped }),
  };
}

const MAX_ITEMS = 20;

// An object could hold anything, so it is not shown: name what matters in fields of its own.
function valueOut(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map(scalarOut);
  return scalarOut(value);
}

function scalarOut(value: unknown): unknown {
  if (isError(value)) return describeError(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "no date" : value.toISOString();
  if (typeof value === "string") return cleanText(value);
  const isPlain = value === null || typeof value === "number" || typeof value === "boolean";
  return isPlain ? value : `[${typeof value}]`;
}
