import { Checkbox } from '@/components/ui/saisie/inputs'
import { Link } from '@/components/ui/link'
import type { DepartPossible } from '@/lib/gouvernance/mandats/queries'

type Affaires = DepartPossible['affaires']

export interface AffairesProps {
  cle: string
  affaires: Affaires
  base: string
  /** Whether a successor is named: what they hold may then pass to their name. */
  transmissible: boolean
  administre: boolean
  choix: { decisions: ReadonlySet<number>; points: ReadonlySet<number> }
  onChoix: (genre: 'decisions' | 'points', id: number, coche: boolean) => void
}

const formatJour = (date: string): string => date.split('-').reverse().join('/')

const ROLES: Record<string, string> = {
  ADMINISTRATEUR: 'administration',
  CONSEILLER_CAF: 'conseil Caf',
  CHARGE_COOPERATION: 'coordination',
  PILOTE: 'pilotage de fiches',
  ELU: 'lecture (élu)',
  LECTEUR: 'lecture',
}

function Titre({ children }: { children: string }) {
  return <p className="mt-3 font-semibold first:mt-0">{children}</p>
}

/** Decisions and points: each passes to the successor, or stays. */
function Transmissions({ cle, affaires: { decisions, points }, base, transmissible, choix, onChoix }: AffairesProps) {
  const lignes = [
    {
      genre: 'decisions' as const,
      titre: 'Décisions dont cette personne est responsable',
      elements: decisions.map(({ texte, ...reste }) => ({ ...reste, libelle: texte })),
    },
    {
      genre: 'points' as const,
      titre: 'Points à présenter dans des réunions prévues',
      elements: points.map(({ titre, ...reste }) => ({ ...reste, libelle: titre })),
    },
  ]
  return lignes.map(({ genre, titre, elements }) =>
    elements.length === 0 ? null : (
      <div key={genre}>
        <Titre>{titre}</Titre>
        {elements.map(({ id, libelle, reunion, instance, date }) => (
          <Checkbox
            key={id}
            name={`${genre}-${cle}-${id}`}
            disabled={!transmissible}
            checked={transmissible && choix[genre].has(id)}
            onChange={(event) => onChoix(genre, id, event.target.checked)}
            label={libelle}
            hint={
              <>
                {transmissible ? 'Passe au nom du successeur. ' : 'Nommez un successeur pour la lui transmettre. '}
                <Link className="link" href={`${base}/reunions/${reunion}`}>{`${instance}, ${formatJour(date)}`}</Link>
              </>
            }
          />
        ))}
      </div>
    ),
  )
}

/** What a person holds beside their seats: what can pass to a successor, and what is to be changed elsewhere. */
export function AffairesDePersonne(props: AffairesProps) {
  const {
    affaires: { decisions, points, fiches, suppleances, comptes },
    base,
    administre,
  } = props
  const vide = [decisions, points, fiches, suppleances, comptes].every((liste) => liste.length === 0)
  if (vide)
    return (
      <p className="text-sm text-muted">Ni décision ouverte, ni point à présenter, ni fiche, ni compte à ce nom.</p>
    )
  return (
    <div>
      <Transmissions {...props} />
      {fiches.length > 0 ? (
        <div>
          <Titre>Fiches pilotées</Titre>
          <ul className="list-disc ps-5">
            {fiches.map(({ ref, numero, titre, texte }) => (
              <li key={ref + texte}>
                <Link className="link" href={`${base}/plan-action/${ref}`}>
                  {[numero, titre].filter(Boolean).join(' ')}
                </Link>{' '}
                <span className="text-sm text-muted">{`(${texte})`}</span>
              </li>
            ))}
          </ul>
          <p className="text-sm text-muted">
            Le pilotage d’une fiche se lit comme la convention l’écrit : il n’est pas modifié ici.
          </p>
        </div>
      ) : null}
      {suppleances.length > 0 ? (
        <div>
          <Titre>Suppléances</Titre>
          <ul className="list-disc ps-5">
            {suppleances.map(({ id, instance, titulaire }) => (
              <li key={id}>
                <Link className="link" href={`${base}/gouvernance/${instance.ref}`}>
                  {instance.nom}
                </Link>
                {`, suppléance de ${titulaire}`}
              </li>
            ))}
          </ul>
          <p className="text-sm text-muted">À changer dans la composition de l’instance.</p>
        </div>
      ) : null}
      {comptes.length > 0 ? (
        <div>
          <Titre>Compte dans l’application</Titre>
          <ul className="list-disc ps-5">
            {comptes.map(({ id, nom, roles }) => (
              <li key={id}>
                {administre ? (
                  <Link className="link" href={`/administration/personnes/${id}`}>
                    {nom}
                  </Link>
                ) : (
                  nom
                )}
                {roles.length > 0 ? ` : ${roles.map((role) => ROLES[role] ?? role).join(', ')}` : null}
              </li>
            ))}
          </ul>
          <p className="text-sm text-muted">
            {administre ? (
              <>
                Les rôles ne changent pas ici : retirez-les dans{' '}
                <Link className="link" href="/administration/personnes">
                  Personnes et rôles
                </Link>
                .
              </>
            ) : (
              'Les rôles ne changent pas ici : demandez à l’administration de les retirer.'
            )}
          </p>
        </div>
      ) : null}
    </div>
  )
}
