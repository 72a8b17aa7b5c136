/** How long the code of a pass may wait for its screen. Policy choice: a day to walk to the screen and try again. */
export const bindWithinHours = 24

/** How often a screen at work is written down as seen. Policy choice: once a minute says enough and writes little. */
export const seenEveryMs = 60_000

/** How long a browser keeps the cookie between two looks; a screen at work renews it. Browsers keep none for longer. */
export const cookieDays = 400
