'use client'

import { useState, type ReactNode } from 'react'
import { Tiroir } from '@/components/ui/flottant/dialog'
import { RendreAnonyme, RetirerAbsence, RetirerOccupation, RetirerPoste } from './confirmations'
import { FormulaireAbsence } from './formulaire-absence'
import { ChangerQuotite, Corriger, Terminer } from './formulaire-changement'
import { FormulaireOccupation } from './formulaire-occupation'
import { FormulairePoste } from './formulaire-poste'
import { OuvrirGeste, listPostesDe, type DonneesPostes, type Geste } from './gestes'
import { Reconduire } from './reconduire'

const TITRES: Record<Geste['genre'], string> = {
  POSTE: 'Décrire un poste',
  RETIRER_POSTE: 'Retirer le poste',
  OCCUPER: 'Prise de poste',
  QUOTITE: 'Changer de quotité',
  TERMINER: 'Terminer l’occupation',
  CORRIGER: 'Corriger l’occupation',
  RETIRER_OCCUPATION: 'Retirer l’occupation',
  ABSENCE: 'Absence',
  RETIRER_ABSENCE: 'Retirer l’absence',
  ANONYME: 'Rendre anonyme',
  RECONDUIRE: 'Reprendre les postes du schéma précédent',
}

function readTitre(geste: Geste): string {
  if (geste.genre === 'POSTE' && geste.poste !== null) return 'Modifier le poste'
  return geste.genre === 'OCCUPER' && geste.remplace !== null ? 'Remplacement' : TITRES[geste.genre]
}

/** The form of what somebody wants to do; nothing when its object has gone meanwhile. */
function Contenu({ geste, donnees, onFini }: { geste: Geste; donnees: DonneesPostes; onFini: () => void }) {
  const parti = <p>Cet élément n’est plus là : fermez ce volet, la page est à jour.</p>
  if (geste.genre === 'RECONDUIRE') return <Reconduire donnees={donnees} onFini={onFini} />
  if (geste.genre === 'ANONYME') {
    const personne = donnees.personnes.find(({ charge }) => charge === geste.charge)
    return personne ? <RendreAnonyme slug={donnees.slug} personne={personne} onFini={onFini} /> : parti
  }
  const poste = listPostesDe(donnees).find(({ id }) => id === geste.poste)
  if (geste.genre === 'POSTE')
    return geste.poste !== null && !poste ? (
      parti
    ) : (
      <FormulairePoste donnees={donnees} poste={poste ?? null} ligne={geste.ligne} onFini={onFini} />
    )
  if (!poste) return parti
  if (geste.genre === 'RETIRER_POSTE') return <RetirerPoste slug={donnees.slug} poste={poste} onFini={onFini} />
  if (geste.genre === 'OCCUPER')
    return <FormulaireOccupation donnees={donnees} poste={poste} remplace={geste.remplace} onFini={onFini} />
  const occupation = poste.occupations.find(({ id }) => id === geste.occupation)
  if (!occupation) return parti
  const props = { donnees, poste, occupation, onFini }
  switch (geste.genre) {
    case 'QUOTITE':
      return <ChangerQuotite {...props} />
    case 'TERMINER':
      return <Terminer {...props} />
    case 'CORRIGER':
      return <Corriger {...props} />
    case 'RETIRER_OCCUPATION':
      return <RetirerOccupation {...props} />
    default: {
      const absence = occupation.absences.find(({ id }) => id === geste.absence) ?? null
      if (geste.absence !== null && absence === null) return parti
      return geste.genre === 'RETIRER_ABSENCE' && absence ? (
        <RetirerAbsence {...props} absence={absence} />
      ) : (
        <FormulaireAbsence {...props} absence={absence} />
      )
    }
  }
}

/** The one drawer of the page, and the data its forms share; what it surrounds opens it. */
export function TiroirPostes({ donnees, children }: { donnees: DonneesPostes; children: ReactNode }) {
  const [geste, setGeste] = useState<Geste | null>(null)
  const [rang, setRang] = useState(0)
  // Data as it was when the drawer opened: a page that refreshes behind does not move what is being typed.
  const [vues, setVues] = useState(donnees)
  const fermer = () => setGeste(null)
  function ouvrir(suivant: Geste) {
    setVues(donnees)
    setRang(rang + 1)
    setGeste(suivant)
  }
  return (
    <OuvrirGeste value={ouvrir}>
      {children}
      <Tiroir open={geste !== null} onClose={fermer} titre={geste ? readTitre(geste) : ''}>
        {geste ? <Contenu key={rang} geste={geste} donnees={vues} onFini={fermer} /> : null}
      </Tiroir>
    </OuvrirGeste>
  )
}
