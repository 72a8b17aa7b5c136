import type { Checkpoint } from './checkpoint.ts'
import { plainJson } from './plain-text.ts'
import { type AuditEntry, inOrder, outcomes } from './record.ts'
import { suiteIds } from './suite.ts'

/** What an exported log begins and ends with. */
export interface LogEnds {
  readonly office: string
  /** How many records the office has from before the chain: they are not in the file, and nothing proves them. */
  readonly beforeChain: number
}

export type LogLine =
  | { readonly kind: 'log'; readonly value: LogEnds }
  | { readonly kind: 'record'; readonly value: AuditEntry }
  | { readonly kind: 'checkpoint'; readonly value: Checkpoint }
  | { readonly kind: 'end'; readonly value: LogEnds & { readonly records: number } }

function fieldsOf(line: LogLine): object {
  const { kind, value } = line
  if (kind === 'log') return { office: value.office, beforeChain: value.beforeChain }
  if (kind === 'end') return { office: value.office, beforeChain: value.beforeChain, records: value.records }
  if (kind === 'record') {
    const { suite, prevHash, hash, mac } = value
    return { suite, ...inOrder(value), prevHash, hash, mac }
  }
  const { office, suite, size, root, head, at, mac } = value
  return { office, suite, size, root, head, at, mac }
}

/** One line of an exported log, without its end. A thing has one line only. */
export const lineOf = (line: LogLine): string => plainJson({ kind: line.kind, ...fieldsOf(line) })

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string'
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
const isDetail = (value: unknown): boolean =>
  isFields(value) && Object.values(value).every((one) => ['string', 'number', 'boolean'].includes(typeof one))
const among = (names: readonly string[]) => (value: unknown) => isText(value) && names.includes(value)

type Shape = Readonly<Record<string, (value: unknown) => boolean>>

const ends: Shape = { office: isText, beforeChain: isCount }
const shapes: Readonly<Record<LogLine['kind'], Shape>> = {
  log: ends,
  end: { ...ends, records: isCount },
  checkpoint: {
    office: isText,
    suite: among(suiteIds),
    size: isCount,
    root: isText,
    head: isText,
    at: isText,
    mac: isText,
  },
  record: {
    suite: among(suiteIds),
    office: isText,
    seq: isCount,
    id: isText,
    at: isText,
    officerId: isTextOrNull,
    officerName: isText,
    unitId: isTextOrNull,
    post: isText,
    address: isTextOrNull,
    requestId: isTextOrNull,
    route: isText,
    object: isText,
    outcome: among(outcomes),
    problemCode: isTextOrNull,
    detail: isDetail,
    prevHash: isText,
    hash: isText,
    mac: isText,
  },
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isKind = (kind: unknown): kind is LogLine['kind'] => isText(kind) && Object.hasOwn(shapes, kind)

/** Reads a line; null where it is not exactly as we would write it, to the last character. */
export function readLine(text: string): LogLine | null {
  const fields = parsed(text)
  if (!isFields(fields) || !isKind(fields.kind)) return null
  if (!Object.entries(shapes[fields.kind]).every(([name, fits]) => fits(fields[name]))) return null
  const line = { kind: fields.kind, value: fields } as unknown as LogLine
  return lineOf(line) === text ? line : null
}
