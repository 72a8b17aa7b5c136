import { createContext, type ReactNode } from 'react'

/** Puts a body under the screen's own heading, or leaves it as it is. */
export type Frame = (body: ReactNode) => ReactNode

export const unframed: Frame = (body) => body

/** The frame for what a screen shows before it has a page: around what refused it. Inside a page there is none. */
export const ScreenFrame = createContext<Frame>(unframed)
