import { useState } from 'react'
import { takeSecondStep } from '../../api/identity.ts'
import { FactorField } from '../../ui/factor/FactorField.tsx'
import { m } from '../../words/index.ts'
import { StepFrame } from './StepFrame.tsx'
import { type StepProps, useStep } from './use-step.ts'

/** The second step, by a code of the phone. */
export function StepForm({ onStep, onOver }: StepProps) {
  const [code, setCode] = useState('')
  const sending = useStep(() => takeSecondStep(code), { onStep })
  return (
    <StepFrame sending={sending} action={m.sign_in_step_send()} ready={code !== ''} onOver={onOver}>
      <FactorField value={code} onChange={setCode} />
    </StepFrame>
  )
}
