import type { Problem, RegisterShape } from '@guatu/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { bringSheet, importsQuery, mapAddress, sheetAddress } from '../../api/imports.ts'
import { problemOf } from '../../api/problem.ts'
import { registersQuery } from '../../api/registers.ts'
import { useUrl } from '../../shell/url.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { FileDrop } from '../../ui/FileButton.tsx'
import { Empty, Loaded } from '../../ui/Loaded.tsx'
import { Page, Section } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { SelectBar } from '../../ui/Select.tsx'
import { m, say } from '../../words/index.ts'
import { EarlierPart } from './EarlierPart.tsx'
import styles from './import.module.css'
import { OneImport } from './OneImport.tsx'

/** 表格导入: a sheet as people keep it, understood, mapped, looked at row by row, and then taken in at once. */
export default function ImportScreen() {
  const registers = useQuery(registersQuery)
  const [asked, setAsked] = useUrl('register')
  const [opened, setOpened] = useUrl('import')
  return (
    <Loaded
      query={registers}
      isEmpty={({ registers: list }) => list.every(({ may }) => !may.includes('enter'))}
      empty={
        <Page title={m.import_title()}>
          <Empty title={m.import_none()}>{m.import_none_next()}</Empty>
        </Page>
      }
    >
      {({ registers: all }) => {
        const list = all.filter(({ may }) => may.includes('enter'))
        const register = list.find(({ id }) => id === asked) ?? list[0]
        if (!register) return null
        const choices = list.map(({ id, label }) => ({ value: id, label: say(label) }))
        return (
          <Page
            wide
            title={m.import_title()}
            says={m.import_says()}
            tools={
              <SelectBar
                label={m.import_register()}
                value={register.id}
                onChange={(chosen) => {
                  setOpened(undefined)
                  setAsked(chosen)
                }}
                choices={choices}
              />
            }
          >
            <GetPart register={register} />
            <PutPart register={register.id} brought={opened !== undefined} open={setOpened} />
            {opened !== undefined && <OneImport key={opened} id={opened} />}
            <EarlierPart register={register.id} open={setOpened} />
          </Page>
        )
      }}
    </Loaded>
  )
}

function GetPart({ register: { id, geometry } }: { readonly register: RegisterShape }) {
  return (
    <Section title={m.import_get()}>
      <p>{m.import_get_says()}</p>
      <div className={styles.actions}>
        <ButtonLink href={sheetAddress(id, true)} download>
          {m.import_blank()}
        </ButtonLink>
        <ButtonLink href={sheetAddress(id, false)} download>
          {m.import_export()}
        </ButtonLink>
        {geometry !== null && (
          <ButtonLink href={mapAddress(id)} download>
            {m.import_map()}
          </ButtonLink>
        )}
      </div>
    </Section>
  )
}

interface PutProps {
  readonly register: string
  readonly brought: boolean
  readonly open: (id: string) => void
}

function PutPart({ register, brought, open }: PutProps) {
  const queries = useQueryClient()
  const [bringing, setBringing] = useState<string | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const bring = async (file: File) => {
    setBringing(file.name)
    setProblem(null)
    try {
      const { id } = await bringSheet(register, file)
      void queries.invalidateQueries({ queryKey: importsQuery(register).queryKey })
      open(id)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBringing(null)
    }
  }
  return (
    <Section title={m.import_put()}>
      <FileDrop
        label={brought ? m.import_choose_other() : m.import_choose()}
        hint={bringing === null ? m.import_hint() : m.import_bringing({ name: bringing })}
        accept=".xlsx,.xls,.et"
        onFile={(file) => void bring(file)}
        disabled={bringing !== null}
      />
      {problem && <ProblemNote problem={problem} />}
    </Section>
  )
}
