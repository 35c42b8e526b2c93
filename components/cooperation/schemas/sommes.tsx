import type { ReactNode } from 'react'
import { ChiffreCle, ChiffresCles } from '@/components/ui/mesure/chiffre-cle'
import type { Equilibre, EtatSomme } from '@/lib/cooperation/schemas/rules/equilibre'
import { formatQuotite } from '@/lib/platform/nombres'
import { BadgeEcart, formatOuVide } from './table-marge'

const formatSomme = (somme: EtatSomme): string => (somme.renseignee ? formatQuotite(somme.somme) : '–')

/** The balance at a glance: agreed or proposed, shared out by commune, by thématique, and the difference in words. */
export function SommesSchema({
  equilibre,
  nomTotal,
  total,
}: {
  equilibre: Equilibre
  nomTotal: string
  total?: ReactNode
}) {
  return (
    <ChiffresCles label="Équilibre du schéma">
      <ChiffreCle
        libelle={nomTotal}
        valeur={total ?? formatOuVide(equilibre.total)}
        suffixe={total ? undefined : 'ETP'}
      />
      <ChiffreCle
        libelle="Réparti par commune"
        valeur={formatSomme(equilibre.marges.PORTEUR)}
        badge={<BadgeEcart somme={equilibre.marges.PORTEUR} />}
      />
      <ChiffreCle
        libelle="Réparti par thématique"
        valeur={formatSomme(equilibre.marges.THEMATIQUE)}
        badge={<BadgeEcart somme={equilibre.marges.THEMATIQUE} />}
      />
    </ChiffresCles>
  )
}
