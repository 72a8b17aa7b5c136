/** The few line drawings the kit needs. Decoration: the name is said by the control that holds them. */
const Icon = ({ d, size = 16 }: { readonly d: string; readonly size?: number }) => (
  <svg
    aria-hidden="true"
    width={size}
    height={size}
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="square"
  >
    <path d={d} />
  </svg>
)

export const CaretIcon = () => <Icon d="M4 6l4 4 4-4" />
export const TickIcon = () => <Icon d="M3 8.5l3.5 3.5L13 4.5" />
export const DashIcon = () => <Icon d="M3.5 8h9" />
export const CrossIcon = () => <Icon d="M4 4l8 8M12 4l-8 8" />
export const CalendarIcon = () => <Icon d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3" size={18} />
export const SearchIcon = () => <Icon d="M6.8 2.2a4.6 4.6 0 100 9.2 4.6 4.6 0 000-9.2zM10.3 10.3l3.5 3.5" size={18} />
export const SortIcon = ({ way }: { readonly way: 'asc' | 'desc' | false }) => (
  <Icon
    d={way === 'asc' ? 'M4.5 10L8 6l3.5 4' : way === 'desc' ? 'M4.5 6L8 10l3.5-4' : 'M5 6.5L8 3.5l3 3M5 9.5l3 3 3-3'}
  />
)
export const SunIcon = () => (
  <Icon
    d="M8 5.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6zM8 1v1M8 14v1M1 8h1M14 8h1M3 3l.7.7M12.3 12.3l.7.7M3 13l.7-.7M12.3 3.7l.7-.7"
    size={18}
  />
)
export const MoonIcon = () => <Icon d="M13 9.8A5.8 5.8 0 016.2 3 5.8 5.8 0 1013 9.8z" size={18} />
