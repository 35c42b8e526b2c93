import { Badge } from '@/components/ui/badge'
import { Panneau } from '@/components/ui/flottant/panneau'
import { formatBilan, type Changement, type GenreChangement } from '@/lib/plan-action/versions/rules/comparaison'
import type { VueVersions } from '@/lib/plan-action/versions/types'
import { capitalise } from '@/lib/platform/mots'

const GENRES: Record<GenreChangement, { mots: string; tone: 'ok' | 'bad' | 'info' }> = {
  AJOUT: { mots: 'En plus', tone: 'ok' },
  RETRAIT: { mots: 'En moins', tone: 'bad' },
  MODIFICATION: { mots: 'Modifié', tone: 'info' },
}

function Ligne({ changement: { genre, sujet, details } }: { changement: Changement }) {
  const { mots, tone } = GENRES[genre]
  return (
    <li className="grid gap-1">
      <p>
        <Badge tone={tone}>{mots}</Badge> <span className="font-semibold">{sujet}</span>
      </p>
      {details.length > 0 ? (
        <ul className="grid list-disc gap-0.5 ps-6">
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
      ) : null}
    </li>
  )
}

/** What changed between two sides, in the order of the document. */
export function Changements({
  comparaison,
  nomFiche,
}: {
  comparaison: NonNullable<VueVersions['comparaison']>
  nomFiche: string
}) {
  const { avant, apres, changements } = comparaison
  const groupes = [
    { cle: 'plan', titre: 'Le plan et ses axes', liste: changements.filter(({ objet }) => objet !== 'FICHE') },
    { cle: 'fiches', titre: nomFiche, liste: changements.filter(({ objet }) => objet === 'FICHE') },
  ].filter(({ liste }) => liste.length > 0)
  return (
    <Panneau
      id="comparaison"
      titre={`De ${avant.nom} à ${apres.nom}`}
      sousTitre="On compare ce que le plan dit. Le suivi (statut, avancement, notes, valeurs) vit dans chaque fiche et n’est pas comparé ici."
    >
      <p className="mb-3 font-semibold" role="status">
        {capitalise(formatBilan(changements))}.
      </p>
      {groupes.map(({ cle, titre, liste }) => (
        <section key={cle} aria-label={titre} className="mt-4">
          <h3 className="mb-2 text-base">{titre}</h3>
          <ul className="rows">
            {liste.map((changement) => (
              <Ligne key={`${changement.objet}-${changement.ref}-${changement.genre}`} changement={changement} />
            ))}
          </ul>
        </section>
      ))}
    </Panneau>
  )
}
