import type { SignInStep } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type OfficeRow, officesQuery } from '../../api/offices.ts'
import { useUrl } from '../../shell/url.ts'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { ClaimForm } from './ClaimForm.tsx'
import { DueForm } from './DueForm.tsx'
import { EnrolmentForm } from './EnrolmentForm.tsx'
import { StepForm } from './StepForm.tsx'
import { useWayBack } from './use-way-back.ts'

/** 登录: account and password, then what else the office asks for, then back to where one was. */
export default function SignInScreen() {
  const offices = useQuery(officesQuery)
  return (
    <Loaded query={offices} isEmpty={({ offices: rows }) => formal(rows).length === 0} empty={<NoSignIn />}>
      {({ offices: rows }) => <SignIn offices={formal(rows)} />}
    </Loaded>
  )
}

const formal = (offices: readonly OfficeRow[]) => offices.filter(({ kind }) => kind === 'formal')

const NoSignIn = () => (
  <Page title={m.nav_sign_in()}>
    <Empty title={m.sign_in_none()}>{m.sign_in_none_says()}</Empty>
  </Page>
)

type Step = SignInStep['next'] | 'claim'

function SignIn({ offices }: { readonly offices: readonly OfficeRow[] }) {
  const [step, setStep] = useState<Step>('claim')
  const [back] = useUrl('back')
  const goBack = useWayBack()
  const onStep = async ({ next }: SignInStep) => (next === null ? goBack(back) : setStep(next))
  const onOver = () => setStep('claim')
  return (
    <Page title={titleOf(step)}>
      {step === 'claim' && <ClaimForm offices={offices} back={back} onStep={onStep} />}
      {step === 'secondFactor' && <StepForm onStep={onStep} onOver={onOver} />}
      {step === 'enrolment' && <EnrolmentForm onStep={onStep} onOver={onOver} />}
      {step === 'password' && <DueForm onStep={onStep} onOver={onOver} />}
    </Page>
  )
}

const titleOf = (step: Step): string => {
  if (step === 'secondFactor') return m.sign_in_step()
  if (step === 'enrolment') return m.sign_in_enrol()
  return step === 'password' ? m.sign_in_due() : m.nav_sign_in()
}
