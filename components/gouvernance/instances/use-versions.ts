'use client'

import { useRef } from 'react'

type Section = 'identite' | 'missions' | 'frequence'

/** The version of the instance that each part of the screen was opened on: saving one part never makes another overlook somebody’s change. */
export interface Versions {
  read: (section: Section) => number
  /** A part was saved: those opened on the same version go on with it, unless somebody else saved in between. */
  advance: (section: Section, version: number) => void
  /** A part starts again from what is there. */
  restart: (section: Section, version: number) => void
}

export function useVersions(initiale: number): Versions {
  const versions = useRef<Record<Section, number>>({ identite: initiale, missions: initiale, frequence: initiale })
  return {
    read: (section) => versions.current[section],
    advance: (section, version) => {
      const avant = versions.current[section]
      const suivie = version === avant + 1
      for (const autre of Object.keys(versions.current) as Section[])
        if (suivie && versions.current[autre] === avant) versions.current[autre] = version
      versions.current[section] = version
    },
    restart: (section, version) => {
      versions.current[section] = version
    },
  }
}
