import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { LignePostes, PosteVue, SchemaVue } from '@/lib/cooperation/postes/types/ecran'
import type { FicheCommune, VueCommunes } from '@/lib/cooperation/vues/types'
import { formatDateCourte, type DateCivile } from '@/lib/platform/dates'
import { formatEcart, formatQuotite } from '@/lib/platform/nombres'
import { formatListe } from '@/lib/platform/typographie'
import { formatPeriode, SITUATIONS } from '../mots'
import { formatEtatPoste, formatVacance, readEtat } from '../postes/mots'
import { formatOuVide } from '@/components/cooperation/schemas/table-marge'
import { buildAdresse, type LieuVues } from './adresses'
import { formatCitation, formatPorte } from './mots'

function Postes({ postes, date }: { postes: readonly PosteVue[]; date: DateCivile }) {
  return (
    <ul className="rows">
      {postes.map((poste) => (
        <li key={poste.id}>
          <strong>{poste.intitule}</strong>, {formatQuotite(poste.quotite)} ETP
          <span className="block">{formatEtatPoste(poste, date)}</span>
        </li>
      ))}
    </ul>
  )
}

function QuiEstEnPoste({ ligne, date }: { ligne: LignePostes; date: DateCivile }) {
  if (ligne.effectif === null) {
    const ecrite = SITUATIONS[ligne.situation]
    return ecrite ? (
      <p>
        Situation écrite au schéma : <Badge tone={ecrite.tone}>{ecrite.mot}</Badge>
      </p>
    ) : (
      <p className="text-muted">Aucun poste n’est décrit : qui est en poste n’est pas connu.</p>
    )
  }
  const etat = readEtat(ligne.effectif)
  return (
    <>
      <p>
        Au {formatDateCourte(date)}
         : <Badge tone={etat.tone}>{etat.mot}</Badge>
        {ligne.vacantDepuis && etat.tone === 'warn' ? ` ${formatVacance(ligne.vacantDepuis)}` : ''}
      </p>
      <Postes postes={ligne.postes} date={date} />
    </>
  )
}

function Bloc({ titre, children }: { titre: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="text-base">{titre}</h3>
      {children}
    </div>
  )
}

function Porte({ fiche, date }: { fiche: FicheCommune; date: DateCivile }) {
  const { ligne, raison, citation, themes, cites } = fiche
  const portee = ligne !== null && (ligne.quotite !== 0 || ligne.postes.length > 0)
  return (
    <Bloc titre="Ce qu’elle porte">
      {raison ? <p>{citation ? `Le document précise : « ${raison} ».` : `Motif retenu : ${raison}.`}</p> : null}
      {portee && ligne ? <QuiEstEnPoste ligne={ligne} date={date} /> : null}
      {themes.length > 0 ? (
        <p>{`Thématiques écrites à côté de sa ligne, sans partage entre elles : ${formatListe(themes)}.`}</p>
      ) : null}
      {cites.map(({ libelle, quotite, texte }) => (
        <p key={libelle}>
          {`Son nom est cité sur la ligne « ${libelle} » (${formatOuVide(quotite)} ETP) : « ${texte} ».`}
        </p>
      ))}
      {!raison && !portee && themes.length === 0 && cites.length === 0 ? (
        <p className="text-muted">Rien n’est écrit.</p>
      ) : null}
    </Bloc>
  )
}

/** Shown where the schéma is written as an evolution: what it adds under this name. */
function Developpements({ fiche }: { fiche: FicheCommune }) {
  if (fiche.developpements.length === 0) return null
  return (
    <Bloc titre="Ce que le schéma ajoute">
      {fiche.developpements.map(({ libelle, quotite }) => (
        <p key={libelle}>{`Développement à son nom : ${formatEcart(quotite)} ETP (« ${libelle} »).`}</p>
      ))}
    </Bloc>
  )
}

function Recoit({ fiche, vue }: { fiche: FicheCommune; vue: VueCommunes }) {
  return (
    <Bloc titre="Ce qu’elle reçoit">
      {fiche.recoit ? (
        <p>
          {`${fiche.citation ? `D’après le document : « ${fiche.recoit} »` : `Motif retenu : ${fiche.recoit}`}. La part qui lui revient n’est pas chiffrée.`}
        </p>
      ) : null}
      {vue.sansCommune.map(({ ligne }) => (
        <p key={ligne.id}>
          {`Une ligne n’est au nom d’aucune commune : « ${ligne.libelle} », ${formatOuVide(ligne.quotite)} ETP${ligne.note ? `, « ${ligne.note} »` : ''}. Le document ne la partage pas entre les communes.`}
        </p>
      ))}
      {!fiche.recoit && vue.sansCommune.length === 0 ? (
        <p className="text-muted">Rien ne dit qu’elle reçoive un poste porté par d’autres.</p>
      ) : null}
    </Bloc>
  )
}

function Change({ fiche, vue }: { fiche: FicheCommune; vue: VueCommunes }) {
  if (vue.precedent === null) return null
  return (
    <Bloc titre="Ce qui change">
      {!vue.comparable ? (
        <p className="text-muted">{formatCitation(vue.precedent)} ne donnait pas de répartition par commune.</p>
      ) : fiche.changements.length === 0 ? (
        <p>Rien ne change par rapport à {formatCitation(vue.precedent)}.</p>
      ) : (
        <p>{`Par rapport à « ${vue.precedent} » : ${fiche.changements.join(' ; ')}.`}</p>
      )}
    </Bloc>
  )
}

interface Props {
  fiche: FicheCommune
  vue: VueCommunes
  schema: SchemaVue
  date: DateCivile
  lieu: LieuVues
  /** Asked for in the address; otherwise it is the reader’s own. */
  choisie: boolean
}

/** What concerns one commune, for whoever reads it on a phone. */
export function SectionCommune({ fiche, vue, schema, date, lieu, choisie }: Props) {
  return (
    <Panneau
      id="commune"
      titre={fiche.nom}
      sousTitre={`${fiche.sienne ? (fiche.genre === 'COMMUNE' ? 'Votre commune' : 'Votre collectivité') : fiche.genre === 'COMMUNE' ? 'Commune du territoire' : 'Organisme'}, schéma ${formatPeriode(schema)}`}
      actions={
        choisie ? (
          <ButtonLink size="sm" href={buildAdresse(lieu)}>
            Toutes les communes
          </ButtonLink>
        ) : undefined
      }
    >
      <div className="grid gap-4">
        <p className="text-lg">{formatPorte(fiche)}</p>
        {fiche.ligne === null ? null : <Porte fiche={fiche} date={date} />}
        <Developpements fiche={fiche} />
        <Recoit fiche={fiche} vue={vue} />
        <Change fiche={fiche} vue={vue} />
      </div>
    </Panneau>
  )
}
