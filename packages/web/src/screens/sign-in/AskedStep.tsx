import { Page } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { DueForm } from './DueForm.tsx'
import { EnrolmentForm } from './EnrolmentForm.tsx'
import { StepForm } from './StepForm.tsx'
import type { NextStep, StepProps } from './use-step.ts'

const steps = {
  secondFactor: { title: m.sign_in_step, Form: StepForm },
  enrolment: { title: m.sign_in_enrol, Form: EnrolmentForm },
  password: { title: m.sign_in_due, Form: DueForm },
} as const

/** The page of a step that the sign-in asks for, by whichever way somebody came to it. */
export function AskedStep({ step, ...props }: StepProps & { readonly step: NextStep }) {
  const { title, Form } = steps[step]
  return (
    <Page title={title()}>
      <Form {...props} />
    </Page>
  )
}
