import type { Review } from '@guatu/contract'
import { ReasonDialog } from '../../ui/forms/ReasonDialog.tsx'
import { m } from '../../words/index.ts'
import { AddDrawer } from './AddDrawer.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import { EditDrawer } from './EditDrawer.tsx'
import { HelpDialog } from './HelpDialog.tsx'
import { MergeDrawer } from './MergeDrawer.tsx'
import { OwnersDrawer } from './OwnersDrawer.tsx'
import { isChanged } from './panel.ts'
import type { Decide } from './queries.ts'
import { SplitDrawer } from './SplitDrawer.tsx'
import type { ReviewState } from './use-review.ts'

interface PanelsProps {
  readonly review: Review
  readonly state: ReviewState
  readonly decide: Decide['decide']
  readonly version: number
  readonly today: string
}

/** What lies over the two panes, if anything. */
export function Panels({ review, state, decide, version, today }: PanelsProps) {
  const { opened, close } = state
  const standing = (key: string) => review.items.find((item) => item.key === key)
  // A form that was opened on something others have changed since goes against what its reader saw, and is refused.
  const seen = opened && isChanged(opened, review) ? opened.version : undefined
  const decideAsSeen: Decide['decide'] = (decision, against = seen) => decide(decision, against)
  const drawer = { text: review.text, decide: decideAsSeen, standing, onClose: close }
  const panel = opened?.panel
  switch (panel?.kind) {
    case 'edit':
      return <EditDrawer item={panel.item} {...drawer} />
    case 'split':
      return <SplitDrawer item={panel.item} {...drawer} />
    case 'merge':
      return <MergeDrawer items={panel.items} {...drawer} />
    case 'add':
      return <AddDrawer task={panel.task} at={panel.at} {...drawer} />
    case 'own': {
      const task = review.tasks.find((one) => one.key === panel.task)
      return task ? <OwnersDrawer task={task} {...drawer} /> : null
    }
    case 'dropTask':
      return (
        <ReasonDialog
          title={m.review_drop_title()}
          action={m.review_drop()}
          onClose={close}
          onSay={(because) => {
            close()
            void state.actions.onDrop(panel.task, because)
          }}
        />
      )
    case 'adopt':
      return <AdoptDialog review={review} version={version} today={today} onClose={close} />
    case 'adoptOnPaper':
      return <AdoptDialog review={review} version={version} today={today} onClose={close} onPaper />
    case 'setAside':
      return (
        <ReasonDialog
          title={m.review_set_aside_title()}
          action={m.review_set_aside()}
          onClose={close}
          onSay={(because) => {
            close()
            state.setAside(because)
          }}
        />
      )
    case 'help':
      return <HelpDialog onClose={close} />
    default:
      return null
  }
}
