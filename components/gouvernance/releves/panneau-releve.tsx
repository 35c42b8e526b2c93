import { Link } from '@/components/ui/link'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { EtatReunion } from '@/lib/gouvernance/frequence/types'
import type { VueEtatReleve } from '@/lib/gouvernance/releves/types'
import { EtatDuReleve, Validations } from './etat-releve'

export interface PanneauReleveProps {
  slug: string
  reunion: { id: number; ref: string; etat: EtatReunion; version: number; figee: boolean }
  releve: VueEtatReleve
  peutEcrire: boolean
}

/** The minutes on the page of their meeting: how they stand, and the way to them. */
export function PanneauReleve({ slug, reunion, releve, peutEcrire }: PanneauReleveProps) {
  const { derniere, officielle, attendus } = releve
  const href = `/conventions/${slug}/reunions/${reunion.ref}/releve`
  if (!peutEcrire && officielle === null && !reunion.figee) return null
  return (
    <Panneau titre="Relevé de décisions" id="releve">
      {derniere === null ? (
        <p className="text-muted">
          {reunion.figee
            ? 'Le relevé de cette réunion a été validé avant d’être enregistré ici.'
            : reunion.etat === 'TENUE'
              ? 'Aucun relevé n’est préparé. Il se compose de ce qui est noté ici : présences, points, décisions.'
              : 'Le relevé se prépare une fois la réunion tenue.'}
        </p>
      ) : (
        <div className="grid gap-2">
          <p className="flex flex-wrap items-center gap-2">
            <span>Version {derniere.numero}</span>
            <EtatDuReleve etat={derniere.etat} />
          </p>
          {derniere.motif ? <p>Correction : {derniere.motif}</p> : null}
          <Validations validations={derniere.validations} attendus={attendus} />
          {officielle && officielle.id !== derniere.id ? (
            <p className="text-muted">
              La version {officielle.numero}, validée {officielle.valideLe}, fait foi en attendant.
            </p>
          ) : null}
        </div>
      )}
      {reunion.etat === 'TENUE' || derniere ? (
        <p>
          <Link className="link" href={href}>
            {derniere || reunion.figee ? 'Lire le relevé de décisions' : 'Préparer le relevé de décisions'}
          </Link>
        </p>
      ) : null}
    </Panneau>
  )
}
