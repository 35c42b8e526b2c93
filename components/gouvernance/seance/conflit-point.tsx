import { Button } from '@/components/ui/button'
import { Details } from '@/components/ui/flottant/details'
import { Notice } from '@/components/ui/notice'
import type { Choix, ChoixLiens, PointActuel } from '@/lib/gouvernance/seance/types/reunion'
import { formatDuree } from '@/lib/platform/heures'

const findLibelle = (choix: readonly Choix[], id: number | null) => choix.find((un) => un.id === id)?.libelle ?? null

/** A point that somebody else changed: what is recorded now, beside what is typed below. */
export function ConflitPoint({
  actuel,
  choix,
  onReprendre,
}: {
  actuel: PointActuel
  choix: ChoixLiens
  onReprendre: () => void
}) {
  const details = [
    { terme: 'Titre', valeur: actuel.titre },
    { terme: 'Présenté par', valeur: actuel.presentateur },
    { terme: 'Durée', valeur: actuel.dureeMinutes && formatDuree(actuel.dureeMinutes) },
    { terme: 'Fiche', valeur: findLibelle(choix.fiches, actuel.fiche) },
    { terme: 'Indicateur', valeur: findLibelle(choix.indicateurs, actuel.indicateur) },
    { terme: 'Schéma de coopération', valeur: findLibelle(choix.schemas, actuel.schema) },
    { terme: 'Document', valeur: findLibelle(choix.documents, actuel.document) },
  ].filter(({ valeur }) => valeur !== null)
  return (
    <Notice tone="warn" titre="Version enregistrée entre-temps">
      <Details details={details} />
      <p className="mt-2">Votre saisie est ci-dessous : enregistrez-la pour la remplacer.</p>
      <p className="mt-2">
        <Button size="sm" onClick={onReprendre}>
          Reprendre la version enregistrée
        </Button>
      </p>
    </Notice>
  )
}
