import { TracesDecision } from '@/components/gouvernance/decisions/traces'
import { Badge } from '@/components/ui/badge'
import { Details } from '@/components/ui/flottant/details'
import { EmptyState } from '@/components/ui/empty-state'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { ConventionLue } from '@/lib/convention/accord/queries'
import { NOMS_SUJET } from '@/lib/convention/accord/words'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatEuros } from '@/lib/platform/nombres'
import { formatCompte } from '@/lib/platform/typographie'
import { Citation, Note } from './mots'

const NATURES: Record<string, string> = {
  ENJEU: 'Enjeux',
  ORIENTATION: 'Orientations',
  OBJECTIF: 'Objectifs partagés',
  CHAMP_INTERVENTION: 'Champs d’intervention',
}
const ETATS_ANNEXE = { FOURNIE: null, PARTIELLE: 'partielle', ABSENTE: 'non jointe' } as const
type EtatAnnexe = keyof typeof ETATS_ANNEXE

/** What the diagnostic found to matter, and what the parties set themselves. */
export function Enjeux({ vue }: { vue: ConventionLue }) {
  if (vue.enjeux.length === 0) return null
  const natures = [...new Set(vue.enjeux.map((enjeu) => enjeu.nature))]
  return (
    <Panneau className="texte" titre="Enjeux" id="enjeux">
      {natures.map((nature) => (
        <div key={nature}>
          <h3>{NATURES[nature] ?? nature}</h3>
          <ul>
            {vue.enjeux
              .filter((enjeu) => enjeu.nature === nature)
              .map((enjeu) => (
                <li key={enjeu.texte}>
                  {enjeu.texte}
                  {enjeu.enfants.length > 0 ? (
                    <ul>
                      {enjeu.enfants.map((enfant) => (
                        <li key={enfant}>{enfant}</li>
                      ))}
                    </ul>
                  ) : null}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </Panneau>
  )
}

/** What binds the parties beside the plan, in the words of the document. */
export function Clauses({ vue }: { vue: ConventionLue }) {
  if (vue.clauses.length === 0) return null
  return (
    <Panneau
      className="texte"
      titre="Ce à quoi les parties s’engagent"
      sousTitre="Engagements, échanges de données, communication… tels que le document les écrit."
      id="clauses"
    >
      <ul className="rows">
        {vue.clauses.map(({ article, titre, texte }) => (
          <li key={`${article} ${titre}`}>
            <Citation titre={[article, titre].filter(Boolean).join(' – ')} texte={texte} />
          </li>
        ))}
      </ul>
    </Panneau>
  )
}

/** Annexes and signed changes; an avenant that was promised and is overdue is said so. */
export function AnnexesEtAvenants({ vue, today, slug }: { vue: ConventionLue; today: string; slug: string }) {
  return (
    <Panneau className="texte" titre="Annexes et avenants" id="annexes">
      {vue.annexes.length === 0 ? (
        <EmptyState titre="Aucune annexe listée" pourquoi="Les annexes ne sont pas saisies." />
      ) : null}
      <ul className="rows">
        {vue.annexes.map((annexe) => (
          <li key={annexe.titre}>
            {annexe.numero ? `Annexe ${annexe.numero} – ` : ''}
            {annexe.titre}{' '}
            {ETATS_ANNEXE[annexe.etat as EtatAnnexe] ? <Badge>{ETATS_ANNEXE[annexe.etat as EtatAnnexe]}</Badge> : null}
            {annexe.note ? <span className="block text-sm text-muted">{annexe.note}</span> : null}
          </li>
        ))}
      </ul>
      {vue.avenants.length > 0 ? <h3>Avenants</h3> : null}
      <ul className="rows">
        {vue.avenants.map((avenant) => (
          <li key={avenant.objet}>
            {avenant.objet}{' '}
            {avenant.dateSignature ? (
              <Badge tone="ok">signé le {formatDateCourte(avenant.dateSignature)}</Badge>
            ) : avenant.echeance ? (
              <Badge tone={avenant.echeance < today ? 'warn' : 'neutral'}>
                {avenant.echeance < today ? 'attendu depuis le' : 'attendu au plus tard le'}{' '}
                {formatDateCourte(avenant.echeance)}
              </Badge>
            ) : (
              <Badge>sans date connue</Badge>
            )}
            <TracesDecision slug={slug} traces={avenant.traces} />
            <Citation texte={avenant.texte} />
          </li>
        ))}
      </ul>
    </Panneau>
  )
}

/** The missions of the chargés de coopération, by block, as written. */
export function Missions({ vue }: { vue: ConventionLue }) {
  if (vue.missions.length === 0) return null
  const total = vue.missions.reduce((nombre, mission) => nombre + mission.textes.length, 0)
  return (
    <Panneau
      className="texte"
      titre="Missions des chargés de coopération"
      id="missions"
      sousTitre={`${formatCompte(total, 'mission')} en ${formatCompte(vue.missions.length, 'bloc')}`}
    >
      {vue.missions.map((mission) => (
        <div key={mission.bloc}>
          <h3>{mission.bloc}</h3>
          <ul>
            {mission.textes.map((texte) => (
              <li key={texte}>{texte}</li>
            ))}
          </ul>
        </div>
      ))}
      {vue.couts.map((cout) => (
        <p key={cout.source}>
          Coût {cout.indicatif ? 'indicatif ' : ''}d’un équivalent temps plein : {formatEuros(cout.montant)}
          <Note texte={cout.source} />
        </p>
      ))}
    </Panneau>
  )
}

/** Phases of the making of the convention, and the appraisals it promises. */
export function ChronologieEtEvaluation({ vue }: { vue: ConventionLue }) {
  if (vue.jalons.length === 0 && vue.evaluations.length === 0 && !vue.evaluationTexte && !vue.evaluationNote)
    return null
  return (
    <Panneau className="texte" titre="Élaboration et évaluation" id="evaluation">
      {vue.jalons.length > 0 ? (
        <ol className="rows">
          {vue.jalons.map((jalon) => (
            <li key={jalon.titre}>
              <strong>{jalon.titre}</strong>{' '}
              {jalon.periode.texte ? <span className="text-muted">– {jalon.periode.texte}</span> : null}
              {jalon.texte ? <p>{jalon.texte}</p> : null}
              {jalon.etapes.length > 0 ? (
                <ul>
                  {jalon.etapes.map((etape, rang) => (
                    <li key={`${rang}-${etape}`}>{etape}</li>
                  ))}
                </ul>
              ) : null}
            </li>
          ))}
        </ol>
      ) : null}
      <Citation texte={vue.evaluationTexte} />
      <Note texte={vue.evaluationNote} />
      {vue.evaluations.length > 0 ? (
        <Details
          details={vue.evaluations.map((evaluation) => ({
            terme: evaluation.objet,
            valeur: (
              <>
                {[evaluation.periodicite, evaluation.periode.texte].filter(Boolean).join(', ')}
                <Citation texte={evaluation.texte} />
              </>
            ),
          }))}
        />
      ) : null}
    </Panneau>
  )
}

/** Alone at the head of a line, an acronym needs the rest of its name. */
const SUJETS: Readonly<Record<string, string>> = { ...NOMS_SUJET, ETP: 'ETP de coopération' }

/** Where all of this was read, and what the document does not say. */
export function Source({ vue }: { vue: ConventionLue }) {
  return (
    <Panneau className="texte" titre="Document lu" id="source" sousTitre={vue.source.titre}>
      {vue.source.reference ? <p>{vue.source.reference}</p> : null}
      {vue.source.note ? <p className="text-muted">{vue.source.note}</p> : null}
      <ul className="rows">
        {vue.documents.map((document) => (
          <li key={document.titre}>
            {document.titre}
            {document.date ? `, ${formatDateCourte(document.date)}` : ''}
            {document.reference ? <span className="text-muted"> – {document.reference}</span> : null}
            {document.note ? <span className="block text-sm text-muted">{document.note}</span> : null}
          </li>
        ))}
      </ul>
      {vue.lacunes.length > 0 ? (
        <>
          <h3>Ce que le document ne dit pas</h3>
          <Details
            details={vue.lacunes.map((lacune) => ({
              terme: SUJETS[lacune.sujet] ?? lacune.sujet,
              valeur: lacune.raison,
            }))}
          />
        </>
      ) : null}
    </Panneau>
  )
}
