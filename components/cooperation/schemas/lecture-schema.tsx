import { capitalise } from '@/lib/platform/mots'
import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { Equilibre } from '@/lib/cooperation/schemas/rules/equilibre'
import { readPartage } from '@/lib/cooperation/schemas/rules/partage'
import { MOTS_PARTAGE } from '@/lib/cooperation/schemas/words'
import { formatPeriode } from '@/components/cooperation/mots'
import { TableMarge } from './table-marge'
import { buildAvant, listLignes } from './vue-schema'

/** Both margins of a schéma that is not a draft. Neither is ever computed from the other. */
export function LectureSchema({
  schema,
  precedent,
  equilibre,
}: {
  schema: SchemaLu
  precedent: SchemaLu | null
  equilibre: Equilibre
}) {
  const [porteurs, thematiques] = [listLignes(schema, 'PORTEUR'), listLignes(schema, 'THEMATIQUE')]
  const partage = MOTS_PARTAGE[readPartage(schema.lignes)]
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <Panneau titre="Répartition communale" sousTitre="Porteur du poste, quotité, thématiques citées et situation">
        {porteurs.length > 0 ? (
          <TableMarge
            marge="PORTEUR"
            titre="Répartition par porteur"
            lignes={porteurs}
            somme={equilibre.marges.PORTEUR}
            avant={buildAvant(precedent, 'PORTEUR')}
            colonne={formatPeriode(schema)}
          />
        ) : (
          <EmptyState
            titre="Répartition par commune non communiquée"
            pourquoi="Qui porte ces postes n’est pas saisi ; cette répartition ne se déduit pas de la répartition par thématique."
          />
        )}
      </Panneau>
      <Panneau titre={capitalise(partage.comment)}>
        {thematiques.length > 0 ? (
          <TableMarge
            marge="THEMATIQUE"
            titre={partage.reparti}
            nomLigne={partage.ligne}
            lignes={thematiques}
            somme={equilibre.marges.THEMATIQUE}
            avant={buildAvant(precedent, 'THEMATIQUE')}
            colonne={formatPeriode(schema)}
          />
        ) : (
          <EmptyState
            titre="Répartition par thématique non communiquée"
            pourquoi="Elle n’est pas saisie et ne se déduit pas de la répartition par commune."
          />
        )}
      </Panneau>
    </div>
  )
}
