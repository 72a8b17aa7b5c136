import type { Problem } from '@guatu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioField } from '../../ui/Choices.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { FileDrop } from '../../ui/FileButton.tsx'
import { useForget, useKept } from '../../ui/forms/use-kept.ts'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { m } from '../../words/index.ts'
import { type SourceKind, sourceKindName, sourceKinds } from '../../words/source.ts'
import { refusalOf } from './file-refusals.ts'
import { sendSource } from './queries.ts'
import styles from './sources.module.css'
import { followed, type Given, givenBy, type Missing, missingIn, yearFrom } from './upload-check.ts'

const said = (missing: Missing[keyof Missing]): string | undefined =>
  missing === undefined ? undefined : missing === 'year' ? m.sources_wrong_year() : m.sources_missing()

export const uploadForm = 'upload'

/**
 * Hands in a report or another source. A refused document leaves everything typed where it was, and so does a lost
 * seat; only the file has to be chosen again then.
 */
export function UploadForm({ today }: { readonly today: string }) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [given, setGiven] = useKept<Given>(uploadForm, 'given', () => ({ title: '', year: '' }))
  const [year, setYear] = useKept(uploadForm, 'year', () => '')
  const [sourceKind, setKind] = useKept<SourceKind>(uploadForm, 'kind', () => 'report')
  const [title, setTitle] = useKept(uploadForm, 'title', () => '')
  const [datedOn, setDatedOn] = useKept(uploadForm, 'datedOn', () => '')
  const [series, setSeries] = useKept(uploadForm, 'series', () => '')
  const forget = useForget(uploadForm)
  const [missing, setMissing] = useState<Missing>({})
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  const choose = (chosen: File) => {
    const refused = refusalOf(chosen)
    setProblem(refused)
    // A file that is refused takes the place of the one before: that is no longer the one that would be sent.
    setFile(refused ? null : chosen)
    if (refused) return
    const now = givenBy(chosen.name)
    setTitle(followed(title, given.title, now.title))
    setYear(followed(year, given.year, now.year))
    setGiven(now)
  }
  const yearSaid = yearFrom(title, file?.name ?? '')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const lacks = missingIn({ fileName: file?.name ?? null, year, title, datedOn })
    setMissing(lacks)
    if (!file || Object.keys(lacks).length > 0) return
    setBusy(true)
    setProblem(null)
    try {
      const source = await sendSource({ file, year, sourceKind, title, datedOn, series })
      forget()
      void queries.invalidateQueries({ queryKey: ['sources'] })
      await navigate({ to: '/sources/$sourceId', params: { sourceId: source.id } })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void send(event)}>
      {problem && <ProblemNote problem={problem} />}
      <FileDrop
        label={file ? m.sources_file_other() : m.sources_file_choose()}
        hint={file ? m.sources_file_chosen({ name: file.name }) : m.sources_file_hint()}
        accept=".docx,.txt,.xlsx,.pdf"
        onFile={choose}
        disabled={busy}
      />
      {missing.fileName && !file && (
        <p role="alert" className={styles.missing}>
          {m.sources_file_missing()}
        </p>
      )}
      <RadioField
        label={m.sources_kind()}
        value={sourceKind}
        onChange={setKind}
        choices={sourceKinds.map((value) => ({ value, label: sourceKindName(value) }))}
      />
      <div className={styles.fields}>
        <TextField
          label={m.sources_title()}
          required
          value={title}
          onChange={setTitle}
          maxLength={120}
          error={said(missing.title)}
        />
        <TextField
          label={m.sources_year()}
          required
          inputMode="numeric"
          value={year}
          onChange={(typed) => setYear(typed.trim())}
          maxLength={4}
          hint={
            yearSaid !== null && year !== '' && year !== yearSaid ? m.sources_year_hint({ year: yearSaid }) : undefined
          }
          error={said(missing.year)}
        />
        <DateField
          label={m.sources_dated()}
          required
          value={datedOn}
          onChange={setDatedOn}
          max={today}
          error={said(missing.datedOn)}
        />
        <TextField
          label={m.sources_series()}
          hint={m.sources_series_hint()}
          value={series}
          onChange={setSeries}
          maxLength={60}
        />
      </div>
      <div className={styles.send}>
        <Button look="primary" type="submit" busy={busy}>
          {busy ? m.sources_reading() : m.sources_send()}
        </Button>
      </div>
    </form>
  )
}
