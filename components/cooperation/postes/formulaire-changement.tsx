'use client'

import { useState } from 'react'
import { readTexte, readTextes } from '@/components/formulaire/saisie'
import { DecimalInput } from '@/components/ui/saisie/decimal-input'
import { DateInput } from '@/components/ui/saisie/inputs'
import { updateOccupation, updateQuotiteOccupation } from '@/lib/cooperation/postes/actions/occupations'
import type { OccupationLue } from '@/lib/cooperation/postes/types/postes'
import type { PosteVue } from '@/lib/cooperation/postes/types/ecran'
import { formatDateCourte } from '@/lib/platform/dates'
import { formatQuotite } from '@/lib/platform/nombres'
import { Coquille, type Ecart } from './coquille'
import { findLigneDe, type DonneesPostes } from './gestes'
import { formatDuree, formatTenue } from './mots'
import { computeSoldePoste } from './solde'
import { VueSolde } from './vue-solde'

export interface ChangementProps {
  donnees: DonneesPostes
  poste: PosteVue
  occupation: OccupationLue
  onFini: () => void
}

/** As it is typed: nothing where it is not known. */
const formatTapee = (quotite: number | null): string => (quotite === null ? '' : formatQuotite(quotite))

const formatJour = (date: string): string => (date === '' ? 'sans fin prévue' : date.split('-').reverse().join('/'))

function compare(leur: OccupationLue, saisie: FormData): Ecart[] {
  return [
    { nom: 'Quotité', mienne: readTexte(saisie, 'quotite'), leur: formatTapee(leur.quotite) },
    ...(saisie.has('debut')
      ? [{ nom: 'Premier jour', mienne: formatJour(readTexte(saisie, 'debut')), leur: formatJour(leur.debut) }]
      : []),
    ...(saisie.has('fin')
      ? [{ nom: 'Dernier jour', mienne: formatJour(readTexte(saisie, 'fin')), leur: formatJour(leur.fin ?? '') }]
      : []),
  ].filter(({ nom }) => nom !== 'Quotité' || saisie.has('quotite'))
}

function Rappel({ poste, occupation }: Pick<ChangementProps, 'poste' | 'occupation'>) {
  return (
    <p className="text-muted">
      {occupation.nom}, {poste.intitule} : {formatTenue(occupation.quotite)} {formatDuree(occupation)}
    </p>
  )
}

/** Another quotité from a day on. */
export function ChangerQuotite({ donnees, poste, occupation, onFini }: ChangementProps) {
  const [quotite, setQuotite] = useState('')
  const [date, setDate] = useState('')
  const soldes = computeSoldePoste(
    poste,
    findLigneDe(donnees, poste),
    { quotite, debut: date, fin: occupation.fin ?? '' },
    occupation,
    donnees.schema.fin,
  )
  return (
    <Coquille
      action={updateQuotiteOccupation}
      version={occupation.version}
      libelle="Changer la quotité"
      onFini={onFini}
      comparer={compare}
      ecrire={(envoi, version, saisie) =>
        envoi.envoyer({
          convention: donnees.slug,
          occupation: occupation.id,
          version,
          ...readTextes(saisie, ['quotite', 'date']),
        })
      }
    >
      {(erreur) => (
        <>
          <Rappel poste={poste} occupation={occupation} />
          <DecimalInput
            name="quotite"
            label="Nouvelle quotité"
            unite="ETP"
            value={quotite}
            onTexte={setQuotite}
            error={erreur('quotite')}
          />
          <DateInput
            name="date"
            label="À partir du"
            hint="Ce qui précède garde sa quotité."
            value={date}
            onChange={(event) => setDate(event.target.value)}
            error={erreur('date')}
          />
          <VueSolde soldes={soldes} />
        </>
      )}
    </Coquille>
  )
}

/** The last day in post. */
export function Terminer({ donnees, poste, occupation, onFini }: ChangementProps) {
  return (
    <Coquille
      action={updateOccupation}
      version={occupation.version}
      libelle="Terminer l’occupation"
      onFini={onFini}
      comparer={compare}
      ecrire={(envoi, version, saisie) =>
        envoi.envoyer({
          convention: donnees.slug,
          occupation: occupation.id,
          version,
          quotite: formatTapee(occupation.quotite),
          debut: occupation.debut,
          fin: readTexte(saisie, 'fin'),
        })
      }
    >
      {(erreur) => (
        <>
          <Rappel poste={poste} occupation={occupation} />
          <DateInput
            name="fin"
            label="Dernier jour en poste"
            hint="La part devient vacante le lendemain. Laissez vide si elle continue."
            defaultValue={occupation.fin ?? ''}
            error={erreur('fin')}
          />
        </>
      )}
    </Coquille>
  )
}

/** What was recorded wrong: the quotité and the dates from the start. */
export function Corriger({ donnees, poste, occupation, onFini }: ChangementProps) {
  const [quotite, setQuotite] = useState(formatTapee(occupation.quotite))
  const [debut, setDebut] = useState(occupation.debut)
  const [fin, setFin] = useState(occupation.fin ?? '')
  const soldes =
    occupation.remplace === null
      ? computeSoldePoste(poste, findLigneDe(donnees, poste), { quotite, debut, fin }, occupation, donnees.schema.fin)
      : []
  return (
    <Coquille
      action={updateOccupation}
      version={occupation.version}
      libelle="Enregistrer la correction"
      onFini={onFini}
      comparer={compare}
      ecrire={(envoi, version, saisie) =>
        envoi.envoyer({
          convention: donnees.slug,
          occupation: occupation.id,
          version,
          ...readTextes(saisie, ['quotite', 'debut', 'fin']),
        })
      }
    >
      {(erreur) => (
        <>
          <Rappel poste={poste} occupation={occupation} />
          <p>
            Corriger change toute l’occupation depuis le {formatDateCourte(occupation.debut)}. Si la quotité a changé en
            cours de route, choisissez plutôt « Changer de quotité ».
          </p>
          <DecimalInput
            name="quotite"
            label="Quotité"
            unite="ETP"
            optional
            hint="Laissez vide si elle n’est pas connue."
            value={quotite}
            onTexte={setQuotite}
            error={erreur('quotite')}
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
