import { Button } from '@/components/ui/button'
import { Table, Td, Th } from '@/components/ui/table'
import type { ReunionActuelle } from '@/lib/gouvernance/instances/types/ecran'
import { readEtatReunion } from '@/components/gouvernance/mots'

type Saisie = Partial<Record<(typeof CHAMPS)[number][0], string | null>>

const CHAMPS = [
  ['date', 'Date'],
  ['heureDebut', 'Début'],
  ['heureFin', 'Fin'],
  ['lieu', 'Lieu'],
  ['objet', 'Objet'],
  ['groupe', 'Groupe'],
  ['compteRendu', 'Note'],
] as const

/** A day as figures, which any browser writes without help: '03/03/2026'. */
const formatJour = (date: string): string => date.split('-').reverse().join('/')

const formatValeur = (champ: string, valeur: string | null | undefined): string =>
  valeur ? (champ === 'date' ? formatJour(valeur) : valeur) : '–'

export interface ConflitProps {
  actuel: ReunionActuelle
  /** What was typed. */
  saisie: Saisie
  /** Sends what was typed again, over the version that is there; absent where the change has no more sense. */
  onGarder?: (() => void) | undefined
  /** Starts again from what is there. */
  onReprendre: () => void
}

/** Both versions of a meeting that two people changed: nothing is lost, the person chooses. */
export function Conflit({ actuel, saisie, onGarder, onReprendre }: ConflitProps) {
  const differents = CHAMPS.filter(([champ]) => champ in saisie && (saisie[champ] || null) !== (actuel[champ] || null))
  const { mots } = readEtatReunion({ etat: actuel.etat, aDeclarer: false })
  return (
    <div className="grid gap-3">
      <p>
        État enregistré : {mots.toLowerCase()}
        {actuel.motifAnnulation ? ` (${actuel.motifAnnulation})` : ''}.
      </p>
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
            {differents.map(([champ, nom]) => (
              <tr key={champ}>
                <Th scope="row">{nom}</Th>
                <Td label="Votre saisie">{formatValeur(champ, saisie[champ])}</Td>
                <Td label="Enregistré">{formatValeur(champ, actuel[champ])}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
      <div className="form-actions">
        {onGarder ? <Button onClick={() => onGarder()}>Garder ma saisie</Button> : null}
        <Button onClick={() => onReprendre()}>Reprendre la version enregistrée</Button>
      </div>
    </div>
  )
}
