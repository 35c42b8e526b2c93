import type { ReactNode } from 'react'
import { ChiffreCle, ChiffresCles } from '@/components/ui/mesure/chiffre-cle'
import type { Equilibre, EtatSomme } from '@/lib/cooperation/schemas/rules/equilibre'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import { computeParts, readPartage } from '@/lib/cooperation/schemas/rules/partage'
import type { PorteurPossible } from '@/lib/cooperation/schemas/types/choix'
import { formatNomTotal, formatParts, MOTS_PARTAGE } from '@/lib/cooperation/schemas/words'
import { formatQuotite } from '@/lib/platform/nombres'
import { BadgeEcart, formatOuVide } from './table-marge'

const formatSomme = (somme: EtatSomme): string => (somme.renseignee ? formatQuotite(somme.somme) : '–')

interface SommesSchemaProps {
  equilibre: Equilibre
  schema: Pick<SchemaLu, 'etat' | 'lignes'>
  /** Parties and communes of the territory: what tells a commune’s line from one that is nobody’s. */
  porteurs: readonly PorteurPossible[]
  /** The total being typed, instead of its figure. */
  total?: ReactNode
}

/** The balance at a glance: agreed or proposed, shared out between porteurs, by thématique, and the difference in words. */
export function SommesSchema({ equilibre, schema, porteurs, total }: SommesSchemaProps) {
  const parts = equilibre.marges.PORTEUR.renseignee ? formatParts(computeParts(schema.lignes, porteurs)) : null
  return (
    <ChiffresCles label="Équilibre du schéma">
      <ChiffreCle
        libelle={formatNomTotal(schema.etat)}
        valeur={total ?? formatOuVide(equilibre.total)}
        suffixe={total ? undefined : 'ETP'}
      />
      <ChiffreCle
        libelle="Réparti entre porteurs"
        valeur={formatSomme(equilibre.marges.PORTEUR)}
        badge={
          <>
            <BadgeEcart somme={equilibre.marges.PORTEUR} />
            {parts ? <span className="block text-sm text-muted">{parts}</span> : null}
          </>
        }
      />
      <ChiffreCle
        libelle={MOTS_PARTAGE[readPartage(schema.lignes)].reparti}
        valeur={formatSomme(equilibre.marges.THEMATIQUE)}
        badge={<BadgeEcart somme={equilibre.marges.THEMATIQUE} />}
      />
    </ChiffresCles>
  )
}
