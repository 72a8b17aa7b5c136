import type * as contract from '@guatu/contract'
import { evidenceById, type KeptEvidence, presentEvidence } from '../evidence/index.ts'
import { officersOf } from '../office/index.ts'
import type { Tx } from '../platform/db.ts'
import { permitsOf } from '../platform/permit.ts'
import type { Seat } from '../platform/seat.ts'
import { whyNotTheirs } from './confirm-paper.ts'
import type { Declared } from './read-approval.ts'
import { type KeptPaper, stateOf, versionOf } from './store.ts'

const acts = ['confirm', 'return', 'withdraw'] as const

/** What a seat may do with a paper now, by the same rows that guard the doors. */
export function mayDo(declared: Declared, seat: Seat, paper: KeptPaper): contract.Paper['may'] {
  const state = stateOf(paper)
  const thing = { unitId: null, enteredBy: paper.enteredBy, state }
  const permitted = acts.filter((act) => {
    const row = declared.rowOf(`POST /api/paper-approvals/:id/${act}`)
    if (permitsOf(row, seat).permit(thing) !== null) return false
    return act === 'withdraw' || whyNotTheirs(declared, seat, paper) === null
  })
  const isOwn = paper.enteredBy === seat.officerId
  const mayEnter = permitsOf(declared.rowOf('POST /api/paper-approvals'), seat).permit(thing) === null
  const isOpen = state === 'returned' || (isOwn && (state === 'waiting' || state === 'withdrawn'))
  return mayEnter && isOpen && paper.replacedBy === null ? [...permitted, 'replace'] : permitted
}

/** Papers as a seat sees them. */
export async function presentPapers(
  tx: Tx,
  officeId: string,
  declared: Declared,
  seat: Seat,
  papers: readonly KeptPaper[],
): Promise<contract.Paper[]> {
  if (papers.length === 0) return []
  const people = await officersOf(tx, officeId)
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? ''
  const scans = await evidenceById(tx, officeId, [...new Set(papers.map(({ scanId }) => scanId))])
  const scanOf = (id: string) => presentEvidence(people)(scans.find((scan) => scan.id === id) as KeptEvidence)
  return papers.map((paper) => ({
    id: paper.id,
    version: versionOf(paper),
    route: paper.route,
    label: declared.rowOf(paper.route).label,
    title: paper.shown.title,
    lines: [...paper.shown.lines],
    state: stateOf(paper),
    signer: { officerId: paper.signerId, postId: paper.signerPostId, name: paper.signer, post: paper.signerPost },
    signedOn: paper.signedOn,
    number: paper.number,
    scan: scanOf(paper.scanId),
    enteredBy: nameOf(paper.enteredBy),
    enteredAt: paper.enteredAt,
    ended: paper.end ? { by: nameOf(paper.end.by), at: paper.end.at, because: paper.end.because } : null,
    replaces: paper.replaces,
    replacedBy: paper.replacedBy,
    may: mayDo(declared, seat, paper),
  }))
}
