import type { Bindings, Problem } from '@guatu/contract'
import { useState } from 'react'
import { bindTargets, type Wish } from '../../api/bindings.ts'
import { everything, useDoing } from '../../api/use-doing.ts'
import { toast } from '../../ui/Toast.tsx'
import { m } from '../../words/index.ts'

/** Binds some targets at once; what was refused stays beside its line with the reason. */
export function useBinding(bindings: Bindings) {
  const { busy, problem, run } = useDoing(everything)
  const [refused, setRefused] = useState<ReadonlyMap<string, Problem>>(new Map())
  const bind = (wishes: readonly Wish[]): Promise<void> =>
    run(
      () => bindTargets(bindings, wishes),
      (done) => {
        setRefused(new Map(done.refused.map((one) => [one.target, one.problem])))
        const ended = wishes.every(({ indicator }) => indicator === null)
        const said = ended ? m.indicators_ended() : m.indicators_confirmed({ count: done.bound })
        toast(said, done.refused.length > 0 ? m.indicators_refused({ count: done.refused.length }) : undefined)
      },
    )
  return { busy, problem, refused, bind }
}
