import type { SignInStep } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type OfficeRow, officesQuery } from '../../api/offices.ts'
import { useUrl } from '../../shell/url.ts'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page } from '../../ui/Page.tsx'
import { m } from '../../words/index.ts'
import { AskedStep } from './AskedStep.tsx'
import { ClaimForm } from './ClaimForm.tsx'
import type { NextStep } from './use-step.ts'
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

function SignIn({ offices }: { readonly offices: readonly OfficeRow[] }) {
  const [step, setStep] = useState<NextStep | 'claim'>('claim')
  const [back] = useUrl('back')
  const goBack = useWayBack()
  const onStep = async ({ next }: SignInStep) => (next === null ? goBack(back) : setStep(next))
  if (step !== 'claim') return <AskedStep step={step} onStep={onStep} onOver={() => setStep('claim')} />
  return (
    <Page title={m.nav_sign_in()}>
      <ClaimForm offices={offices} back={back} onStep={onStep} />
    </Page>
  )
}
