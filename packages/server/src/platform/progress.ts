import type { Words } from '@guatu/core/shared'

/** Tells on stderr, from the first second on, that a wait is going on; resolves as the work does. */
export async function withProgress<T>(words: Words, work: Promise<T>): Promise<T> {
  const began = Date.now()
  const { isTTY } = process.stderr
  let shown = 0
  const tick = () => {
    const seconds = Math.round((Date.now() - began) / 1000)
    const line = `${words.zh} ${words.en} … ${seconds} s`
    // A terminal gets one line that counts, a log one now and then.
    if (isTTY) process.stderr.write(`\r${line}`)
    else if (shown % 15 === 0) process.stderr.write(`${line}\n`)
    shown += 1
  }
  const ticker = setInterval(tick, 1000)
  try {
    return await work
  } finally {
    clearInterval(ticker)
    if (isTTY && shown > 0) process.stderr.write('\n')
  }
}
