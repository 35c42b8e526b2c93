'use client'

import { useState } from 'react'
import { readChoixId, readTexte, readTextes } from '@/components/formulaire/saisie'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { DateInput, Input, Select } from '@/components/ui/saisie/inputs'
import { createOccupation } from '@/lib/cooperation/postes/actions/occupations'
import type { PosteLu } from '@/lib/cooperation/postes/types/postes'
import type { PosteVue } from '@/lib/cooperation/postes/types/ecran'
import { formatQuotite } from '@/lib/platform/nombres'
import { Coquille } from './coquille'
import { findLigneDe, listChoix, type DonneesPostes } from './gestes'
import { formatDuree, formatTenue } from './mots'
import { computeSoldePoste } from './solde'
import { VueSolde } from './vue-solde'

interface Props {
  donnees: DonneesPostes
  poste: PosteVue
  /** The occupation stood in for; null to hold the post. */
  remplace: number | null
  onFini: () => void
}

const formatOccupations = ({ occupations }: Pick<PosteLu, 'occupations'>): string =>
  occupations
    .map((occupation) => `${occupation.nom}, ${formatTenue(occupation.quotite)}, ${formatDuree(occupation)}`)
    .join(' ; ')

function suggestDebut(
  { date }: DonneesPostes,
  poste: PosteVue,
  remplace: number | null,
): { debut: string; fin: string } {
  const absence = poste.occupations.find(({ id }) => id === remplace)?.absences.at(-1)
  if (absence) return { debut: absence.debut, fin: absence.fin ?? '' }
  const { vacantDepuis } = poste
  return { debut: vacantDepuis !== null && vacantDepuis !== 'INCONNU' ? vacantDepuis : date, fin: '' }
}

/** Somebody takes the post, or stands in for whoever is away. */
export function FormulaireOccupation({ donnees, poste, remplace, onFini }: Props) {
  const remplacee = poste.occupations.find(({ id }) => id === remplace)
  const choix = listChoix(donnees).filter(({ charge }) => charge !== remplacee?.charge)
  const depart = suggestDebut(donnees, poste, remplace)
  const [personne, setPersonne] = useState('')
  const [quotite, setQuotite] = useState('')
  const [debut, setDebut] = useState(depart.debut)
  const [fin, setFin] = useState(depart.fin)
  const soldes = remplacee
    ? []
    : computeSoldePoste(poste, findLigneDe(donnees, poste), { quotite, debut, fin }, null, donnees.schema.fin)
  const connue = personne !== ''
  return (
    <Coquille
      action={createOccupation}
      version={poste.version}
      libelle={remplacee ? 'Enregistrer le remplacement' : 'Enregistrer la prise de poste'}
      onFini={onFini}
      comparer={(actuel) => [
        { nom: 'Occupations du poste', mienne: formatOccupations(poste), leur: formatOccupations(actuel) },
      ]}
      ecrire={(envoi, version, saisie) =>
        envoi.envoyer({
          convention: donnees.slug,
          poste: poste.id,
          version,
          charge: readChoixId(readTexte(saisie, 'charge')),
          ...readTextes(saisie, ['nom', 'email', 'quotite', 'debut', 'fin']),
          remplace,
        })
      }
    >
      {(erreur) => (
        <>
          <p className="text-muted">
            {poste.intitule}, {formatQuotite(poste.quotite)} ETP
          </p>
          {remplacee ? (
            <p>
              Remplacement de {remplacee.nom} ({formatTenue(remplacee.quotite)}), pendant son absence.
            </p>
          ) : null}
          {choix.length > 0 ? (
            <Select
              name="charge"
              label="Personne"
              vide="Une autre personne, à nommer"
              value={personne}
              onChange={(event) => setPersonne(event.target.value)}
              error={erreur('charge')}
              options={choix.map(({ charge, nom, total }) => ({
                value: String(charge),
                label: total > 0 ? `${nom} (${formatQuotite(total)} ETP ici à la date affichée)` : nom,
              }))}
            />
          ) : null}
          <div className={connue ? 'hidden' : 'grid gap-[inherit]'}>
            <Input name="nom" label="Prénom et nom" maxLength={200} autoComplete="off" error={erreur('nom')} />
            <Input
              name="email"
              type="email"
              label="Adresse professionnelle"
              optional
              autoComplete="off"
              error={erreur('email')}
              hint="Elle sert seulement à reconnaître la même personne dans une autre convention, pour que l’ensemble ne dépasse pas 1,00 ETP. Elle n’est affichée nulle part."
            />
          </div>
          <DecimalInput
            name="quotite"
            label="Quotité"
            unite="ETP"
            optional
            value={quotite}
            onTexte={setQuotite}
            error={erreur('quotite')}
            hint={
              remplacee && remplacee.quotite !== null
                ? `Au plus ${formatQuotite(remplacee.quotite)}, la quotité remplacée ; laissez vide si elle n’est pas connue`
                : 'Au plus 1,00 par personne, tous postes et toutes conventions confondus ; laissez vide si elle n’est pas connue'
            }
          />
          <div className="form-row">
            <DateInput
              name="debut"
              label="Premier jour"
              value={debut}
              onChange={(event) => setDebut(event.target.value)}
              error={erreur('debut')}
            />
            <DateInput
              name="fin"
              label="Dernier jour"
              optional
              value={fin}
              onChange={(event) => setFin(event.target.value)}
              error={erreur('fin')}
            />
          </div>
          <VueSolde soldes={soldes} />
        </>
      )}
    </Coquille>
  )
}
