import { closeSync, fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs'

/** A book of what was asked and what was acknowledged, on the disk before anything goes on. */
export interface Recorder {
  attempt(id: string): void
  acknowledge(id: string): void
  close(): void
}

export function recorderIn(file: string): Recorder {
  const handle = openSync(file, 'a')
  const line = (word: string, id: string) => {
    writeSync(handle, `${word} ${id}\n`)
    fdatasyncSync(handle)
  }
  return {
    attempt: (id) => line('attempt', id),
    acknowledge: (id) => line('ack', id),
    close: () => closeSync(handle),
  }
}

export interface Recorded {
  readonly attempted: ReadonlySet<string>
  readonly acknowledged: ReadonlySet<string>
}

export function recordedIn(file: string): Recorded {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
  const idsOf = (word: string) =>
    new Set(lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1)))
  return { attempted: idsOf('attempt'), acknowledged: idsOf('ack') }
}
