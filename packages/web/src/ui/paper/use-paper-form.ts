import type { Evidence, PaperDetail, Problem } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bringFiles } from '../../api/evidence.ts'
import { enterPaper, type NewPaper, signersQuery } from '../../api/papers.ts'
import { problemOf } from '../../api/problem.ts'
import { m } from '../../words/index.ts'
import { toast } from '../Toast.tsx'

/** The approval that was signed, as its own route would be sent it. */
export type SignedApproval = Pick<NewPaper, 'route' | 'params' | 'body' | 'version'>

const seatKey = ({ officerId, postId }: { officerId: string; postId: string }): string => `${officerId} ${postId}`

/** What is typed about a signed paper, begun from the earlier one where it stands in place of that. */
export function usePaperForm(approval: SignedApproval, today: string, earlier: PaperDetail | undefined) {
  const queries = useQueryClient()
  const [scan, setScan] = useState<Evidence | null>(earlier?.scan ?? null)
  const [signedOn, setSignedOn] = useState(earlier?.signedOn ?? today)
  const [signer, setSigner] = useState(earlier ? seatKey(earlier.signer) : '')
  const [number, setNumber] = useState(earlier?.number ?? '')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState(false)
  const signers = useQuery(signersQuery(approval.route, signedOn)).data?.signers
  const chosen = signers?.find((one) => seatKey(one) === signer) ?? (signers?.length === 1 ? signers[0] : undefined)

  const trying = async (act: () => Promise<void>) => {
    setBusy(true)
    try {
      await act()
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  const bring = (files: readonly File[]) =>
    trying(async () => {
      const [told] = (await bringFiles(files.slice(0, 1))).files
      setProblem(told?.problem ?? null)
      if (told?.evidence) setScan(told.evidence)
    })
  const submit = (onDone: () => void) => {
    setAsked(true)
    if (!scan || !chosen || signedOn === '') return
    void trying(async () => {
      const { officerId, postId } = chosen
      const replaces = earlier?.id ?? null
      await enterPaper({ ...approval, signer: { officerId, postId }, signedOn, number, scan: scan.id, replaces })
      toast(m.paper_entered(), m.paper_entered_next())
      onDone()
      await queries.invalidateQueries()
    })
  }
  const choices = (signers ?? []).map((one) => ({
    value: seatKey(one),
    label: `${one.name}　${one.unit}　${one.post}`,
  }))
  return {
    scan,
    bring,
    signedOn,
    setSignedOn,
    signer: chosen ? seatKey(chosen) : null,
    setSigner,
    choices,
    nobody: signers?.length === 0,
    number,
    setNumber,
    problem,
    busy,
    asked,
    submit,
  }
}
