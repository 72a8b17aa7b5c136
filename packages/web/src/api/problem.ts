import type { Problem } from '@guatu/contract'

/** A refusal of the server, thrown by the API client so that queries and mutations carry it as their error. */
export class ProblemError extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

/** A problem that is known without the server: its words and the next step, each in Chinese and English. */
export const local = (
  code: string,
  says: [string, string],
  next: [string, string],
  kind: Problem['kind'] = 'unavailable',
): Problem => ({
  code,
  kind,
  says: { zh: says[0], en: says[1] },
  next: { zh: next[0], en: next[1] },
  facts: {},
})

export const unreachable = local(
  'web.unreachable',
  ['连不上服务器。', 'The server cannot be reached.'],
  ['请检查网络后重试；已填的内容还在。', 'Check the network and try again; what you typed is still here.'],
)

export const unexpected = local(
  'web.unexpected',
  ['服务器的答复读不懂。', 'The answer of the server cannot be read.'],
  [
    '请刷新页面；如再出现，请把代码告诉管理员。',
    'Load the page again; if it happens again, give the code to your administrator.',
  ],
)

/** Any error as the problem to show. */
export const problemOf = (error: unknown): Problem => (error instanceof ProblemError ? error.problem : unexpected)

/** Whether it was refused because nobody sits here: every office is gone, or the one this browser sat in. */
export const hasNoSeat = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'request.no_seat'

const isWords = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'zh' in value && typeof value.zh === 'string' && 'en' in value

/** Whether a reply has the shape every refusal has; a proxy in between may answer with a page of its own. */
export const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' &&
  body !== null &&
  'code' in body &&
  typeof body.code === 'string' &&
  'says' in body &&
  isWords(body.says) &&
  'next' in body &&
  isWords(body.next)
