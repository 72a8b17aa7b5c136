import type { SearchGroup } from '@guatu/contract'
import { saysAll } from '@guatu/core/shared'
import type { Approval } from '../platform/approval.ts'
import type { Tx } from '../platform/db.ts'
import type { Ask, Ground } from '../platform/http.ts'
import { declaredBy } from './read-approval.ts'
import { isSeen } from './seeing.ts'
import { type KeptPaper, papersOf } from './store.ts'

const textsOf = ({ shown: { title }, number, signer, signerPost }: KeptPaper): readonly string[] => [
  title.zh,
  title.en,
  number,
  `${signer} ${signerPost}`,
]

/** Looks words up in the signed papers that whoever asks may see, the newest first. */
export function paperSearch(ground: Ground, approvals: readonly Approval[]) {
  const declared = declaredBy(approvals, ground)
  return async (
    tx: Tx,
    { office, seat }: Pick<Ask, 'office' | 'seat'>,
    { words, limit }: { readonly words: readonly string[]; readonly limit: number },
  ): Promise<SearchGroup> => {
    const papers = (await papersOf(tx, office.id, undefined)).filter(isSeen(declared, seat))
    const found = papers.filter((paper) => saysAll(words, textsOf(paper)))
    return {
      kind: 'paper',
      hits: found.slice(0, limit).map(({ id, shown: { title }, number, signer, signedOn }) => ({
        id,
        year: null,
        task: null,
        title: title.zh,
        note: { zh: `${signer} ${signedOn}签批`, en: `signed by ${signer} on ${signedOn}` },
        says: number === '' ? null : { label: { zh: '文号', en: 'number' }, text: number },
      })),
      more: found.length > limit,
    }
  }
}
