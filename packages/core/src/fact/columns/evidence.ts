import { accept, type Problem, type Result, reject, type Words } from '../../shared/index.ts'
import { rowProblems } from '../row-problems.ts'
import type { ColumnBase, ColumnKind, ColumnMore } from './base.ts'
import { partsOf } from './typed.ts'
import { type EvidenceClass, type EvidenceMark, evidenceClasses, type Value } from './value.ts'

/** 佐证材料: files by id with their class; one of these classes has to be among them before a row counts. */
export interface EvidenceColumn extends ColumnBase {
  readonly kind: 'evidence'
  readonly anyOf: readonly EvidenceClass[]
}

export const evidence = (
  label: EvidenceColumn['label'],
  anyOf: readonly EvidenceClass[],
  more: ColumnMore = {},
): EvidenceColumn => ({ kind: 'evidence', label, anyOf, ...more })

/** What is wrong with the classes a register accepts: photos are never all, one's own word never enough. */
export function mistakesInClasses(anyOf: readonly EvidenceClass[]): readonly Words[] {
  if (anyOf.length === 0)
    return [{ zh: '佐证等级一种也不收，请写明', en: 'accepts no class; name those that prove the row' }]
  const unknown = anyOf.find((one) => !evidenceClasses.includes(one))
  if (unknown)
    return [
      { zh: `没有「${unknown}」这种佐证等级，只有E1到E5`, en: `accepts the class ${unknown}; there are E1 to E5` },
    ]
  if (anyOf.includes('E5'))
    return [
      { zh: '收了E5，自己的说明从来不够，请去掉', en: "accepts E5; one's own statement is never enough, remove it" },
    ]
  return anyOf.every((one) => one === 'E3')
    ? [{ zh: '只收照片，请加上E1、E2或E4', en: 'accepts photos alone; add E1, E2 or E4' }]
    : []
}

const isMark = (mark: unknown): mark is EvidenceMark =>
  typeof mark === 'object' &&
  mark !== null &&
  'id' in mark &&
  typeof mark.id === 'string' &&
  'class' in mark &&
  evidenceClasses.some((one) => one === mark.class)

export const isEvidence = (value: Value): value is readonly EvidenceMark[] =>
  Array.isArray(value) && value.every(isMark)

/** Whether files of these classes stand behind a row. */
export const provedBy = (anyOf: readonly EvidenceClass[], value: Value | null | undefined): boolean =>
  value !== null && value !== undefined && isEvidence(value) && value.some((mark) => anyOf.includes(mark.class))

/** Which classes were lacking, as a problem of the column. */
export const notProved = ({ label, anyOf }: EvidenceColumn): Problem =>
  rowProblems('fact.evidence_class', { column: label.zh, classes: anyOf.join('、') })

const check = ({ label }: EvidenceColumn, value: Value): Result<Value> =>
  isEvidence(value) ? accept(value) : reject(rowProblems('fact.value_misshapen', { column: label.zh }))

const markForms = [/^(E[1-5])[:：]\s?([\w-]{1,64})$/i, /^([\w-]{1,64})[（(](E[1-5])[）)]$/i]

function markOf(written: string): EvidenceMark | null {
  const [classFirst, idFirst] = markForms.map((form) => form.exec(written))
  const [first, second] = [classFirst?.[1] ?? idFirst?.[2], classFirst?.[2] ?? idFirst?.[1]]
  const found = evidenceClasses.find((one) => one === first?.toUpperCase())
  return found && second !== undefined ? { id: second, class: found } : null
}

/** Files by id, each with its class: `E1:…、E4:…`. */
function read({ label }: EvidenceColumn, typed: string): Result<Value> {
  const marks = partsOf(typed).map(markOf)
  return marks.every((mark) => mark !== null)
    ? accept(marks)
    : reject(rowProblems('fact.evidence_unreadable', { column: label.zh }))
}

export const evidenceKind: ColumnKind<EvidenceColumn> = {
  mistakes: ({ anyOf }) => mistakesInClasses(anyOf),
  read,
  check,
}
