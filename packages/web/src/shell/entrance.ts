/**
 * Where somebody without a seat finds one. The machine has a plain door for whoever sits at it, where seats are taken
 * freely, and an https door for everybody else, where people sign in; the page knows by which of them it came.
 */
export const entranceBy = (protocol: string): '/sign-in' | '/offices' =>
  protocol === 'https:' ? '/sign-in' : '/offices'
