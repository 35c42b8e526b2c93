'use client'

import { useState, type FormEvent } from 'react'
import { readErreur } from '@/components/formulaire/echec'
import { Differences, listDifferences } from '@/components/gouvernance/instances/differences'
import { useEnvoi } from '@/components/gouvernance/instances/use-envoi'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/saisie/error-summary'
import { Input } from '@/components/ui/saisie/inputs'
import { createLienFiche, removeLienFiche, updateLienFiche } from '@/lib/plan-action/fiche/actions/liens'
import type { LienVu } from '@/lib/plan-action/fiche/types/contenu'

type Actuel = Omit<LienVu, 'id'> & { version: number }

const NOMS = { libelle: 'Dispositif', precision: 'Précision', adresse: 'Adresse' } as const
type Saisie = Record<keyof typeof NOMS, string>

function isActuel(valeur: unknown): valeur is Actuel {
  return (
    typeof valeur === 'object' && valeur !== null && 'version' in valeur && 'libelle' in valeur && 'adresse' in valeur
  )
}
const pick = ({ libelle, precision, adresse }: Omit<LienVu, 'id'>) => ({ libelle, precision, adresse })
const toSaisie = ({ libelle, precision, adresse }: Omit<LienVu, 'id'>): Saisie => ({
  libelle,
  precision: precision ?? '',
  adresse: adresse ?? '',
})

/** Another scheme that the fiche serves. */
export function FormulaireLien({
  slug,
  fiche,
  lien,
  onFini,
}: {
  slug: string
  fiche: number
  lien: LienVu | null
  onFini: () => void
}) {
  const [avant, setAvant] = useState(lien ? pick(lien) : null)
  const [saisie, setSaisie] = useState<Saisie>(lien ? toSaisie(lien) : { libelle: '', precision: '', adresse: '' })
  const { refus, enCours, envoyer, oublier } = useEnvoi(isActuel)
  const { conflit } = refus
  const texte = (champ: keyof Saisie) => ({
    name: champ,
    value: saisie[champ],
    error: readErreur(refus.erreurs, champ),
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => setSaisie((vue) => ({ ...vue, [champ]: target.value })),
  })
  function save(vu: typeof avant) {
    const champs = { convention: slug, fiche, ...saisie }
    envoyer<{ message: string }>({
      version: 0,
      ecrire: () => (lien && vu ? updateLienFiche({ ...champs, lien: lien.id, avant: vu }) : createLienFiche(champs)),
      onFini,
    })
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(avant)
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <ErrorSummary erreurs={refus.erreurs} titre={refus.titre} />
      {conflit ? (
        <Differences
          differences={listDifferences(NOMS, saisie, toSaisie(conflit))}
          onGarder={() => {
            setAvant(pick(conflit))
            save(pick(conflit))
          }}
          onReprendre={() => {
            setAvant(pick(conflit))
            setSaisie(toSaisie(conflit))
            oublier()
          }}
        />
      ) : null}
      <Input
        {...texte('libelle')}
        label="Dispositif ou schéma"
        maxLength={300}
        required
        hint="Schéma départemental des services aux familles, projet social, contrat de ville…"
      />
      <Input {...texte('precision')} label="Précision" optional maxLength={500} hint="L’axe, l’objectif, la page." />
      <Input
        {...texte('adresse')}
        label="Adresse sur internet"
        optional
        type="url"
        maxLength={500}
        hint="Elle commence par https://."
      />
      <div className="form-actions">
        <Button type="submit" variant="primary" busy={enCours}>
          {lien ? 'Enregistrer' : 'Ajouter'}
        </Button>
        <Button onClick={onFini}>Annuler</Button>
        {lien ? (
          <Button
            variant="ghost"
            onClick={() =>
              envoyer({ version: 0, ecrire: () => removeLienFiche({ convention: slug, fiche, lien: lien.id }), onFini })
            }
          >
            Retirer ce lien
          </Button>
        ) : null}
      </div>
    </form>
  )
}
