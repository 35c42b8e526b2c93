'use client'

import type { VueEditionInstance } from '@/lib/gouvernance/instances/types/edition'
import { RetirerInstance } from './retirer-instance'
import { SectionFrequence } from '@/components/gouvernance/frequence/section-frequence'
import { SectionIdentite } from './section-identite'
import { SectionMembres } from './section-membres'
import { SectionMissions } from './section-missions'
import { useVersions } from './use-versions'

/** The parts of an instance, each saved by itself. */
export function EditionInstance({ vue }: { vue: VueEditionInstance }) {
  const versions = useVersions(vue.instance.version)
  return (
    <>
      <SectionIdentite vue={vue} versions={versions} />
      <SectionMissions vue={vue} versions={versions} />
      <SectionMembres vue={vue} />
      <SectionFrequence vue={vue} versions={versions} />
      <RetirerInstance vue={vue} versions={versions} />
    </>
  )
}
