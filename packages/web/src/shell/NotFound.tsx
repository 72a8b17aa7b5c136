import { Link } from '@tanstack/react-router'
import { buttonClass } from '../ui/Button.tsx'
import { Page } from '../ui/Page.tsx'
import { m } from '../words/index.ts'

export function NotFound() {
  return (
    <Page title={m.not_found_title()} says={m.not_found_says()}>
      <Link to="/" className={buttonClass({ look: 'primary' })}>
        {m.not_found_back()}
      </Link>
    </Page>
  )
}
