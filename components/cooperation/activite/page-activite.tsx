import { Details } from '@/components/ui/flottant/details'
import { PageHeader } from '@/components/ui/page-header'
import { Panneau } from '@/components/ui/flottant/panneau'
import { RUBRIQUES_BILAN, type MissionActivite, type VueActivite } from '@/lib/cooperation/activite/types'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatAccord, formatListe } from '@/lib/platform/typographie'
import { ChoixAnnee } from '../afas/choix-annee'
import { OngletsEtp } from '../onglets'
import { FormulaireBilan, GestesActivite, NoterActivite } from './formulaires'
import { RUBRIQUES } from './mots'

interface Props {
  vue: VueActivite
  slug: string
}

function Resume({ vue: { missions, annee, propres } }: Pick<Props, 'vue'>) {
  const vides = missions.filter(({ activites }) => activites.length === 0).map(({ numero }) => String(numero))
  const faites = missions.length - vides.length
  const suite =
    vides.length === 0
      ? ''
      : faites === 0
        ? ''
        : ` Rien n’est noté pour ${vides.length > 1 ? 'les missions' : 'la mission'} ${formatListe(vides)}.`
  return (
    <p>
      En {annee},{' '}
      {faites === 0
        ? `aucune des ${missions.length} missions${propres ? '' : ' de référence'} n’a encore d’activité notée.`
        : `${faites} ${formatAccord(faites, 'mission')} sur ${missions.length} ${faites < 2 ? 'a' : 'ont'} une activité notée.${suite}`}
    </p>
  )
}

function Mission({ mission, vue, slug }: Props & { mission: MissionActivite }) {
  const { annee, charges, modifiable } = vue
  const commun = { slug, annee, charges, mission: { numero: mission.numero, texte: mission.propre ?? mission.texte } }
  return (
    <section className="keep py-3" aria-labelledby={`mission-${mission.numero}`}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h3 id={`mission-${mission.numero}`} className="min-w-0 flex-1 basis-64">
          {mission.numero}. {mission.propre ?? mission.texte}
        </h3>
        {modifiable ? <NoterActivite {...commun} /> : null}
      </div>
      {mission.propre ? <p className="text-sm text-muted">Mission de référence : {mission.texte}</p> : null}
      {mission.activites.length === 0 ? (
        <p className="text-muted">Rien n’est noté en {annee}.</p>
      ) : (
        <ul className="rows mt-1">
          {mission.activites.map((activite, i) => (
            <li key={activite.id} className="flex flex-wrap items-start justify-between gap-2 py-2">
              <span className="min-w-0 flex-1 basis-64">
                <span className="block whitespace-pre-line break-words">{activite.texte}</span>
                <span className="text-sm text-muted">{activite.qui ?? 'Tous les chargés de coopération'}</span>
              </span>
              {modifiable ? <GestesActivite {...commun} activite={activite} rang={i + 1} /> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Where the missions come from, when the convention does not write them. */
function Origine({ vue }: Pick<Props, 'vue'>) {
  if (vue.propres) return null
  return (
    <p className="text-muted">
      {vue.listePropre.length === 0 ? 'Les missions de cette convention ne sont pas saisies. ' : ''}
      La liste ci-dessous est une référence commune, celle de l’annexe 4 des conventions des Bouches-du-Rhône : cette
      convention ne l’écrit pas.
    </p>
  )
}

/** The convention’s own list, where it does not answer the reference one by one: shown, tied to nothing. */
function ListePropre({ vue }: Pick<Props, 'vue'>) {
  if (vue.listePropre.length === 0) return null
  return (
    <details>
      <summary>La convention écrit les missions autrement, en {vue.listePropre.length} points</summary>
      <p className="mt-2">
        Cette liste ne répond pas point par point aux missions de référence : elle est donnée telle quelle, rien n’y est
        rattaché.
      </p>
      {[...new Set(vue.listePropre.map(({ bloc }) => bloc))].map((bloc) => (
        <div key={bloc} className="mt-2">
          <p className="font-semibold">{bloc}</p>
          <ul className="list-disc pl-5">
            {vue.listePropre
              .filter((point) => point.bloc === bloc)
              .map(({ texte }) => (
                <li key={texte}>{texte}</li>
              ))}
          </ul>
        </div>
      ))}
    </details>
  )
}

function Bilan({ vue, slug }: Props) {
  const { bilan, annee, demande, fin, modifiable } = vue
  const lignes = bilan
    ? RUBRIQUES_BILAN.map((cle) => ({
        terme: RUBRIQUES[cle].nom,
        valeur: <span className="whitespace-pre-line break-words">{bilan[cle] ?? 'non renseigné'}</span>,
      }))
    : []
  return (
    <Panneau
      id="bilan"
      titre={`Bilan de la fonction, ${annee}`}
      actions={modifiable ? <FormulaireBilan slug={slug} annee={annee} bilan={bilan} /> : undefined}
      sousTitre={
        fin ? `L’engagement se termine le ${formatDateCourte(fin)}.` : 'Le terme de l’engagement n’est pas précisé.'
      }
    >
      {demande ? (
        <figure className="mb-3">
          <blockquote className="whitespace-pre-line border-l-2 border-line pl-3">{demande.texte}</blockquote>
          <figcaption className="text-sm text-muted">
            Ce que la convention demande{demande.periode ? `, ${demande.periode}` : ''}
          </figcaption>
        </figure>
      ) : (
        <p className="mb-3">
          Le référentiel national demande de mesurer les effets de la fonction au terme de l’engagement pluriannuel. Le
          texte saisi de cette convention ne le redit pas.
        </p>
      )}
      {bilan ? <Details details={lignes} /> : <p>Aucun bilan n’est écrit pour {annee}.</p>}
    </Panneau>
  )
}

/** What was done of each mission in a year, for the yearly report, and the appraisal of the function. */
export function PageActivite({ vue, slug }: Props) {
  const blocs = [...new Set(vue.missions.map(({ bloc }) => bloc))]
  return (
    <div className="page">
      <PageHeader titre={`Activité des chargés de coopération, ${vue.annee}`} surtitre={vue.nom}>
        <OngletsEtp convention={slug} actif="activite" />
      </PageHeader>
      <div className="no-print">
        <ChoixAnnee annee={vue.annee} annees={vue.annees} base={`/conventions/${slug}/etp/activite`} />
      </div>
      <Resume vue={vue} />
      <Origine vue={vue} />
      <ListePropre vue={vue} />
      {blocs.map((bloc) => (
        <Panneau key={bloc} titre={bloc}>
          <div className="divide-y divide-line">
            {vue.missions
              .filter((mission) => mission.bloc === bloc)
              .map((mission) => (
                <Mission key={mission.id} mission={mission} vue={vue} slug={slug} />
              ))}
          </div>
        </Panneau>
      ))}
      <Bilan vue={vue} slug={slug} />
    </div>
  )
}
