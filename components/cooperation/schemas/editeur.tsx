'use client'

import { Refus } from '@/components/formulaire/refus'
import { ActionBar } from '@/components/ui/action-bar'
import { Button } from '@/components/ui/button'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { Panneau } from '@/components/ui/flottant/panneau'
import type { SchemaLu } from '@/lib/cooperation/schemas/rules/enregistre'
import type { PorteurPossible, ThemePossible } from '@/lib/cooperation/schemas/types/choix'
import type { Marge } from '@/lib/cooperation/schemas/rules/equilibre'
import { formatNomTotal } from '@/lib/cooperation/schemas/words'
import { formatReste } from '@/lib/cooperation/schemas/rules/reste'
import { formatCompte } from '@/lib/platform/typographie'
import { computeEquilibreSaisie, hasTotalChange, listLignesTapees, readErreurQuotite, readQuotite } from './brouillon'
import { Conflit } from './conflit'
import { CroiseSaisie } from './croise-saisie'
import { useBrouillon } from './editeur-etat'
import { EvolutionSaisie } from './evolution-saisie'
import { MotifLigne, PrecisionsLigne, RetirerLigne } from './lignes'
import { AjouterLignes } from './lignes-ajout'
import { formatPeriode } from '@/components/cooperation/mots'
import { IdentiteSchema, SupprimerBrouillon } from './nouveau-schema-identite'
import { SommesSchema } from './sommes'
import { TableMarge } from './table-marge'
import { buildAvant, listLignes } from './vue-schema'

const TITRES: Record<Marge, { titre: string; sousTitre: string }> = {
  PORTEUR: { titre: 'Répartition communale', sousTitre: 'Porteur du poste et quotité ; un zéro garde son motif' },
  THEMATIQUE: { titre: 'Par thématique', sousTitre: 'La même somme, vue autrement' },
}

interface EditeurSchemaProps {
  schema: SchemaLu
  precedent: SchemaLu | null
  slug: string
  porteurs: PorteurPossible[]
  themes: ThemePossible[]
}

/** Edition of a draft: the balance stays in sight while typing, and nothing typed is ever lost. */
export function EditeurSchema({ schema, precedent, slug, porteurs, themes }: EditeurSchemaProps) {
  const brouillon = useBrouillon(schema, slug)
  const { saisie, setSaisie, version, setVersion, modifications, envoi, readLigne, changeLigne } = brouillon
  const autre = envoi.conflit
  const equilibre = computeEquilibreSaisie(schema, saisie)
  const reste = formatReste(equilibre)
  const cible = { slug, schema: schema.id, version, onVersion: setVersion }
  return (
    <>
      <div className="form-actions no-print">
        <IdentiteSchema {...cible} lu={schema} />
        <SupprimerBrouillon {...cible} libelle={schema.libelle} />
      </div>
      <Refus envoi={envoi} />
      {autre ? (
        <Conflit
          schema={schema}
          saisie={saisie}
          autre={autre}
          onGarder={() => brouillon.garder(autre)}
          onPrendre={() => brouillon.prendre(autre)}
        />
      ) : null}
      <SommesSchema
        equilibre={equilibre}
        schema={schema}
        porteurs={porteurs}
        total={
          <DecimalInput
            label={formatNomTotal(schema.etat)}
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
          <Panneau
            key={marge}
            titre={TITRES[marge].titre}
            sousTitre={TITRES[marge].sousTitre}
            actions={
              <AjouterLignes
                {...cible}
                marge={marge}
                lignes={listLignes(schema, marge)}
                porteurs={porteurs}
                themes={themes}
              />
            }
          >
            <TableMarge
              marge={marge}
              titre={TITRES[marge].titre}
              lignes={listLignesTapees(listLignes(schema, marge), saisie)}
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
                    <MotifLigne
                      ligne={ligne}
                      motif={readLigne(ligne).motifZero}
                      onMotif={(motifZero) => changeLigne(ligne, { motifZero })}
                    />
                  ) : null}
                  <div className="flex items-start justify-between gap-2">
                    <PrecisionsLigne
                      ligne={ligne}
                      tapee={readLigne(ligne)}
                      onChange={(part) => changeLigne(ligne, part)}
                    />
                    <RetirerLigne {...cible} ligne={ligne} />
                  </div>
                </>
              )}
            />
          </Panneau>
        ))}
      </div>
      <Panneau
        titre="De l’existant au total"
        sousTitre="Facultatif : un schéma écrit en évolution, existant augmenté des développements"
      >
        <EvolutionSaisie
          valeur={saisie}
          porteurs={porteurs}
          somme={equilibre.evolution}
          onChange={({ existant, developpements }) => setSaisie((avant) => ({ ...avant, existant, developpements }))}
        />
      </Panneau>
      <CroiseSaisie
        schema={schema}
        saisie={saisie}
        equilibre={equilibre}
        onCase={(cle, texte) => setSaisie((avant) => ({ ...avant, croise: { ...avant.croise, [cle]: texte } }))}
      />
      <ActionBar
        label="Modifications du brouillon"
        actions={
          <>
            <Button onClick={brouillon.annuler} aria-disabled={modifications === 0}>
              Annuler
            </Button>
            <Button onClick={() => brouillon.enregistrer()} busy={envoi.enCours} aria-disabled={modifications === 0}>
              Enregistrer le brouillon
            </Button>
            <Button
              variant="primary"
              onClick={brouillon.proposer}
              busy={envoi.enCours}
              aria-disabled={!equilibre.proposable}
            >
              Proposer au COPIL
            </Button>
          </>
        }
      >
        <strong>
          {modifications === 0 ? 'Brouillon à jour.' : `${formatCompte(modifications, 'modification')} à enregistrer.`}
        </strong>{' '}
        {brouillon.heure && modifications === 0 ? `Enregistré à ${brouillon.heure}. ` : ''}
        <span role="status">{reste}</span>
      </ActionBar>
    </>
  )
}
