import type { FormEvent } from 'react'
import { type Doing, useDoing } from '../../api/use-doing.ts'

export interface Sending extends Pick<Doing, 'busy' | 'problem'> {
  readonly send: (event: FormEvent) => void
}

/** Sends a form once at a time and keeps what refuses it. */
export function useSending(act: () => Promise<void>): Sending {
  const { busy, problem, run } = useDoing()
  const send = (event: FormEvent) => {
    event.preventDefault()
    void run(act)
  }
  return { busy, problem, send }
}
