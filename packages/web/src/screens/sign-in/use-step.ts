import type { Problem, SignInStep } from '@guatu/contract'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../api/problem.ts'

/** What a sign-in may still ask for. */
export type NextStep = NonNullable<SignInStep['next']>

/** What a form of the sign-in is given: where its answer goes, and the way to the beginning when the sign-in is over. */
export interface StepProps {
  readonly onStep: (step: SignInStep) => Promise<void> | void
  readonly onOver: () => void
}

export interface Sending {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly say: (problem: Problem | null) => void
  /** Sends once at a time and keeps what refuses it. */
  readonly send: (event: FormEvent) => void
}

export function useStep(ask: () => Promise<SignInStep>, { onStep }: Pick<StepProps, 'onStep'>): Sending {
  const [busy, setBusy] = useState(false)
  const [problem, say] = useState<Problem | null>(null)
  const run = async () => {
    setBusy(true)
    say(null)
    try {
      await onStep(await ask())
    } catch (error) {
      say(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void run()
  }
  return { busy, problem, say, send }
}
