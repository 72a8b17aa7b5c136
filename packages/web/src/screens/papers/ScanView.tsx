import type { Paper } from '@guatu/contract'
import { useQuery } from '@tanstack/react-query'
import { pictureQuery, scanAddress } from '../../api/papers.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { linkClass } from '../../ui/link.ts'
import { m } from '../../words/index.ts'
import styles from './papers.module.css'

/** The scan of a paper: a picture stands here, a PDF is fetched and opened by whoever reads it. */
export function ScanView({ paper }: { readonly paper: Paper }) {
  const { scan } = paper
  return (
    <div className={styles.stack}>
      {scan.mediaType.startsWith('image/') && <Picture paper={paper} />}
      <a href={scanAddress(paper)} download={scan.name} className={linkClass}>
        {m.paper_scan_open({ name: scan.name })}
      </a>
    </div>
  )
}

function Picture({ paper }: { readonly paper: Paper }) {
  const picture = useQuery(pictureQuery(paper))
  return (
    <Loaded query={picture}>
      {(address) => <img src={address} alt={m.paper_scan_of({ name: paper.scan.name })} className={styles.scan} />}
    </Loaded>
  )
}
