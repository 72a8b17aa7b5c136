import { m } from '../../words/index.ts'
import { QrCode } from '../QrCode.tsx'
import styles from './factor.module.css'

/** What goes into the app on the phone: a picture for its camera, and the same secret to be typed. */
export function AppSecret({ uri, secret }: { readonly uri: string; readonly secret: string }) {
  return (
    <>
      <QrCode text={uri} label={m.factor_picture()} />
      <p className={styles.typed}>
        {m.factor_typed()}
        <br />
        <code className={styles.secret}>{(secret.match(/.{1,4}/g) ?? []).join(' ')}</code>
      </p>
    </>
  )
}
