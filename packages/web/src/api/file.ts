import { isProblem, ProblemError, unexpected, unreachable } from './problem.ts'

const nameIn = (disposition: string | null): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1] ?? 'guatu')

/** Fetches a file and hands it to the browser to keep. A refusal is thrown as `ProblemError`, never saved as a file. */
export async function saveFile(url: string, init: RequestInit = {}): Promise<void> {
  const reply = await fetch(url, { credentials: 'same-origin', ...init }).catch(() => {
    throw new ProblemError(unreachable)
  })
  if (!reply.ok) {
    const body: unknown = await reply.json().catch(() => undefined)
    throw new ProblemError(isProblem(body) ? body : unexpected)
  }
  const address = URL.createObjectURL(await reply.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(reply.headers.get('content-disposition'))
  link.click()
  URL.revokeObjectURL(address)
}
