import styles from './link.module.css'

/** The look of a link among words; the browser's own blue belongs to no theme: `<Link className={linkClass}>`. */
export const linkClass = styles.link ?? ''
