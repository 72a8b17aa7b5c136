import { accept, type Result, reject, type Words } from '@guatu/core/shared'
import type { FastifySchemaCompiler } from 'fastify'
import type { z } from 'zod'
import { en, zhCN } from 'zod/locales'
import { platformProblems } from './problems.ts'
import { strictly } from './strictly.ts'

type Parts = 'body' | 'querystring' | 'params' | 'headers' | 'form'

const parts: Readonly<Record<Parts, Words>> = {
  body: { zh: '内容', en: 'the body' },
  querystring: { zh: '查询条件', en: 'the query' },
  params: { zh: '地址', en: 'the address' },
  headers: { zh: '请求头', en: 'a header' },
  form: { zh: '表单', en: 'the form' },
}

type Sayer = z.core.$ZodErrorMap

const kinds: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '一列',
  object: '一组',
  record: '一组',
}

const counted: Readonly<Record<string, string>> = { string: '个字', array: '项' }

// Where the validator's own Chinese would name a type of the programming language.
const inChinese: Sayer = (wrong) => {
  if (wrong.code === 'invalid_type')
    return wrong.input === undefined ? '没有填写' : `应当是${kinds[wrong.expected] ?? wrong.expected}`
  if (wrong.code === 'too_small') return `至少${wrong.minimum}${counted[wrong.origin] ?? ''}`
  if (wrong.code === 'too_big') return `最多${wrong.maximum}${counted[wrong.origin] ?? ''}`
  return zhCN().localeError(wrong)
}

const inEnglish: Sayer = (wrong) =>
  wrong.code === 'invalid_type' && wrong.input === undefined ? 'it is missing' : en().localeError(wrong)

const bilingual = (zh: string, english: string): Words => {
  // Where a schema says itself what is wrong, it does so in both languages, one a line.
  const [first = zh, second] = zh.split('\n')
  return { zh: first, en: second ?? english }
}

/** What of a request does not fit its schema: the first place, and why, in both languages. */
export class SchemaRefused extends Error {
  readonly place: readonly PropertyKey[]
  readonly why: Words
  constructor(place: readonly PropertyKey[], why: Words) {
    super(why.en)
    this.place = place
    this.why = why
  }

  problemIn(part: string) {
    const { zh, en: english } = parts[part as Parts] ?? { zh: part, en: part }
    const field = this.place.map((step) => ` ${String(step)}`).join('')
    const { why } = this
    return platformProblems('request.invalid', {
      where: `${zh}${field}`,
      whereEn: `${english}${field}`,
      why: why.zh,
      whyEn: why.en,
      // For the form that sent it: it knows what people call the field.
      ...(part === 'body' ? { field: this.place.map(String).join('.') } : {}),
    })
  }
}

function readBy<S extends z.ZodType>(schema: S, data: unknown): z.output<S> | SchemaRefused {
  const read = schema.safeParse(data, { error: inChinese })
  if (read.success) return read.data
  const [chinese] = read.error.issues
  // Parsed once more for the other language: only while it parses does the validator know what it was given.
  const [english] = schema.safeParse(data, { error: inEnglish }).error?.issues ?? []
  return new SchemaRefused(chinese?.path ?? [], bilingual(chinese?.message ?? '', english?.message ?? ''))
}

/** Checks what the routes declare; a refusal carries its words in both languages. */
export const schemaCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const held = httpPart === 'body' ? strictly(schema) : schema
  return (data) => {
    const read = readBy(held, data)
    return read instanceof SchemaRefused ? { error: read } : { value: read }
  }
}

function readPart<S extends z.ZodType>(schema: S, data: unknown, part: Parts): Result<z.output<S>> {
  const read = readBy(schema, data)
  return read instanceof SchemaRefused ? reject(read.problemIn(part)) : accept(read)
}

/** Reads the fields of a form, which arrive beside a file and pass no schema of a route. */
export const readForm = <S extends z.ZodType>(schema: S, fields: unknown): Result<z.output<S>> =>
  readPart(schema, fields, 'form')

/** Reads the body that a route would be sent, where it comes inside another request; as strict as the route is. */
export const readBody = <S extends z.ZodType>(schema: S, body: unknown): Result<z.output<S>> =>
  readPart(strictly(schema), body, 'body')

/** Reads the parameters of a route's address, where they come inside another request. */
export const readParams = <S extends z.ZodType>(schema: S, params: unknown): Result<z.output<S>> =>
  readPart(schema, params, 'params')
