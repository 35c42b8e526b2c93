import { cache } from 'react'
import { getNavigation } from '@/lib/conventions/queries-navigation'

/** Read once per request, for the frame and for the titles. */
export const readNavigation = cache((convention: string) => getNavigation({ convention }))
