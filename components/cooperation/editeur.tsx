'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { formatHeure, readErreurs } from '@/components/formulaire/echec'
import { ActionBar } from '@/components/ui/action-bar'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/decimal-input'
import { ErrorSummary, type ErreurDeChamp } from '@/components/ui/error-summary'
import { Panneau } from '@/components/ui/panneau'
import { notify } from '@/components/ui/toast'
import { updateSchema } from '@/lib/cooperation/actions'
import { proposeSchema } from '@/lib/cooperation/actions-etat'
import type { LigneSchema, SchemaLu } from '@/lib/cooperation/schema-lu'
import type { Marge } from '@/lib/cooperation/rules'
import { formatCompte } from '@/lib/platform/typographie'
import { buildSaisie, computeEquilibreSaisie, hasTotalChange, listChangees, readErreurQuotite, readQuotite, type Saisie } from './brouillon'
import { Conflit } from './conflit'
import { AjouterLigne, MotifLigne, RetirerLigne } from './lignes'
import { formatPeriode } from './mots'
import { SommesSchema } from './sommes'
import { TableMarge } from './table-marge'
import { buildAvant, listLignes } from './vue-schema'

const TITRES: Record<Marge, { titre: string; sousTitre: string }> = {
  PORTEUR: { titre: 'Répartition communale', sousTitre: 'Porteur du poste et quotité ; un zéro garde son motif' },
  THEMATIQUE: { titre: 'Par thématique', sousTitre: 'La même somme, vue autrement' },
}

/** Edition of a draft: the balance stays in sight while typing, and nothing typed is ever lost. */
export function EditeurSchema({ schema, precedent, slug }: { schema: SchemaLu; precedent: SchemaLu | null; slug: string }) {
  const router = useRouter()
  const [saisie, setSaisie] = useState<Saisie>(() => buildSaisie(schema))
  const [version, setVersion] = useState(schema.version)
  const [erreurs, setErreurs] = useState<ErreurDeChamp[]>([])
  const [autre, setAutre] = useState<SchemaLu | null>(null)
  const [heure, setHeure] = useState<string | null>(null)
  const [envoi, start] = useTransition()

  const changees = listChangees(schema, saisie)
  const modifications = changees.length + (hasTotalChange(schema, saisie) ? 1 : 0)
  const equilibre = computeEquilibreSaisie(schema, saisie)
  const readLigne = (ligne: LigneSchema) => saisie.lignes[ligne.id] ?? { quotite: '', motifZero: null, note: '' }
  const changeLigne = (ligne: LigneSchema, part: Partial<Saisie['lignes'][number]>) =>
    setSaisie((avant) => ({ ...avant, lignes: { ...avant.lignes, [ligne.id]: { ...readLigne(ligne), ...part } } }))

  /** What cannot be read, field by field, before anything is sent. */
  function listIllisibles(): ErreurDeChamp[] {
    const champs: [string, string, string][] = [['total', 'Total convenu', saisie.total], ...schema.lignes.map((ligne): [string, string, string] => [`ligne-${ligne.id}`, ligne.libelle, readLigne(ligne).quotite])]
    return champs.flatMap(([champ, nom, texte]) => {
      const message = readErreurQuotite(texte)
      return message ? [{ champ, message: `${nom} : ${message}` }] : []
    })
  }

  async function save(depuis: number): Promise<number | null> {
    const illisibles = listIllisibles()
    setErreurs(illisibles)
    if (illisibles.length > 0) return null
    const resultat = await updateSchema({
      convention: slug,
      schema: schema.id,
      version: depuis,
      total: saisie.total,
      lignes: changees.map((ligne) => ({ id: ligne.id, ...readLigne(ligne) })),
    })
    if (resultat.ok) {
      setAutre(null)
      setVersion(resultat.data.version)
      setHeure(formatHeure(new Date()))
      return resultat.data.version
    }
    if (resultat.tag === 'CONFLIT' && resultat.actuel !== null) setAutre(resultat.actuel as SchemaLu)
    else setErreurs(readErreurs(resultat))
    return null
  }

  const enregistrer = (depuis: number) =>
    start(async () => {
      if ((await save(depuis)) !== null) router.refresh()
    })

  const proposer = () =>
    start(async () => {
      const enregistree = modifications > 0 ? await save(version) : version
      if (enregistree === null) return
      const resultat = await proposeSchema({ convention: slug, schema: schema.id, version: enregistree })
      if (!resultat.ok) {
        setErreurs(readErreurs(resultat))
        return
      }
      notify({ message: ['Schéma proposé au COPIL.', ...resultat.data.avertissements].join(' ') })
      router.refresh()
    })

  return (
    <>
      <ErrorSummary erreurs={erreurs} />
      {autre ? (
        <Conflit
          schema={schema}
          saisie={saisie}
          autre={autre}
          onGarder={() => {
            setVersion(autre.version)
            enregistrer(autre.version)
          }}
          onPrendre={() => {
            setSaisie(buildSaisie(autre))
            setVersion(autre.version)
            setAutre(null)
            router.refresh()
          }}
        />
      ) : null}
      <SommesSchema
        equilibre={equilibre}
        total={
          <DecimalInput
            label="Total convenu avec la Caf"
            labelHidden
            name="total"
            unite="ETP"
            value={saisie.total}
            onTexte={(total) => setSaisie((avant) => ({ ...avant, total }))}
            error={readErreurQuotite(saisie.total)}
            changed={hasTotalChange(schema, saisie)}
          />
        }
      />
      <div className="grid items-start gap-4 2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        {(['PORTEUR', 'THEMATIQUE'] as const).map((marge) => (
          <Panneau key={marge} titre={TITRES[marge].titre} sousTitre={TITRES[marge].sousTitre} actions={<AjouterLigne marge={marge} slug={slug} schema={schema.id} version={version} onVersion={setVersion} />}>
            <TableMarge
              marge={marge}
              titre={TITRES[marge].titre}
              lignes={listLignes(schema, marge)}
              somme={equilibre.marges[marge]}
              avant={buildAvant(precedent, marge)}
              colonne={formatPeriode(schema)}
              renderQuotite={(ligne) => (
                <DecimalInput
                  label={`Quotité de ${ligne.libelle}`}
                  labelHidden
                  cell
                  name={`ligne-${ligne.id}`}
                  value={readLigne(ligne).quotite}
                  onTexte={(quotite) => changeLigne(ligne, { quotite })}
                  error={readErreurQuotite(readLigne(ligne).quotite)}
                  changed={readQuotite(readLigne(ligne).quotite) !== ligne.quotite}
                />
              )}
              renderSuite={(ligne) => (
                <>
                  {readQuotite(readLigne(ligne).quotite) === 0 || readLigne(ligne).quotite.trim() === '' ? (
                    <MotifLigne ligne={ligne} motif={readLigne(ligne).motifZero} onMotif={(motifZero) => changeLigne(ligne, { motifZero })} />
                  ) : null}
                  <RetirerLigne ligne={ligne} slug={slug} schema={schema.id} version={version} onVersion={setVersion} />
                </>
              )}
            />
          </Panneau>
        ))}
      </div>
      <ActionBar
        label="Modifications du brouillon"
        actions={
          <>
            <Button onClick={() => setSaisie(buildSaisie(schema))} aria-disabled={modifications === 0}>
              Annuler
            </Button>
            <Button onClick={() => enregistrer(version)} busy={envoi} aria-disabled={modifications === 0}>
              Enregistrer le brouillon
            </Button>
            <Button variant="primary" onClick={proposer} busy={envoi} aria-disabled={!equilibre.equilibre}>
              Proposer au COPIL
            </Button>
          </>
        }
      >
        <strong>{modifications === 0 ? 'Brouillon à jour.' : `${formatCompte(modifications, 'modification')} à enregistrer.`}</strong>{' '}
        {heure && modifications === 0 ? `Enregistré à ${heure}. ` : ''}
        {equilibre.equilibre ? 'Les répartitions sont égales au total convenu.' : `La proposition demande des répartitions égales au total convenu : ${listManques(equilibre)}.`}
      </ActionBar>
    </>
  )
}

/** What remains to mend before a proposal, margin by margin. */
function listManques({ total, marges, evolution, croise }: ReturnType<typeof computeEquilibreSaisie>): string {
  if (total === null) return 'indiquez ce total'
  const sommes: [string, { ecart: number | null; phrase: string }][] = [
    ['par commune', marges.PORTEUR],
    ['par thématique', marges.THEMATIQUE],
    ['évolution', evolution],
    ['tableau croisé', croise],
  ]
  const manques = sommes.filter(([, somme]) => somme.ecart !== null && somme.ecart !== 0).map(([nom, somme]) => `${nom}, ${somme.phrase}`)
  return manques.length > 0 ? manques.join(' ; ') : 'vérifiez le tableau croisé'
}
