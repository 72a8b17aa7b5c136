export type Theme = 'paper' | 'dark'

const key = 'guatu.theme'

/** `?theme=dark` in the address wins, for a wall screen set up once; then what was chosen here before. */
export function themeNow(): Theme {
  const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(key)
  return asked === 'dark' ? 'dark' : 'paper'
}

export function showTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme)
  showTheme(theme)
}
