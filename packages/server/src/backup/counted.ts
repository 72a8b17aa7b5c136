import { createHash } from 'node:crypto'

/** What went by: how much, how many lines, and what it hashes to. */
export interface Counted {
  readonly bytes: number
  readonly lines: number
  readonly sha256: string
}

const lineEnd = 10

function linesIn(chunk: Buffer): number {
  let lines = 0
  for (let at = chunk.indexOf(lineEnd); at >= 0; at = chunk.indexOf(lineEnd, at + 1)) lines += 1
  return lines
}

/** Passes pieces on and counts them on the way; `result` is asked for when all have gone by. */
export function counting(source: AsyncIterable<Buffer>): {
  readonly stream: AsyncGenerator<Buffer>
  result(): Counted
} {
  const hash = createHash('sha256')
  let bytes = 0
  let lines = 0
  async function* stream() {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      lines += linesIn(chunk)
      yield chunk
    }
  }
  return { stream: stream(), result: () => ({ bytes, lines, sha256: hash.digest('hex') }) }
}

/** Counts what nobody else wants to see. */
export async function countOf(source: AsyncIterable<Buffer>): Promise<Counted> {
  const { stream, result } = counting(source)
  for await (const _ of stream);
  return result()
}

/** One piece that is all there is. */
export async function* oneBuffer(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}
