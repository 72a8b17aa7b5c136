export { axe } from '../../../web/src/testing/open-pages.ts'
