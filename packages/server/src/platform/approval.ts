import type { ShownLine } from '@guatu/contract'
import type { Thing } from '@guatu/core/office'
import type { Day, Problem, Result, Words } from '@guatu/core/shared'
import type { ZodType, z } from 'zod'
import type { Tx } from './db.ts'
import type { Ask, doorsOf } from './http.ts'

/** What is approved, as it stands when it is looked at, with what the approval asks for. */
export interface Approved {
  readonly title: Words
  readonly lines: readonly ShownLine[]
  /** Counts what has become of it; of several things, all together. */
  readonly version: number
  /** The day on which it began to be there: nothing was signed before. */
  readonly since: Day
  /** Whose it is, for whoever wants to see it; none where the office shares it. */
  readonly things: readonly Thing[]
}

type Asked<P extends ZodType, B extends ZodType> = Ask<z.output<P>, unknown, z.output<B>>

/**
 * A route by which somebody approves something, declared by its stage. A click runs `work`; an approval that was signed on
 * paper runs the same `work` in the signer's place. What it is called and who may do it, the row of the policy table says.
 */
export interface Approval<P extends ZodType = ZodType, B extends ZodType = ZodType, R extends ZodType = ZodType> {
  readonly route: string
  readonly params: P
  readonly body: B
  readonly reply: R
  /** The reading route whose row says who may see what is approved. */
  readonly seenBy: string
  show(ask: Pick<Asked<P, B>, 'office' | 'now' | 'params' | 'body'>, tx: Tx): Promise<Result<Approved>>
  work(ask: Asked<P, B>, tx: Tx): Promise<Result<z.input<R>>>
  /** The first thing that an answer refuses, where a route answers for many things at once. */
  refusedIn?(reply: z.input<R>): Problem | null
  /** What has been brought about, each under the name by which its stage asks for the paper behind it. */
  acts(ask: Asked<P, B>, reply: z.input<R>): readonly string[]
}

/** Declares an approval; its shapes are known here and nowhere later. */
export const approval = <P extends ZodType, B extends ZodType, R extends ZodType>(
  declared: Approval<P, B, R>,
): Approval => declared as unknown as Approval

/** Opens the doors of approvals for those who click. */
export function openApprovals(
  { write }: Pick<ReturnType<typeof doorsOf>, 'write'>,
  approvals: readonly Approval[],
): void {
  for (const { route, params, body, reply, work } of approvals) write(route, { params, body, reply }, work)
}

/** A line whose value is the same in every language: a name, a number, a day. */
export const shownLine = (zh: string, en: string, value: string | Words): ShownLine => ({
  label: { zh, en },
  value: typeof value === 'string' ? { zh: value, en: value } : value,
})
