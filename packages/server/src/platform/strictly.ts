import { z } from 'zod'

type Schema = z.core.$ZodType

const insideOf = ['innerType', 'element', 'valueType', 'in', 'out', 'left', 'right'] as const

const each = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(each)
  return value instanceof z.core.$ZodType ? strictly(value) : value
}

/** The same schema, refusing at every depth a field it does not name: a field that nobody reads is a mistake or a try. */
export function strictly<S extends Schema>(schema: S): S {
  const def: Record<string, unknown> = { ...schema._zod.def }
  for (const name of insideOf) def[name] = each(def[name])
  if (def.type === 'union') def.options = each(def.options)
  if (def.type === 'object') {
    const shape = def.shape as Readonly<Record<string, Schema>>
    def.shape = Object.fromEntries(Object.entries(shape).map(([name, part]) => [name, strictly(part)]))
    def.catchall ??= z.never()
  }
  return z.core.clone(schema, def as never) as S
}
