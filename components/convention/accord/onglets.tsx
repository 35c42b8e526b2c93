import { Tabs } from '@/components/ui/tabs'

/** The three views of the convention as signed. */
export function OngletsConvention({
  base,
  actif,
  equipements,
  reserves,
}: {
  base: string
  actif: 'convention' | 'equipements' | 'a-confirmer'
  equipements?: number
  reserves?: number
}) {
  return (
    <Tabs
      label="Convention"
      tabs={[
        { label: 'Texte et parties', href: `${base}/convention`, actif: actif === 'convention' },
        {
          label: 'Équipements',
          href: `${base}/convention/equipements`,
          actif: actif === 'equipements',
          count: equipements,
        },
        {
          label: 'À confirmer',
          href: `${base}/convention/a-confirmer`,
          actif: actif === 'a-confirmer',
          count: reserves,
        },
      ]}
    />
  )
}
