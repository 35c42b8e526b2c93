'use client'

import { useState, type FormEvent } from 'react'
import { Refus } from '@/components/formulaire/refus'
import { useEnvoi } from '@/components/formulaire/use-envoi'
import { Differences, listDifferences } from '@/components/gouvernance/instances/differences'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/saisie/inputs'
import { createLienFiche, removeLienFiche, updateLienFiche } from '@/lib/plan-action/fiche/actions/liens'
import type { LienVu } from '@/lib/plan-action/fiche/types/contenu'

const NOMS = { libelle: 'Dispositif', precision: 'Précision', adresse: 'Adresse' } as const
type Saisie = Record<keyof typeof NOMS, string>

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
  // A link has no version: what one saw of it guards the change.
  const envoi = useEnvoi(updateLienFiche, { gardee: lien !== null, onEcrit: onFini })
  const { conflit } = envoi
  const texte = (champ: keyof Saisie) => ({
    name: champ,
    value: saisie[champ],
    error: envoi.readErreur(champ),
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => setSaisie((vue) => ({ ...vue, [champ]: target.value })),
  })
  function save(vu: typeof avant) {
    const champs = { convention: slug, fiche, ...saisie }
    if (lien && vu) envoi.envoyer({ ...champs, lien: lien.id, avant: vu })
    else envoi.avec(createLienFiche, champs)
  }
  function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    save(avant)
  }
  return (
    <form className="form" onSubmit={handleSubmit} noValidate>
      <Refus envoi={envoi} />
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
            envoi.oublier()
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
        <Button type="submit" variant="primary" busy={envoi.enCours}>
          {lien ? 'Enregistrer' : 'Ajouter'}
        </Button>
        <Button onClick={onFini}>Annuler</Button>
        {lien ? (
          <Button
            variant="ghost"
            onClick={() => envoi.avec(removeLienFiche, { convention: slug, fiche, lien: lien.id })}
          >
            Retirer ce lien
          </Button>
        ) : null}
      </div>
    </form>
  )
}
