import type { LanState } from '@guatu/contract'
import { ButtonLink } from '../../ui/Button.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { dayWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import { AddressCode } from './AddressCode.tsx'
import styles from './first-run.module.css'

const ways = () =>
  [
    [m.lan_windows(), m.lan_windows_steps()],
    [m.lan_linux(), m.lan_linux_steps()],
    [m.lan_android(), m.lan_android_steps()],
    [m.lan_ios(), m.lan_ios_steps()],
  ] as const

/** Where the others find Guatu, and what their machines have to trust before. */
export function LanGuide({ lan }: { readonly lan: LanState }) {
  const { problem, certificate, uncovered } = lan
  return (
    <div className={styles.guide}>
      {problem && <ProblemNote problem={problem} />}
      {certificate === null && !problem && <p>{m.lan_shut()}</p>}
      <Addresses addresses={lan.addresses} />
      {certificate !== null && <p>{m.lan_first()}</p>}
      {uncovered.length > 0 && <p>{m.lan_uncovered({ addresses: uncovered.join('、') })}</p>}
      {certificate !== null && <Trust certificate={certificate} />}
    </div>
  )
}

function Addresses({ addresses }: { readonly addresses: readonly string[] }) {
  const [first, ...others] = addresses
  if (first === undefined) return null
  return (
    <div className={styles.addresses}>
      <div>
        <p>{m.lan_address()}</p>
        <p className={styles.address}>{first}</p>
        {others.length > 0 && (
          <p>
            {m.lan_also()}　{others.join('　')}
          </p>
        )}
      </div>
      <div className={styles.qr}>
        <AddressCode text={first} label={m.lan_code({ address: first })} />
      </div>
    </div>
  )
}

function Trust({ certificate }: { readonly certificate: NonNullable<LanState['certificate']> }) {
  const day = dayWords(certificate.until.slice(0, 10))
  if (certificate.fingerprint === null) return <p>{m.lan_trust_office({ day })}</p>
  return (
    <>
      <h3>{m.lan_trust()}</h3>
      <p>
        <ButtonLink href="/ca.crt" download="guatu-ca.crt" small>
          {m.lan_download()}
        </ButtonLink>
      </p>
      <p>
        {m.lan_fingerprint()}
        <br />
        <span className={styles.fingerprint}>{certificate.fingerprint}</span>
        <br />
        {m.lan_until({ day })}
      </p>
      <dl className={styles.steps}>
        {ways().map(([name, steps]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{steps}</dd>
          </div>
        ))}
      </dl>
      <p>{m.lan_replace()}</p>
    </>
  )
}
