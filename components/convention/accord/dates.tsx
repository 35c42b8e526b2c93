import { Badge } from '@/components/ui/badge'
import { Details, type Detail } from '@/components/ui/flottant/details'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { ConventionLue } from '@/lib/convention/accord/queries'
import { findRaison } from '@/lib/convention/accord/rules/connaissance'
import { formatPeriodeConnue } from '@/lib/convention/phase/rules/dates'
import { formatDateCourte } from '@/lib/platform/dates'
import { Inconnu, Citation, Note } from './mots'

const RENOUVELLEMENT = {
  EXPRES: 'Reconduction expresse : sans nouvelle signature, la convention s’arrête.',
  TACITE: 'Reconduction tacite : la convention se poursuit si personne ne s’y oppose.',
  NON_PRECISE: null,
} as const

const formatMois = (mois: number | null): string | null => (mois === null ? null : `${mois} mois`)

/** Period, signature, and the terms under which the convention ends, changes or goes on. */
export function Dates({ vue }: { vue: ConventionLue }) {
  const { signature } = vue
  const fin = findRaison(vue.lacunes, 'FIN')
  const sansPeriode = findRaison(vue.lacunes, 'PERIODE')
  const periode = formatPeriodeConnue(vue, sansPeriode)
  const details: Detail[] = [
    {
      terme: 'Période',
      valeur:
        periode !== null ? (
          <>
            {periode}
            <Citation texte={vue.periodeTexte} />
          </>
        ) : (
          <Inconnu texte={vue.periodeTexte} lacune={sansPeriode} accord="e" />
        ),
    },
    {
      terme: 'Signature',
      valeur: signature.date ? (
        <>
          {formatDateCourte(signature.date)}
          {signature.lieu ? `, à ${signature.lieu}` : ''} <Citation texte={signature.texte} />
          {vue.debut && signature.date > vue.debut ? <Badge tone="neutral">après le début de la période</Badge> : null}
        </>
      ) : (
        <Inconnu texte={signature.texte} lacune={findRaison(vue.lacunes, 'SIGNATURE')} accord="e" />
      ),
    },
    {
      terme: 'Renouvellement',
      valeur: <Terme resume={RENOUVELLEMENT[vue.renouvellement]} texte={vue.renouvellementTexte} lacune={fin} />,
    },
    {
      terme: 'Préavis pour la dénoncer',
      valeur: <Terme resume={formatMois(vue.preavisMois)} texte={vue.resiliationTexte} lacune={fin} />,
    },
    { terme: 'Mise en demeure', valeur: formatMois(vue.miseEnDemeureMois) ?? <Inconnu lacune={fin} accord="e" /> },
    { terme: 'Modification', valeur: <Terme resume={null} texte={vue.modificationTexte} lacune={fin} /> },
  ]
  if (vue.predecesseur)
    details.push({
      terme: 'Convention précédente',
      valeur: (
        <>
          {vue.predecesseur.nom} <Citation texte={vue.predecesseur.texte} />
          <Note texte={vue.predecesseur.note} />
        </>
      ),
    })
  return (
    <Panneau className="texte" titre="Durée et fin" id="duree">
      <Details details={details} />
    </Panneau>
  )
}

function Terme({ resume, texte, lacune }: { resume: string | null; texte: string | null; lacune: string | null }) {
  if (!resume && !texte) return <Inconnu lacune={lacune} />
  return (
    <>
      {resume} <Citation texte={texte} />
    </>
  )
}
