// No word of a row begins with a blank, so that nobody finds these by typing.
/** What the index knows the rows of a unit by. */
export const unitTag = (unitId: string): string => ` u${unitId}`
/** And those that a person entered. */
export const enteredTag = (officerId: string): string => ` e${officerId}`
/** And those of a register. */
export const registerTag = (register: string): string => ` r${register}`
