import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { communityMapQuery, drawCommunities } from '../../api/area.ts'
import { may } from '../../api/me.ts'
import { useDoing } from '../../api/use-doing.ts'
import { useSeat } from '../../shell/use-seat.ts'
import { Button } from '../../ui/Button.tsx'
import { FileDrop } from '../../ui/FileButton.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { Section } from '../../ui/Page.tsx'
import { ProblemNote } from '../../ui/ProblemNote.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { toast } from '../../ui/Toast.tsx'
import { instantWords } from '../../words/dates.ts'
import { m } from '../../words/index.ts'
import styles from './area.module.css'

/** 社区边界: what the map is drawn by in place of the schematic. */
export function CommunityPart() {
  const me = useSeat()
  const found = useQuery(communityMapQuery)
  return (
    <Loaded query={found}>
      {({ version, map }) => (
        <>
          <Section title={m.area_communities()}>
            {map ? (
              <>
                <p>{m.area_communities_now({ count: map.communities.length, corners: map.corners })}</p>
                <p>{map.communities.join('、')}</p>
                <p>{m.area_by({ name: map.by, at: instantWords(map.at), source: map.source })}</p>
              </>
            ) : (
              <p>{m.area_communities_none()}</p>
            )}
          </Section>
          {me && may(me, 'POST /api/area/communities') && (
            <Section title={m.area_communities_draw()}>
              <CommunityForm key={version} version={version} />
            </Section>
          )}
        </>
      )}
    </Loaded>
  )
}

interface ReadFile {
  readonly name: string
  readonly text: string
}

function CommunityForm({ version }: { readonly version: number }) {
  const [file, setFile] = useState<ReadFile | null>(null)
  const [source, setSource] = useState('')
  const { busy, problem, run } = useDoing([communityMapQuery.queryKey, ['map']])
  const send = (event: FormEvent) => {
    event.preventDefault()
    void run(
      () => drawCommunities({ version }, { map: file?.text ?? '', source }),
      () => toast(m.area_communities_saved()),
    )
  }
  return (
    <form className={styles.form} noValidate onSubmit={send}>
      {problem && <ProblemNote problem={problem} />}
      <FileDrop
        label={m.area_communities_file()}
        accept=".geojson,.json"
        hint={m.area_communities_hint()}
        onFile={(chosen) => void chosen.text().then((text) => setFile({ name: chosen.name, text }))}
      />
      {file && (
        <p role="status">{m.area_communities_read({ name: file.name, size: Math.ceil(file.text.length / 1024) })}</p>
      )}
      <TextField
        label={m.area_source()}
        hint={m.area_source_hint()}
        required
        maxLength={200}
        value={source}
        onChange={setSource}
      />
      <div>
        <Button look="primary" type="submit" busy={busy} disabled={!file || source.trim().length < 2}>
          {m.area_communities_save()}
        </Button>
      </div>
    </form>
  )
}
