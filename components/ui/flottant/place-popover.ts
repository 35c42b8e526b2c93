/** Side of the button on which a popover is aligned. */
export type PopoverAlign = 'start' | 'end' | 'center'

const GAP = 6
const EDGE = 8

/**
 * Puts a popover under its button, or above it where there is no room, inside the window.
 * Set through the style object, which the content policy allows (unlike style="").
 * @param anchor the button
 * @param panel the popover, already measurable
 * @param align side that both share
 */
export function placePopover(anchor: Element, panel: HTMLElement, align: PopoverAlign): void {
  const a = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = panel
  const wanted = align === 'start' ? a.left : align === 'end' ? a.right - width : a.left + a.width / 2 - width / 2
  const left = Math.max(EDGE, Math.min(wanted, document.documentElement.clientWidth - width - EDGE))
  const below = a.bottom + GAP
  const above = a.top - GAP - height
  const top = below + height > window.innerHeight - EDGE && above >= EDGE ? above : below
  panel.dataset.placed = 'true'
  panel.style.left = `${left}px`
  panel.style.top = `${Math.max(EDGE, Math.min(top, window.innerHeight - height - EDGE))}px`
}
