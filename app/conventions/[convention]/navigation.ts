import { cache } from 'react'
import { getNavigation } from '@/lib/pilotage/navigation/queries'

/** Read once per request, for the frame and for the titles. */
export const readNavigation = cache((convention: string) => getNavigation({ convention }))
