import styles from './columns.module.css'
import { evidenceClassSaid } from './evidence-classes.ts'

/** The classes of evidence of which one is enough, each with an example. */
export function AskedClasses({ says, asked }: { readonly says: string; readonly asked: readonly string[] }) {
  return (
    <div className={styles.classes}>
      <p className={styles.hint}>{says}</p>
      <ul>
        {asked.map((kind) => (
          <li key={kind}>{evidenceClassSaid(kind)}</li>
        ))}
      </ul>
    </div>
  )
}
