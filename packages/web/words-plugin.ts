import { paraglideVitePlugin } from '@inlang/paraglide-js'

/** Compiles `messages/` into typed functions. The same options stand in the `words` script, for tsc and vitest. */
export const wordsPlugin = () =>
  paraglideVitePlugin({
    project: `${import.meta.dirname}/project.inlang`,
    outdir: `${import.meta.dirname}/src/words/generated`,
    strategy: ['localStorage', 'baseLocale'],
    outputStructure: 'message-modules',
    emitTsDeclarations: true,
    emitReadme: false,
    emitGitIgnore: false,
    emitPrettierIgnore: false,
  })
