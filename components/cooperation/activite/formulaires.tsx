'use client'

import { readChoixId, readTexte, readTextes } from '@/components/formulaire/saisie'
import { Select, Textarea } from '@/components/ui/saisie/inputs'
import { createActivite, recordBilanFonction, removeActivite, updateActivite } from '@/lib/cooperation/activite/actions'
import {
  RUBRIQUES_BILAN,
  type ActiviteLue,
  type BilanLu,
  type MissionActivite,
  type VueActivite,
} from '@/lib/cooperation/activite/types'
import { ABSENTE } from '@/lib/cooperation/afas/types'
import { BoutonTiroir } from '../afas/bouton-tiroir'
import { Coquille } from '../postes/coquille'
import { RUBRIQUES } from './mots'

const TOUS = 'Tous les chargés de coopération'

interface Props {
  slug: string
  annee: number
  mission: Pick<MissionActivite, 'numero' | 'texte'>
  charges: VueActivite['charges']
}

function ChampsActivite({
  slug,
  annee,
  mission,
  charges,
  activite,
  onFini,
}: Props & { activite: ActiviteLue | null; onFini: () => void }) {
  const choix =
    activite?.charge && !charges.some(({ id }) => id === activite.charge)
      ? [...charges, { id: activite.charge, nom: activite.qui ?? '' }]
      : charges
  const nommer = (id: number | null): string =>
    id === null ? TOUS : (choix.find((charge) => charge.id === id)?.nom ?? '')
  return (
    <Coquille
      action={updateActivite}
      version={activite?.version ?? 0}
      libelle="Enregistrer l’activité"
      onFini={onFini}
      comparer={(leur, saisie) => [
        { nom: 'Par qui', mienne: nommer(readChoixId(readTexte(saisie, 'charge'))), leur: leur.qui ?? TOUS },
        { nom: 'Ce qui a été fait', mienne: readTexte(saisie, 'texte'), leur: leur.texte },
      ]}
      ecrire={(envoi, version, saisie) => {
        const champs = {
          convention: slug,
          charge: readChoixId(readTexte(saisie, 'charge')),
          texte: readTexte(saisie, 'texte'),
        }
        if (activite) envoi.envoyer({ ...champs, activite: activite.id, version })
        else envoi.avec(createActivite, { ...champs, annee, mission: mission.numero })
      }}
    >
      {(erreur) => (
        <>
          <p className="text-muted">
            Mission {mission.numero} : {mission.texte}
          </p>
          <Textarea
            name="texte"
            label="Ce qui a été fait"
            rows={4}
            maxLength={2000}
            defaultValue={activite?.texte}
            error={erreur('texte')}
          />
          <Select
            name="charge"
            label="Par qui"
            vide={TOUS}
            defaultValue={activite?.charge ?? ''}
            error={erreur('charge')}
            options={choix.map(({ id, nom }) => ({ value: String(id), label: nom }))}
          />
        </>
      )}
    </Coquille>
  )
}

export function NoterActivite(props: Props) {
  return (
    <BoutonTiroir
      label="Noter une activité"
      nom={`Noter une activité de la mission ${props.mission.numero}`}
      titre={`Activité ${props.annee}`}
    >
      {(fermer) => <ChampsActivite {...props} activite={null} onFini={fermer} />}
    </BoutonTiroir>
  )
}

/** What may be done of an activity. @param rang its place in the mission, for who listens */
export function GestesActivite({ activite, rang, ...props }: Props & { activite: ActiviteLue; rang: number }) {
  const nom = `l’activité ${rang} de la mission ${props.mission.numero}`
  return (
    <span className="no-print flex flex-wrap gap-2">
      <BoutonTiroir label="Modifier" nom={`Modifier ${nom}`} titre={`Activité ${props.annee}`}>
        {(fermer) => <ChampsActivite {...props} activite={activite} onFini={fermer} />}
      </BoutonTiroir>
      <BoutonTiroir label="Retirer" nom={`Retirer ${nom}`} titre="Retirer l’activité">
        {(fermer) => (
          <Coquille
            action={removeActivite}
            version={activite.version}
            libelle="Retirer l’activité"
            danger
            onFini={fermer}
            ecrire={(envoi, version) => envoi.envoyer({ convention: props.slug, activite: activite.id, version })}
          >
            <p>
              « {activite.texte} » ne figurera plus dans l’activité de {props.annee}.
            </p>
          </Coquille>
        )}
      </BoutonTiroir>
    </span>
  )
}

/** The appraisal of the function, rubric by rubric. */
export function FormulaireBilan({ slug, annee, bilan }: { slug: string; annee: number; bilan: BilanLu | null }) {
  return (
    <BoutonTiroir label={bilan ? 'Modifier le bilan' : 'Écrire le bilan'} titre={`Bilan de la fonction, ${annee}`}>
      {(fermer) => (
        <Coquille
          action={recordBilanFonction}
          version={bilan?.version ?? ABSENTE}
          libelle="Enregistrer le bilan"
          onFini={fermer}
          comparer={(leur, saisie) =>
            RUBRIQUES_BILAN.map((cle) => ({
              nom: RUBRIQUES[cle].nom,
              mienne: readTexte(saisie, cle),
              leur: leur[cle] ?? '',
            }))
          }
          ecrire={(envoi, version, saisie) =>
            envoi.envoyer({ convention: slug, annee, version, ...readTextes(saisie, RUBRIQUES_BILAN) })
          }
        >
          {(erreur) =>
            RUBRIQUES_BILAN.map((cle) => (
              <Textarea
                key={cle}
                name={cle}
                label={RUBRIQUES[cle].nom}
                hint={RUBRIQUES[cle].aide}
                optional
                rows={3}
                maxLength={5000}
                defaultValue={bilan?.[cle] ?? ''}
                error={erreur(cle)}
              />
            ))
          }
        </Coquille>
      )}
    </BoutonTiroir>
  )
}
