/** Whether an input method is at work; Safari tells it by a key code of old. */
export const isComposing = (event: { isComposing: boolean; keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229;
