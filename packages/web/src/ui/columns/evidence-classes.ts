import { m } from '../../words/index.ts'

interface EvidenceClassWords {
  readonly label: () => string
  /** What is of this class, by example. */
  readonly example: () => string
}

/** The five classes of proof by their words, after the domain book (1–36, 佐证等级). */
const classes: Readonly<Record<string, EvidenceClassWords>> = {
  E1: { label: m.evidence_e1, example: m.evidence_e1_example },
  E2: { label: m.evidence_e2, example: m.evidence_e2_example },
  E3: { label: m.evidence_e3, example: m.evidence_e3_example },
  E4: { label: m.evidence_e4, example: m.evidence_e4_example },
  E5: { label: m.evidence_e5, example: m.evidence_e5_example },
}

export const evidenceClassChoices = () =>
  Object.entries(classes).map(([value, { label }]) => ({ value, label: label() }))

export const evidenceClassName = (kind: string): string => classes[kind]?.label() ?? kind

export const evidenceClassExample = (kind: string): string => classes[kind]?.example() ?? ''

/** A class with what is of it, by example. */
export const evidenceClassSaid = (kind: string): string =>
  m.evidence_said({ name: evidenceClassName(kind), example: evidenceClassExample(kind) })

const pictures = /\.(?:png|jpe?g|webp|mp4)$/i
const tables = /\.(?:xlsx?|csv|zip)$/i

/** The class that a file is probably of, by its name: of those that are asked for, where one of them may be meant. */
export function likelyClass(name: string, asked: readonly string[]): string {
  const likely = pictures.test(name) ? ['E3', 'E4'] : tables.test(name) ? ['E2', 'E4', 'E1'] : ['E1', 'E4', 'E2']
  return likely.find((kind) => asked.includes(kind)) ?? likely[0] ?? 'E1'
}

/** Whether one of the classes that are asked for stands in a cell of evidence, `E1:id、E3:id`. */
export const isProved = (cell: string, asked: readonly string[]): boolean =>
  asked.some((kind) => cell.split('、').some((mark) => mark.startsWith(`${kind}:`)))
