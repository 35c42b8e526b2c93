import { Button } from '@/components/ui/button'
import { Table, Td, Th } from '@/components/ui/table'
import type { EtatDecision, NatureDecision, VueDecision } from '@/lib/competences/types'
import { formatDateCourte } from '@/lib/platform/dates'
import { ETATS_DECISION, NATURES_DECISION } from './mots'

/** What was typed, in the terms of what is there. */
export interface SaisieDecision {
  texte: string
  nature: NatureDecision
  etat: EtatDecision
  responsable: string
  echeance: string
}

const CHAMPS: { nom: string; read: (decision: SaisieDecision) => string }[] = [
  { nom: 'Décision', read: ({ texte }) => texte },
  { nom: 'Nature', read: ({ nature }) => NATURES_DECISION[nature] },
  { nom: 'Issue', read: ({ etat }) => ETATS_DECISION[etat].mots },
  { nom: 'Responsable', read: ({ responsable }) => responsable || '–' },
  {
    nom: 'Échéance',
    read: ({ echeance }) => (/^\d{4}-\d{2}-\d{2}$/.test(echeance) ? formatDateCourte(echeance) : echeance || '–'),
  },
]

const toSaisie = ({ texte, nature, etat, responsable, echeance }: VueDecision): SaisieDecision => ({
  texte,
  nature,
  etat,
  responsable: responsable ?? '',
  echeance: echeance ?? '',
})

/** Both versions of a decision that two people changed: nothing is lost, the person chooses. */
export function ConflitDecision({
  actuelle,
  saisie,
  onGarder,
  onReprendre,
}: {
  actuelle: VueDecision
  saisie: SaisieDecision
  onGarder: () => void
  onReprendre: () => void
}) {
  const enregistree = toSaisie(actuelle)
  const differents = CHAMPS.filter(({ read }) => read(saisie) !== read(enregistree))
  return (
    <div className="grid gap-3">
      {differents.length > 0 ? (
        <Table caption="Ce qui diffère entre votre saisie et la version enregistrée" dense stacked>
          <thead>
            <tr>
              <Th>Champ</Th>
              <Th>Votre saisie</Th>
              <Th>Enregistré</Th>
            </tr>
          </thead>
          <tbody>
            {differents.map(({ nom, read }) => (
              <tr key={nom}>
                <Th scope="row">{nom}</Th>
                <Td label="Votre saisie">{read(saisie)}</Td>
                <Td label="Enregistré">{read(enregistree)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      <div className="form-actions">
        <Button onClick={() => onGarder()}>Garder ma saisie</Button>
        <Button onClick={() => onReprendre()}>Reprendre la version enregistrée</Button>
      </div>
    </div>
  )
}
