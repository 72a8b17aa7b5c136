import { clockOf, instant, isInstant } from '../shared/index.ts'
import { optionFor } from './columns/choice.ts'
import { isEvidence } from './columns/evidence.ts'
import { geometryText } from './columns/geometry-text.ts'
import type { Column } from './columns/index.ts'
import { communityWords } from './columns/reference.ts'
import { wordNamed } from './columns/text.ts'
import { listSeparator } from './columns/typed.ts'
import { isText, isTextList, type Value } from './columns/value.ts'

/** Who reads it: a program that sends it back unchanged, or people, for whom choices go by their labels. */
export type Reader = 'wire' | 'people'

function wordsOf(column: Column, text: string, reader: Reader): string {
  if (column.kind === 'moment') return isInstant(text) ? clockOf(instant(text)).replace(/:00$/, '') : text
  if (reader === 'wire') return text
  switch (column.kind) {
    case 'choice':
    case 'choices':
      return optionFor(column, text)?.label.zh ?? text
    case 'text':
      return wordNamed(column, text)?.label.zh ?? text
    case 'community':
    case 'communities':
      return communityWords(text)
    default:
      return text
  }
}

/**
 * The text form of a value, which `readRow` takes back unchanged: what forms, sheets and exports carry. Days, months,
 * codes and figures as they are kept; moments `2023-06-30 14:30` in Chinese time; 是 and 否; lists joined by 、; a point
 * `113.76,22.70`, other shapes GeoJSON; evidence `E1:id`.
 */
export function printed(column: Column, value: Value, reader: Reader = 'wire'): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (isText(value)) return wordsOf(column, value, reader)
  if (isTextList(value)) return value.map((one) => wordsOf(column, one, reader)).join(listSeparator)
  if (isEvidence(value)) return value.map((mark) => `${mark.class}:${mark.id}`).join(listSeparator)
  return geometryText(value)
}
